/**
 * The party at tables and in booths. A table's chairs are not neighbours in a line: whoever sits there sits together.
 * A table that is sold whole is had by who fills it. No chair at a table is on an aisle.
 */
import type { Point } from '../seat-map/document.ts';
import { isWheelchair } from './house.ts';
import type { Offered, Stage } from './seating.ts';
import { lotAt } from './stock.ts';
import type { View } from './view.ts';
import { worthOf } from './window.ts';

interface FreeTable {
  /** How many chairs it has, and which of them fit, in the order they stand in. */
  readonly size: number;
  readonly chairs: readonly number[];
  readonly isSoldWhole: boolean;
  readonly middle: Point;
  /** Of a chair, on average. */
  readonly worth: number;
}

/** From so many tables, those with the most room first, others next to them are looked for. */
const FIRST_TABLES_MAX = 8;

/** At one table: the smallest that holds the party; of those the one with the fewest chairs left; then the best. */
export const atOneTable: Stage = (view, offered) => () => {
  const { quantity, aisle } = view.wishes;
  if (aisle) return null;
  const choice = freeTables(view, offered)
    .filter(({ chairs, isSoldWhole }) => (isSoldWhole ? chairs.length === quantity : chairs.length >= quantity))
    .sort((a, b) => a.size - b.size || a.chairs.length - b.chairs.length || b.worth - a.worth);
  for (const table of choice) {
    const seats = chairsTogether(view, table, quantity, view.wishes.wheelchairs);
    if (seats !== null) return { stage: 'TABLE', seats };
  }
  return null;
};

/** At as few tables as can be, next to each other, nobody alone if it can be helped. Wheelchairs' parties are not split. */
export const atSeveralTables: Stage = (view, offered) => () => {
  const { quantity, aisle, wheelchairs } = view.wishes;
  if (aisle || wheelchairs > 0) return null;
  const tables = freeTables(view, offered).sort((a, b) => b.chairs.length - a.chairs.length || b.worth - a.worth);
  if (tables.reduce((sum, { chairs }) => sum + chairs.length, 0) < quantity) return null;
  const ways = tables.slice(0, FIRST_TABLES_MAX).map((first) => partsFrom(first, tables, quantity));
  const [best] = ways.filter((parts) => parts !== null).sort(compareParts);
  const parts = best ?? partsThatFill(tables, quantity);
  const seats = parts?.flatMap(({ table, people }) => chairsTogether(view, table, people, 0) ?? []);
  return seats === undefined ? null : { stage: 'TABLES', seats: seats.sort((a, b) => a - b) };
};

/** The tables that have chairs for this party. */
function freeTables(view: View, offered: Offered): FreeTable[] {
  const { house, stock, fits } = view;
  const tables: FreeTable[] = [];
  for (const row of house.tableRows) {
    const { isSoldWhole, x, y } = house.columns.rows[row]!.table!;
    const chairs: number[] = [];
    let worth = 0;
    for (let seat = house.rowStart[row]!; seat < house.rowStart[row + 1]!; seat++) {
      if (fits[seat] !== 1 || offered.has(seat) || lotAt(stock, seat) !== null) continue;
      chairs.push(seat);
      worth += worthOf(view, seat, seat + 1);
    }
    const size = house.rowStart[row + 1]! - house.rowStart[row]!;
    if (chairs.length === 0 || (isSoldWhole && chairs.length < size)) continue;
    tables.push({ size, chairs, isSoldWhole, middle: { x, y }, worth: worth / chairs.length });
  }
  return tables;
}

/** So many of the chairs, as near to each other as can be going round the table; null without the wheelchair places. */
function chairsTogether(
  view: View,
  { chairs, size }: FreeTable,
  people: number,
  wheelchairs: number,
): readonly number[] | null {
  let best: readonly number[] | null = null;
  let least = Infinity;
  for (let first = 0; first < chairs.length; first++) {
    const round = [...chairs.slice(first), ...chairs.slice(0, first)];
    const seats = chairsFrom(view, round, people, wheelchairs);
    if (seats === null) continue;
    // The chairs passed on the way round to the last one that is taken.
    const last = round.findLastIndex((chair) => seats.includes(chair));
    const passed = (round[last]! - round[0]! + size) % size;
    if (passed < least) [best, least] = [seats, passed];
  }
  return best === null ? null : [...best].sort((a, b) => a - b);
}

