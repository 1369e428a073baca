/**
 * Seats that cannot be drawn where they are, or are lost far from the house, are set beside it: in lines in front of
 * all others, where a person sees them and moves them to where they belong.
 */
import { text } from '../../../text/text.ts';
import { hasPlace, lostSeats } from '../check/places.ts';
import type { SeatMapDocument } from '../document.ts';
import { fitPlanSize } from '../plan-size.ts';
import { boundsOf, median } from '../row-geometry.ts';
import type { Repaired } from './repaired.ts';

/** A seat's radius in a house where no seat has one, and how many radii lie between the seats that are set. */
const RADIUS_DEFAULT = 20;
const SPACING_RADII = 2.5;
/** Lines are at least so many seats long, however narrow the house is. */
const LINE_SEATS_MIN = 20;

export function placeSeats(document: SeatMapDocument): Repaired {
  const { seats } = document;
  const lost = new Set(lostSeats(document));
  const isAstray = seats.map((seat, ordinal) => !hasPlace(seat) || lost.has(ordinal));
  const count = isAstray.filter(Boolean).length;
  if (count === 0) return { document, notes: [] };
  const house = seats.filter((_, ordinal) => !isAstray[ordinal]);
  const radius = median(house.map((seat) => seat.radius)) || RADIUS_DEFAULT;
  const spacing = SPACING_RADII * radius;
  const { left, right, bottom } = boundsOf(house) ?? { left: 0, right: 0, bottom: 0 };
  const inLine = Math.max(LINE_SEATS_MIN, Math.floor((right - left) / spacing));
  let set = 0;
  const placed = seats.map((seat, ordinal) => {
    if (!isAstray[ordinal]) return seat;
    const [along, line] = [set % inLine, Math.floor(set / inLine)];
    set++;
    return { ...seat, x: left + along * spacing, y: bottom + (line + 3) * spacing, radius };
  });
  return {
    document: fitPlanSize({ ...document, seats: placed }),
    notes: [text('planRepair.placeSeats', { count })],
  };
}
