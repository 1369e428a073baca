/** Scenes as the seat layer makes them, without a window to show them in. */
import { createSeatIndex } from '../../src-renderer/canvas/seat-index.ts';
import type { SeatTheme } from '../../src-renderer/canvas/marks.ts';
import {
  outlinesOf,
  radiusClassesOf,
  restyle,
  rowLabelsOf,
  rowPitchOf,
  type SeatScene,
  sectionsOf,
  usualRadius,
} from '../../src-renderer/canvas/seat-scene.ts';
import { createSectionCounts } from '../../src-renderer/canvas/section-counts.ts';
import { createSeatStateStore } from '../../src-renderer/canvas/seat-state-source.ts';
import type { SeatColumns, SeatStates } from '../../src-shared/domain/seat-map/columns.ts';

export function createTestScene(columns: SeatColumns, theme: SeatTheme, states: SeatStates): SeatScene {
  const rowLabels = rowLabelsOf(columns);
  const seatRadius = usualRadius(columns);
  const scene: SeatScene = {
    columns,
    shapes: [],
    areas: [],
    tables: [],
    pictures: { get: () => 'BROKEN', forget() {} },
    index: createSeatIndex(columns),
    outlines: outlinesOf(columns),
    rowLabels,
    rowPitch: rowPitchOf(rowLabels),
    sections: sectionsOf(columns),
    fontFamily: 'sans-serif',
    seatRadius,
    radii: radiusClassesOf(columns, seatRadius),
    counts: createSectionCounts(columns),
    theme,
    filter: null,
    floors: [],
    floor: null,
    hidden: null,
    areaFree: null,
    styles: new Uint16Array(columns.count),
  };
  restyle(scene, createSeatStateStore(states), null);
  return scene;
}
