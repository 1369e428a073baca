/** "The best four": reserves the finder's first answer and offers the others. */
import { fail, ok } from '../../domain/result.ts';
import { proposeSeats } from '../../queries/find-best.ts';
import { text } from '../../text/text.ts';
import type { Command } from '../registry.ts';
import { pickSeats } from './reserve.ts';

export const reserveBest: Command<'sale.reserveBest'> = async (read, context, input) => {
  // Looked at without a lock; what is decided is decided on the locked seats, where a lost race answers SEAT_TAKEN.
  const [taken, ...others] = await proposeSeats(read.peek, context, input);
  if (!taken) return fail('NO_SEATS', text('sale.noSeatsTogether', { count: input.quantity }));
  const picked = await pickSeats(read, context, {
    saleId: input.saleId,
    eventId: input.eventId,
    take: taken.seatIds,
    give: input.instead ?? [],
    ticketTypeId: input.ticketTypeId,
  });
  return picked.ok ? ok({ saleId: input.saleId, taken, others }) : picked;
};
