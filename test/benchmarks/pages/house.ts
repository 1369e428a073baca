/** The house under measurement, as a window of the program gets it: packed outside, unpacked here. */
import { createLevelTheme, type SeatTheme } from '../../../src-renderer/canvas/marks.ts';
import type { SeatStates } from '../../../src-shared/domain/seat-map/columns.ts';
import { unpackMap, type PackedMap } from '../../../src-shared/domain/seat-map/pack.ts';
import { createDemoStates, DEMO_HOLDS } from '../../support/demo-theatre.ts';

export interface House extends PackedMap {
  readonly states: SeatStates;
  /** Levels and holds, by which every side colours its seats. */
  readonly theme: SeatTheme;
}

export async function fetchHouse(n: number): Promise<House> {
  const response = await fetch(`/house?n=${n}`);
  const unpacked = unpackMap(new Uint8Array(await response.arrayBuffer()));
  if (!unpacked.ok) throw new Error(unpacked.error.message);
  const { columns, scenery } = unpacked.value;
  // An event that prices each category at a level of its own.
  const theme = createLevelTheme(columns.categories, DEMO_HOLDS);
  return { columns, scenery, states: createDemoStates(columns), theme };
}

/** Each seat's fill in the theme, its ring's colour where it has none. */
export function colorsOf({ columns, states, theme }: House): string[] {
  return Array.from({ length: columns.count }, (_, seat) => {
    const { fill, stroke, ink } = theme.styles[theme.styleOf(seat, columns, states)]!;
    return fill ?? stroke ?? ink;
  });
}
