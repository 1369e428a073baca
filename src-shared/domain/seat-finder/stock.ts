/**
 * What there is to sell, kept up to date by changes.
 */
import { assert } from '../result.ts';
import type { House } from './house.ts';
import type { AreaStock, SeatLot, SeatStock, StockChange } from './question.ts';

export interface Stock {
  readonly free: Uint8Array;
  readonly level: Uint8Array;
  readonly priceMinor: Int32Array;
  /** 1 for a free place that anyone may take, no wheelchair's or companion's: what may be left single. */
  readonly open: Uint8Array;
  readonly areas: readonly AreaStock[];
  /** Lots that may not be split at will, and by ordinal the index of a seat's lot in them plus 1; 0 for none. */
  readonly lots: readonly SeatLot[];
  readonly lotOf: Uint32Array;
  /** @returns the rows in which something changed, some perhaps twice */
  apply(change: StockChange): number[];
}

/** The finder's own copy of an event's stock. */
export function createStock({ columns, isReserved }: House, given: SeatStock): Stock {
  const [free, level, priceMinor] = [given.free.slice(), given.level.slice(), given.priceMinor.slice()];
  for (const column of [free, level, priceMinor]) assert(column.length === columns.count, 'the stock is of this map');
  const open = free.map((isFree, seat) => isFree & (isReserved[seat]! ^ 1));
  const lots = (given.lots ?? []).filter(({ rule }) => rule !== 'ANY');
  const lotOf = new Uint32Array(lots.length > 0 ? columns.count : 0);
  lots.forEach(({ start, end }, index) => lotOf.fill(index + 1, start, end));
  let areas = given.areas ?? [];
  return {
    free,
    level,
    priceMinor,
    open,
    get areas() {
      return areas;
    },
    lots,
    lotOf,
    apply(change) {
      const rows: number[] = [];
      for (let index = 0; index < change.ordinals.length; index++) {
        const seat = change.ordinals[index]!;
        assert(seat < columns.count, 'the change is of this map');
        free[seat] = change.free[index]!;
        level[seat] = change.level[index]!;
        priceMinor[seat] = change.priceMinor[index]!;
        open[seat] = free[seat]! & (isReserved[seat]! ^ 1);
        if (rows.at(-1) !== columns.row[seat]) rows.push(columns.row[seat]!);
      }
      areas = change.areas ?? areas;
      return rows;
    },
  };
}

/** The lot of a seat that may not be split at will, or null. */
export function lotAt({ lots, lotOf }: Stock, seat: number): SeatLot | null {
  const lot = lotOf[seat] ?? 0;
  return lot === 0 ? null : lots[lot - 1]!;
}
