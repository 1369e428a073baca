/** How far a map reaches, and what of it is no seat and must not be written over. */
import type { Shape } from '../../src-shared/domain/seat-map/document.ts';
import { tableCorners } from '../../src-shared/domain/seat-map/plan-size.ts';
import { isOnFloor } from './map-floors.ts';
import { boundsOfShape } from './paint-map.ts';
import { boundsOfPoints } from './seat-index.ts';
import type { SeatScene } from './seat-scene.ts';
import { type Bounds, expandBounds, unionBounds } from './view.ts';

const NOTHING_TO_SEE: Bounds = { left: 0, top: 0, right: 100, bottom: 100 };

/** What shapes, areas and tables of all floors cover however they are turned; null when there are none. */
export function boundsOfGround({ shapes, areas, tables }: SeatScene): Bounds | null {
  return [
    ...shapes.map(boundsOfTurned),
    ...areas.map(({ bounds }) => bounds),
    ...tables.map(({ table }) => boundsOfPoints(tableCorners(table))),
  ]
    .filter((bounds) => bounds !== null && Object.values(bounds).every(Number.isFinite))
    .reduce(unionBounds, null);
}

/** The ground and the seats; `strays` says whether seats far outside the house count. */
export function boundsOfMap(scene: SeatScene, ground: Bounds | null, strays: 'WITH_STRAYS' | 'HOUSE'): Bounds {
  const { bounds, houseBounds } = scene.index;
  return unionBounds(ground, strays === 'HOUSE' ? houseBounds : bounds) ?? NOTHING_TO_SEE;
}

/** What is on the floor that is shown; of all floors the whole house, with what is drawn round it. */
export function boundsOfShown(scene: SeatScene): Bounds {
  const { floor, columns } = scene;
  const bounds = [
    ...scene.sections.filter(({ index }) => isOnFloor(columns.sections[index]!, floor)).map((each) => each.bounds),
    ...scene.areas.filter(({ area }) => isOnFloor(area, floor)).map((each) => each.bounds),
  ].reduce(unionBounds, null as Bounds | null);
  if (floor === null || bounds === null) return boundsOfMap(scene, boundsOfGround(scene), 'HOUSE');
  // Row letters stand beyond their seats.
  return expandBounds(bounds, scene.seatRadius * 3);
}

/** Whether an area or a table that is shown lies in the part of the map. */
export function coversObject({ areas, tables, floor, hidden }: SeatScene, part: Bounds): boolean {
  const meets = ({ left, top, right, bottom }: Bounds) =>
    part.right > left && part.left < right && part.bottom > top && part.top < bottom;
  return (
    areas.some(({ area, bounds }) => isOnFloor(area, floor) && meets(bounds)) ||
    tables.some(({ table, first }) => hidden?.[first] !== 1 && meets(boundsOfPoints(tableCorners(table))!))
  );
}

function boundsOfTurned(shape: Shape): Bounds | null {
  const bounds = boundsOfShape(shape);
  if (bounds === null || shape.rotation === 0) return bounds;
  const [x, y] = [(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2];
  const half = Math.hypot(bounds.right - bounds.left, bounds.bottom - bounds.top) / 2;
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}
