/** The house under measurement, as a window of the program gets it: packed columns from outside, unpacked here. */
import { createLevelTheme } from '../../../src-renderer/canvas/marks.ts';
import type { SeatColumns, SeatStates } from '../../../src-shared/domain/seat-map/columns.ts';
import type { Shape } from '../../../src-shared/domain/seat-map/document.ts';
import { unpackColumns } from '../../../src-shared/domain/seat-map/pack.ts';
import { createDemoStates, DEMO_HOLDS, DEMO_LEVELS } from '../../support/demo-theatre.ts';

export interface House {
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
  readonly states: SeatStates;
}

/** Levels and holds, by which every side colours its seats. */
export const theme = createLevelTheme(DEMO_LEVELS, DEMO_HOLDS);

export async function fetchHouse(n: number): Promise<House> {
  const [packed, shapes] = await Promise.all([
    fetch(`/columns?n=${n}`).then((response) => response.arrayBuffer()),
    fetch(`/shapes?n=${n}`).then((response) => response.json() as Promise<readonly Shape[]>),
  ]);
  const unpacked = unpackColumns(new Uint8Array(packed));
  if (!unpacked.ok) throw new Error(unpacked.error.message);
  return { columns: unpacked.value, shapes, states: createDemoStates(unpacked.value) };
}

/** Each seat's fill in the theme, its ring's colour where it has none. */
export function colorsOf({ columns, states }: House): string[] {
  return Array.from({ length: columns.count }, (_, seat) => {
    const { fill, stroke, ink } = theme.styles[theme.styleOf(seat, columns, states)]!;
    return fill ?? stroke ?? ink;
  });
}
