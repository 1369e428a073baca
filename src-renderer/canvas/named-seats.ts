/** What a row's letter, a table or a section's name stands for, where one of them lies under the pointer. */
import type { Point } from '../../src-shared/domain/seat-map/document.ts';
import { isOnTable } from './paint-tables.ts';
import type { SeatScene } from './seat-scene.ts';
import { seatsOfRow, seatsOfSection } from './seat-walk.ts';

export interface NamedSeats {
  readonly how: 'ROW' | 'SECTION';
  /** Ascending. */
  readonly ordinals: readonly number[];
}

/** A letter or a name as it is painted: the seat that the letter stands beside, or the section's index and whether seats lie unseen beneath. */
export type PaintedName =
  | { readonly kind: 'ROW'; readonly seat: number }
  | { readonly kind: 'SECTION'; readonly section: number; readonly hidesSeats: boolean };

/** The seats of what is painted at a place of the map, else of the table that stands there. */
export function namedSeats(scene: SeatScene, painted: PaintedName | null, at: Point): NamedSeats | null {
  const { columns, tables, hidden } = scene;
  if (painted?.kind === 'ROW') return { how: 'ROW', ordinals: seatsOfRow(columns, painted.seat) };
  const table = tables.find((place) => hidden?.[place.first] !== 1 && isOnTable(place.table, at.x, at.y));
  if (table !== undefined) return { how: 'ROW', ordinals: seatsOfRow(columns, table.first) };
  return painted === null ? null : { how: 'SECTION', ordinals: seatsOfSection(columns, painted.section) };
}
