/**
 * Seats that cannot be drawn where they are, or not together with the rest of the house.
 */
import { text } from '../../../text/text.ts';
import type { Point, Seat, SeatMapDocument } from '../document.ts';
import { createFinding, seatsInContext, type Finding } from '../fault.ts';
import { median } from '../row-geometry.ts';

/** Coordinates beyond this are a broken file: no plan is a hundred kilometres wide. */
export const COORDINATE_MAX = 10_000_000;

/** Of so many seats or more one can tell which stand away from the house. */
const HOUSE_SEATS_MIN = 20;

/** The share of the seats that are the house, and how many times as far away as they a seat must be to be lost. */
const HOUSE_SHARE = 0.9;
const FAR_TIMES = 20;
/** Nor is a seat lost nearer than this: 400 m at the size of a seat, beyond the far end of the largest stadium. */
const FAR_RADII = 2000;

/** Whether a seat has a place and a size that can be drawn. JSON keeps what is no number as null. */
export function hasPlace(seat: Seat): boolean {
  return isOnPaper(seat) && seat.radius > 0 && seat.radius <= COORDINATE_MAX;
}

/** Whether a point can be drawn. Whoever walks over cells of a grid asks first: from infinity there is no next cell. */
export function isOnPaper({ x, y }: Point): boolean {
  return isWithin(x) && isWithin(y);
}

function isWithin(coordinate: number): boolean {
  // NaN is never at most anything.
  return typeof coordinate === 'number' && Math.abs(coordinate) <= COORDINATE_MAX;
}

/** The ordinals of seats so far from all others that the house would be a dot beside them. */
export function lostSeats({ seats }: SeatMapDocument): number[] {
  const placed = seats.filter(hasPlace);
  if (placed.length < HOUSE_SEATS_MIN) return [];
  const middle = { x: median(placed.map(({ x }) => x)), y: median(placed.map(({ y }) => y)) };
  const away = seats.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y));
  const sorted = Float64Array.from(placed, ({ x, y }) => Math.hypot(x - middle.x, y - middle.y)).sort();
  const usual = sorted[Math.floor((sorted.length - 1) * HOUSE_SHARE)]!;
  const reach = Math.max(FAR_TIMES * usual, FAR_RADII * median(placed.map(({ radius }) => radius)));
  return seats.flatMap((seat, ordinal) => (hasPlace(seat) && away[ordinal]! > reach ? [ordinal] : []));
}

/** BAD_PLACE: a place or size that is no number, nothing or beyond all measure. FAR_AWAY: seats lost on the paper. */
export function findBadPlaces(document: SeatMapDocument): Finding[] {
  const bad = createFinding('BAD_PLACE', 'ERROR');
  const far = createFinding('FAR_AWAY', 'WARNING');
  const lost = new Set(lostSeats(document));
  seatsInContext(document).forEach((at, ordinal) => {
    const { x, y, radius } = at.seat;
    if (!hasPlace(at.seat)) bad.addSeat(at, text('planFault.badPlace', { x, y, radius }));
    else if (lost.has(ordinal)) far.addSeat(at, text('planFault.farAway', { x: Math.round(x), y: Math.round(y) }));
  });
  return [...bad.done(), ...far.done()];
}
