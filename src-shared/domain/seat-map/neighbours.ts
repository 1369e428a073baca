/** Which seats of a compiled map touch the next of their row: the same rule of gaps that aisles are found by. */
import type { SeatColumns } from './columns.ts';
import type { Point } from './document.ts';
import { isGap, spacingOfRows } from './row-geometry.ts';

/**
 * 1 where the next ordinal is the neighbour along the row with no aisle between them. Chairs at a table follow each
 * other round it, however far apart.
 */
export function touchesNext(columns: SeatColumns): Uint8Array {
  const { count, row, rows, x, y } = columns;
  const points: Point[][] = rows.map(() => []);
  for (let i = 0; i < count; i += 1) points[row[i]!]!.push({ x: x[i]!, y: y[i]! });
  const spacings = spacingOfRows(
    points,
    rows.map(({ section }) => section),
  );
  const touches = new Uint8Array(count);
  for (let i = 0; i + 1 < count; i += 1) {
    if (row[i] !== row[i + 1]) continue;
    const isAtTable = rows[row[i]!]!.table !== undefined;
    const apart = isGap({ x: x[i]!, y: y[i]! }, { x: x[i + 1]!, y: y[i + 1]! }, spacings[row[i]!]!);
    touches[i] = isAtTable || !apart ? 1 : 0;
  }
  return touches;
}
