/**
 * Asks the finder on what is committed now. Reads only: what it proposes is decided when it is reserved.
 */
import { sql } from 'drizzle-orm';
import type { Input } from '../contract/calls.ts';
import type { SeatProposal } from '../contract/sale.ts';
import type { EventFinder, SeatFinders, Select } from '../core/seat-finders.ts';
import type { FinderStage, Proposal, SeatQuestion } from '../domain/seat-finder/question.ts';
import type { SeatColumns } from '../domain/seat-map/columns.ts';
import { int } from '../schema/kit.ts';

export type BestQuestion = Input<'sale.findSeats'>;

/** Who asks. */
export interface Asker {
  readonly agencyId: string;
  readonly deviceId: string;
  readonly seatFinders: SeatFinders;
}

export interface Found {
  /** Up to three, best first. */
  readonly proposals: readonly SeatProposal[];
  /** How many of the kind could be had together instead; 0 for none. Asked only when nothing is proposed. */
  largestTogether(): number;
}

const TOGETHER: ReadonlySet<FinderStage> = new Set(['TOGETHER', 'TOGETHER_SINGLE_LEFT', 'TABLE']);

function questionOf(input: BestQuestion, { columns, levelById, noSingleRule }: EventFinder, near: readonly number[]) {
  const { quantity, priceLevelIds, sectionIds, aisle, wheelchairs, maxPriceMinor } = input;
  return {
    quantity,
    noSingle: noSingleRule,
    ...(priceLevelIds && { levels: priceLevelIds.flatMap((id) => levelById.get(id) ?? []) }),
    ...(sectionIds && {
      sections: columns.sections.flatMap(({ id }, index) => (sectionIds.includes(id) ? index : [])),
    }),
    ...(aisle && { aisle }),
    ...(wheelchairs && { wheelchairs }),
    ...(maxPriceMinor !== undefined && { priceLimitMinor: maxPriceMinor }),
    ...(near.length > 0 && { near }),
  } satisfies SeatQuestion;
}

/** Where the customers of a sale sit in an event. */
async function seatsOfSale(select: Select, agencyId: string, eventId: string, saleId: string): Promise<number[]> {
  const seats = await select(
    { ordinal: int() },
    sql`select ordinal from tickets where agency_id = ${agencyId} and sale_id = ${saleId} and event_id = ${eventId}
        and status in ('RESERVED', 'CONFIRMED', 'USED') order by ordinal`,
  );
  return seats.map(({ ordinal }) => ordinal);
}

function proposalOf(columns: SeatColumns, { seats, stage, reason, figures }: Proposal): SeatProposal {
  const { pricesMinor, ...rest } = figures;
  return {
    ordinals: seats,
    seatIds: seats.map((ordinal) => columns.ids.at(ordinal)),
    stage,
    reason,
    figures: rest,
    totalMinor: pricesMinor.reduce((sum, priceMinor) => sum + priceMinor, 0),
  };
}

/** Nothing when the event or its published map is not there. */
export async function findBest(select: Select, asker: Asker, input: BestQuestion): Promise<Found> {
  const { agencyId, deviceId, seatFinders } = asker;
  const { eventId, nearSaleId } = input;
  const near = nearSaleId === undefined ? [] : await seatsOfSale(select, agencyId, eventId, nearSaleId);
  const event = await seatFinders.of(select, eventId, deviceId);
  if (!event) return { proposals: [], largestTogether: () => 0 };
  const { finder, columns } = event;
  const question = questionOf(input, event, near);
  return {
    proposals: finder.find(question).map((proposal) => proposalOf(columns, proposal)),
    largestTogether: () => {
      // From the top: one fewer is not always easier to seat (a lot that is sold whole, places for wheelchairs).
      for (let quantity = question.quantity - 1; quantity > 0; quantity--) {
        const [best] = finder.find({ ...question, quantity });
        if (best && TOGETHER.has(best.stage)) return quantity;
      }
      return 0;
    },
  };
}
