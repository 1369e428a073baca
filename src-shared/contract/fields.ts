/** Fields that many calls share, with the limits each kind of value has. */
import { z } from 'zod';

export const id = z.string().regex(/^[a-z0-9-]{1,64}$/, 'is not an id');

/** A seat's identity comes from its map and may be any short text. */
export const seatId = z.string().min(1).max(200);

export const line = (maxLength: number) => z.string().trim().max(maxLength);
export const requiredLine = (maxLength: number) => z.string().trim().min(1, 'is needed').max(maxLength);
export const reason = requiredLine(200);

/** Minor units. The limit keeps every sum of a house's lifetime below 2^53. */
export const amountMinor = z
  .number()
  .int('must be whole minor units')
  .min(0, 'must not be below 0')
  .max(100_000_000, 'must not be over 1,000,000.00');

export const instantMs = z.number().int().min(0).max(253_402_300_799_999);
export const pin = z.string().regex(/^\d{4,12}$/, 'must be 4 to 12 digits');
export const nothing = z.object({});
