/**
 * Asks the finder on what is committed now. Reads only: what it proposes is decided when it is reserved.
 */
import type { Input } from '../contract/calls.ts';
import type { SeatProposal } from '../contract/sale.ts';
import type { SeatQuestion } from '../domain/seat-finder/question.ts';
import type { EventFinder, SeatFinders, Select } from '../core/seat-finders.ts';

export type BestQuestion = Input<'sale.findSeats'>;

function questionOf(input: BestQuestion, { columns, levelById }: EventFinder): SeatQuestion {
  const section = columns.sections.findIndex((one) => one.id === input.sectionId);
  return {
    quantity: input.quantity,
    ...(input.priceLevelIds && { levels: input.priceLevelIds.flatMap((id) => levelById.get(id) ?? []) }),
    ...(section >= 0 && { sections: [section] }),
    ...(input.aisle && { aisle: true }),
    ...(input.wheelchair && { wheelchairs: 1 }),
    ...(input.maxPriceMinor !== undefined && { priceLimitMinor: input.maxPriceMinor }),
  };
}

/** Up to three proposals, best first. */
export async function proposeSeats(
  select: Select,
  context: { readonly seatFinders: SeatFinders; readonly deviceId: string },
  input: BestQuestion,
): Promise<SeatProposal[]> {
  const event = await context.seatFinders.of(select, input.eventId, context.deviceId);
  if (!event) return [];
  const { finder, columns, priceMinor } = event;
  return finder.find(questionOf(input, event)).map((proposal) => ({
    ordinals: proposal.seats,
    seatIds: proposal.seats.map((ordinal) => columns.ids[ordinal]!),
    reason: proposal.reason,
    totalMinor: proposal.seats.reduce((sum, ordinal) => sum + priceMinor[ordinal]!, 0),
  }));
}
