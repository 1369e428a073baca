/**
 * Asks the finder on what is committed now. Reads only: what it proposes is decided when it is reserved.
 */
import { sql, type SQL } from 'drizzle-orm';
import { assert } from '../domain/result.ts';
import type { Input } from '../contract/calls.ts';
import type { SeatProposal } from '../contract/sale.ts';
import type { SeatColumns } from '../domain/seat-map/columns.ts';
import { unpackColumns } from '../domain/seat-map/pack.ts';
import { createSeatFinder } from '../domain/seat-finder/find-seats.ts';
import type { SeatQuestion, SeatStock } from '../domain/seat-finder/question.ts';
import { bytes, int, text, type Columns, type RowOf } from '../schema/kit.ts';

export type BestQuestion = Input<'sale.findSeats'>;

/** Either a query's reader or a command's `peek`. */
type Select = <S extends Columns>(shape: S, statement: SQL) => Promise<RowOf<S>[]>;

const NO_LEVEL = 255;

const seatShape = { ordinal: int(), level: int().orNull, priceMinor: int() };

/** The seats that may be sold here, by ordinal. */
async function readFreeSeats(
  select: Select,
  agencyId: string,
  eventId: string,
  deviceId: string,
  count: number,
): Promise<SeatStock> {
  const seats = {
    free: new Uint8Array(count),
    level: new Uint8Array(count).fill(NO_LEVEL),
    priceMinor: new Int32Array(count).fill(-1),
  };
  const rows = await select(
    seatShape,
    sql`select s.ordinal, l.position, s.price_minor from event_seats s
        left join price_levels l on l.agency_id = s.agency_id and l.id = s.price_level_id
        where s.agency_id = ${agencyId} and s.event_id = ${eventId} and s.status = 'AVAILABLE' and s.ownership = 'OWNED'
          and s.price_minor is not null and (s.pinned_to is null or s.pinned_to = ${deviceId})`,
  );
  for (const row of rows) {
    seats.free[row.ordinal] = 1;
    seats.level[row.ordinal] = row.level ?? NO_LEVEL;
    seats.priceMinor[row.ordinal] = row.priceMinor;
  }
  return seats;
}

function questionOf(
  input: BestQuestion,
  columns: SeatColumns,
  levels: readonly { id: string; position: number }[],
): SeatQuestion {
  const wanted = levels.filter((one) => input.priceLevelIds?.includes(one.id));
  const section = columns.sections.findIndex((one) => one.id === input.sectionId);
  return {
    quantity: input.quantity,
    ...(input.priceLevelIds && { levels: wanted.map((level) => level.position) }),
    ...(section >= 0 && { sections: [section] }),
    ...(input.aisle && { aisle: true }),
    ...(input.wheelchair && { wheelchairs: 1 }),
    ...(input.maxPriceMinor !== undefined && { priceLimitMinor: input.maxPriceMinor }),
  };
}

/** Up to three proposals, best first. */
export async function proposeSeats(
  select: Select,
  agencyId: string,
  deviceId: string,
  input: BestQuestion,
): Promise<SeatProposal[]> {
  const [map] = await select(
    { columns: bytes().orNull },
    sql`select v.columns from events e join map_versions v on v.agency_id = e.agency_id and v.id = e.map_version_id
        where e.agency_id = ${agencyId} and e.id = ${input.eventId}`,
  );
  if (!map?.columns) return [];
  const unpacked = unpackColumns(map.columns);
  assert(unpacked.ok, 'a published map unpacks');
  const columns = unpacked.value;
  const levels = await select(
    { id: text(), position: int() },
    sql`select id, position from price_levels where agency_id = ${agencyId} and event_id = ${input.eventId}`,
  );
  const seats = await readFreeSeats(select, agencyId, input.eventId, deviceId, columns.count);
  const finder = createSeatFinder(columns, seats);
  return finder.find(questionOf(input, columns, levels)).map((proposal) => ({
    ordinals: proposal.seats,
    seatIds: proposal.seats.map((ordinal) => columns.ids.at(ordinal)),
    reason: proposal.reason,
    totalMinor: proposal.seats.reduce((sum, ordinal) => sum + seats.priceMinor[ordinal]!, 0),
  }));
}
