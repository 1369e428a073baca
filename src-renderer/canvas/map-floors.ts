/** The floors of a map: which there are, and which seats do not show when one of them is shown alone. */
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { Area } from '../../src-shared/domain/seat-map/document.ts';

/** The floors' names as the map first names them; empty when there are fewer than two, and so no choice. */
export function floorsOf(columns: Pick<SeatColumns, 'sections'>, areas: readonly Area[]): readonly string[] {
  const names = new Set([...columns.sections, ...areas].map(({ floor }) => floor).filter((name) => name !== null));
  return names.size < 2 ? [] : [...names];
}

/** What names no floor is on every one: boxes beside the stage, a stair. */
export function isOnFloor(place: { readonly floor: string | null }, floor: string | null): boolean {
  return floor === null || place.floor === null || place.floor === floor;
}

/** 1 for each seat that is not on the floor; null when all are. */
export function seatsOffFloor({ count, section, sections }: SeatColumns, floor: string | null): Uint8Array | null {
  if (floor === null) return null;
  const isShown = sections.map((each) => isOnFloor(each, floor));
  const hidden = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) hidden[i] = isShown[section[i]!] ? 0 : 1;
  return hidden;
}
