/**
 * The envelope of a call as it comes from a window, which may be anything. The input inside is the core's to parse.
 */
import { z } from 'zod';
import type { CallRequest } from '../../src-shared/contract/wire.ts';

const envelope = z.strictObject({
  call: z.int().nonnegative(),
  name: z.string().max(100),
  input: z.unknown(),
  action: z.string().min(1).max(100),
  session: z.string().max(200).nullable(),
  override: z.strictObject({ userId: z.string().max(100), pin: z.string().max(100) }).optional(),
});

/** The request, or null when the value is no request. */
export function parseCallRequest(value: unknown): CallRequest | null {
  const parsed = envelope.safeParse(value);
  if (!parsed.success) return null;
  const { override, input = null, ...request } = parsed.data;
  return override ? { ...request, input, override } : { ...request, input };
}
