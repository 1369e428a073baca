/** Where a seat's card goes: pure geometry, in pixels from the map's corner. */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import type { Bounds, Size } from './view.ts';

const GAP_PX = 14;
const EDGE_PX = 8;

/**
 * Above or below the seat, as its neighbours in the row are what the eye compares; beside it where both would cover a
 * button or the minimap, or leave the window. Where all would, the place that covers least.
 */
export function placeCard(
  seat: Point & { readonly radius: number },
  card: Size,
  window: Size,
  obstacles: readonly Bounds[],
): Point {
  const away = seat.radius + GAP_PX;
  const [middleX, middleY] = [seat.x - card.width / 2, seat.y - card.height / 2];
  const above = seat.y - away - card.height;
  const below = seat.y + away;
  const columns = [middleX, seat.x - card.width + seat.radius, seat.x - seat.radius];
  const places = [
    ...columns.map((x) => ({ x, y: above })),
    ...columns.map((x) => ({ x, y: below })),
    { x: seat.x + away, y: middleY },
    { x: seat.x - away - card.width, y: middleY },
    // A seat that itself lies under a button: past the button.
    ...obstacles.flatMap(({ left, top, right, bottom }) => [
      { x: middleX, y: bottom + EDGE_PX },
      { x: middleX, y: top - card.height - EDGE_PX },
      { x: right + EDGE_PX, y: middleY },
      { x: left - card.width - EDGE_PX, y: middleY },
    ]),
  ];
  const own = {
    left: seat.x - seat.radius,
    right: seat.x + seat.radius,
    top: seat.y - seat.radius,
    bottom: seat.y + seat.radius,
  };
  const costs = places.map((place) => {
    const held = within(place, card, window);
    return { place: held, cost: [own, ...obstacles].reduce((sum, each) => sum + overlap(held, card, each), 0) };
  });
  return costs.reduce((best, next) => (next.cost < best.cost ? next : best)).place;
}

function within({ x, y }: Point, card: Size, window: Size): Point {
  return {
    x: Math.max(EDGE_PX, Math.min(window.width - card.width - EDGE_PX, x)),
    y: Math.max(EDGE_PX, Math.min(window.height - card.height - EDGE_PX, y)),
  };
}

/** In square pixels. */
function overlap({ x, y }: Point, card: Size, other: Bounds): number {
  const width = Math.min(x + card.width, other.right) - Math.max(x, other.left);
  const height = Math.min(y + card.height, other.bottom) - Math.max(y, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}