/** The first chairs met that make a party: so many wheelchairs' places, a companion's only with its wheelchair's. */
function chairsFrom(
  { house }: View,
  round: readonly number[],
  people: number,
  wheelchairs: number,
): readonly number[] | null {
  const company = (place: number) => round.filter((chair) => house.wheelchairOf.get(chair) === place).length;
  const places = round.filter((chair) => isWheelchair(house, chair));
  const taken = new Set([...places].sort((a, b) => company(b) - company(a)).slice(0, wheelchairs));
  const mayComeAlong = (chair: number) => {
    if (house.isReserved[chair] === 0) return true;
    return !isWheelchair(house, chair) && taken.has(house.wheelchairOf.get(chair) ?? -1);
  };
  const others = round.filter(mayComeAlong).slice(0, people - wheelchairs);
  return taken.size < wheelchairs || others.length < people - wheelchairs ? null : [...taken, ...others];
}

/** So many people at a table. */
interface Part {
  readonly table: FreeTable;
  people: number;
}

/** The first table and the nearest to it, until all sit; null when a rest stays that no table is sold to. */
function partsFrom(first: FreeTable, tables: readonly FreeTable[], quantity: number): Part[] | null {
  const byNearness = [...tables].sort((a, b) => distance(first, a) - distance(first, b));
  const parts: Part[] = [];
  let needed = quantity;
  for (const table of [first, ...byNearness.filter((other) => other !== first)]) {
    if (needed === 0) break;
    if (table.isSoldWhole && table.chairs.length > needed) continue;
    const people = Math.min(needed, table.chairs.length);
    parts.push({ table, people });
    needed -= people;
  }
  if (needed > 0) return null;
  keepLastCompany(parts);
  return parts;
}

/** Somebody of a table of three or more joins a last person who would sit alone. */
function keepLastCompany(parts: readonly Part[]): void {
  const last = parts.at(-1);
  if (last === undefined || last.people > 1 || last.table.chairs.length < 2) return;
  const giver = parts.find(({ table, people }) => people > 2 && !table.isSoldWhole);
  if (giver === undefined) return;
  giver.people--;
  last.people++;
}

function compareParts(a: readonly Part[], b: readonly Part[]): number {
  const alone = (parts: readonly Part[]) => parts.filter(({ people }) => people === 1).length;
  const spread = (parts: readonly Part[]) =>
    parts.reduce((sum, { table }) => sum + distance(parts[0]!.table, table), 0);
  const worth = (parts: readonly Part[]) => parts.reduce((sum, { table, people }) => sum + table.worth * people, 0);
  return a.length - b.length || alone(a) - alone(b) || spread(a) - spread(b) || worth(b) - worth(a);
}

/** Tables sold whole that leave no more people than the others have chairs for; null when there are none such. */
function partsThatFill(tables: readonly FreeTable[], quantity: number): Part[] | null {
  const whole = tables.filter(({ isSoldWhole }) => isSoldWhole);
  const others = tables.filter(({ isSoldWhole }) => !isSoldWhole);
  const room = others.reduce((sum, { chairs }) => sum + chairs.length, 0);
  // By number of people, tables that seat just so many; downwards, so that no table is counted twice.
  const filledBy: (readonly FreeTable[] | undefined)[] = [[]];
  for (const table of whole) {
    for (let people = quantity; people >= table.size; people--) {
      const before = filledBy[people - table.size];
      if (before !== undefined) filledBy[people] ??= [...before, table];
    }
  }
  const seated = filledBy.findLastIndex((filled, people) => filled !== undefined && quantity - people <= room);
  if (seated < 0) return null;
  const parts = filledBy[seated]!.map((table): Part => ({ table, people: table.chairs.length }));
  let needed = quantity - seated;
  for (const table of others) {
    const people = Math.min(needed, table.chairs.length);
    if (people > 0) parts.push({ table, people });
    needed -= people;
  }
  keepLastCompany(parts);
  return parts;
}

function distance({ middle: a }: FreeTable, { middle: b }: FreeTable): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
