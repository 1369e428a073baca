/** "The best four": reserves the finder's first answer and offers the others. */
import { fail, ok } from '../../domain/result.ts';
import { findBest } from '../../queries/find-best.ts';
import { text } from '../../text/text.ts';
import type { Command } from '../registry.ts';
import { pickSeats } from './reserve.ts';

export const reserveBest: Command<'sale.reserveBest'> = async (read, context, input) => {
  const { saleId, eventId, quantity, instead = [], ticketTypeId, nearSaleId = saleId } = input;
  // Looked at without a lock; what is decided is decided on the locked seats, where a lost race answers SEAT_TAKEN.
  const found = await findBest(read.peek, context, { ...input, nearSaleId });
  const [taken, ...others] = found.proposals;
  if (!taken) {
    const largest = found.largestTogether();
    const key = largest === 0 ? 'sale.noSeats' : 'sale.noSeats.fewer';
    return fail('NO_SEATS', text(key, { count: quantity, largest }), { largest });
  }
  const pick = { saleId, eventId, take: taken.seatIds, give: instead, ticketTypeId, isByHand: false };
  const picked = await pickSeats(read, context, pick);
  return picked.ok ? ok({ saleId, taken, others }) : picked;
};
