/**
 * Which wheelchair places a party takes when it cannot sit in one row, and which of their companions' places.
 */
import { isOnAisle, isWheelchair } from './house.ts';
import { distanceBetween } from './neighbours.ts';
import type { Offered } from './seating.ts';
import { lotAt } from './stock.ts';
import type { View } from './view.ts';
import { worthOf } from './window.ts';

export interface WayWithWheelchairs {
  /** Wheelchairs' and companions' places, a wheelchair's first. */
  readonly places: readonly number[];
  /** How many of the party sit elsewhere, */
  readonly others: number;
  /** and whether one of those must sit on an aisle. */
  readonly aisle: boolean;
}

/** The ways to place a party's wheelchairs in some rows, the best first; together they leave no possible one out. */
export function waysWithWheelchairs(view: View, rows: readonly number[], offered: Offered): WayWithWheelchairs[] {
  const { wishes } = view;
  const { wheelchairs, companionsOf } = placesIn(view, rows, offered);
  if (wheelchairs.length < wishes.wheelchairs) return [];
  const ways: WayWithWheelchairs[] = [];
  const company = (chair: number) => companionsOf.get(chair)?.length ?? 0;
  const worth = (chair: number) => worthOf(view, chair, chair + 1);
  const best = [...wheelchairs].sort(
    (a, b) => Math.min(company(b), 1) - Math.min(company(a), 1) || worth(b) - worth(a) || a - b,
  );
  const near = (to: number) => (a: number, b: number) => away(view, to, a) - away(view, to, b) || a - b;
  // With the most companions' places last: a party that finds no other seats sits wherever those are.
  const orders = [[...best].sort(near(best[0]!)), [...best].sort((a, b) => company(b) - company(a))];
  const onAisle = wishes.aisle ? firstOnAisle(view, best, companionsOf) : [];
  for (const order of orders) {
    for (const [chair, companion] of [[], ...onAisle]) {
      const chairs = (chair === undefined ? order : [chair, ...order.filter((other) => other !== chair)]).slice(
        0,
        wishes.wheelchairs,
      );
      const companions = chairs.flatMap((each) => companionsOf.get(each) ?? []);
      if (companion !== undefined) companions.sort((a, b) => Number(b === companion) - Number(a === companion));
      for (const places of placings(view, chairs, companions)) {
        const hasAisle = places.some((seat) => isOnAisle(view.house, seat));
        ways.push({ places, others: wishes.quantity - places.length, aisle: wishes.aisle && !hasAisle });
      }
    }
  }
  return ways;
}

/** With as many companions as come along, and with one fewer, whose seat may then be on an aisle. */
function placings({ wishes }: View, chairs: readonly number[], companions: readonly number[]): number[][] {
  const most = Math.min(companions.length, wishes.quantity - chairs.length);
  const all = [...chairs, ...companions.slice(0, most)];
  return wishes.aisle && most > 0 ? [all, all.slice(0, -1)] : [all];
}

interface Places {
  readonly wheelchairs: readonly number[];
  readonly companionsOf: ReadonlyMap<number, readonly number[]>;
}

function placesIn(view: View, rows: readonly number[], offered: Offered): Places {
  const { house, stock, fits } = view;
  const wheelchairs: number[] = [];
  const companionsOf = new Map<number, number[]>();
  for (const row of rows) {
    if (view.longest[row] === 0) continue;
    for (let seat = house.rowStart[row]!; seat < house.rowStart[row + 1]!; seat++) {
      if (fits[seat] !== 1 || house.isReserved[seat] === 0 || offered.has(seat) || lotAt(stock, seat) !== null)
        continue;
      if (isWheelchair(house, seat)) wheelchairs.push(seat);
      const chair = house.wheelchairOf.get(seat);
      if (chair !== undefined) companionsOf.set(chair, [...(companionsOf.get(chair) ?? []), seat]);
    }
  }
  for (const [chair, companions] of companionsOf)
    companions.sort((a, b) => away(view, chair, a) - away(view, chair, b));
  return { wheelchairs, companionsOf };
}

/** The best wheelchair's place on an aisle, and the best companion's with its wheelchair. */
function firstOnAisle(view: View, best: readonly number[], companionsOf: Places['companionsOf']): number[][] {
  const chair = best.find((seat) => isOnAisle(view.house, seat));
  const pairs = best.flatMap((seat) => (companionsOf.get(seat) ?? []).map((companion) => [seat, companion]));
  const pair = pairs.find(([, companion]) => isOnAisle(view.house, companion!));
  return [...(chair === undefined ? [] : [[chair]]), ...(pair === undefined ? [] : [pair])];
}

function away({ house }: View, a: number, b: number): number {
  return distanceBetween(house.columns, a, b);
}
