/**
 * Sections as fields of colour behind the seats, for when seats are too small to be read: the fuller of free seats, the
 * bluer. A coarse grid says which section's ground lies where; it is laid once, and a frame fills its runs.
 */
import { mix } from '../contrast.ts';
import type { SeatScene } from '../seat-scene.ts';
import type { Bounds } from '../view.ts';
import { fillRow, type Frame, pixelOf, withAlpha } from './pixels.ts';
import { mapBounds, type Projection } from './projection.ts';

export interface SectionTint {
  /** Fills the part's ground; of what is painted there before, nothing stays. */
  paint(frame: Frame, part: Bounds, projection: Projection): void;
  /** Looks at the sections' free seats again. Returns those whose colour is another now, by their index. */
  refresh(): number[];
  /** How far beyond its seats a section's field goes, in device pixels. */
  reachPx(projection: Projection): number;
}

/** Cells of half a row, or fewer if the house is very wide: a field's edge steps by no more than a pixel or two. */
const MOST_CELLS_ACROSS = 512;
/** Colours a section's field can have: counts change with every sale, fields should not flicker with them. */
const STEPS = 8;
/** Less than any seat's pixel, so that a seat is always the greater. Pale: names must be legible on it. */
const TINT_ALPHA = 30;
const SOLD_OUT = '#6b7280';
const ALL_FREE = '#1f66d6';
const COLORS = Array.from({ length: STEPS }, (_, step) => pixelOf(mix(SOLD_OUT, ALL_FREE, step / (STEPS - 1))));

/** Fields fade from here on, in device pixels of a seat's radius, and are gone before discs are drawn. */
const FADE_FROM_PX = 1.1;
const FADE_TO_PX = 1.6;

export function createSectionTint(scene: SeatScene): SectionTint {
  const grid = layGrid(scene);
  const { sections, counts } = scene;
  const steps = new Uint8Array(counts.free.length);

  function stepOf(section: number): number {
    if (!counts.isSelling()) return 0;
    return Math.ceil((counts.free[section]! / Math.max(1, counts.seats[section]!)) * (STEPS - 1));
  }

  function refresh(): number[] {
    const changed: number[] = [];
    for (const { index } of sections) {
      const step = stepOf(index);
      if (step !== steps[index]) changed.push(index);
      steps[index] = step;
    }
    return changed;
  }

  function paint({ pixels, width }: Frame, part: Bounds, projection: Projection): void {
    const fade = Math.min(1, (FADE_TO_PX - scene.seatRadius * projection.scale) / (FADE_TO_PX - FADE_FROM_PX));
    if (grid === null || fade <= 0) return;
    const alpha = Math.round(TINT_ALPHA * fade);
    const cellPx = grid.cell * projection.scale;
    const left = grid.left * projection.scale + projection.x;
    const top = grid.top * projection.scale + projection.y;
    const seen = mapBounds(projection, part, 0);
    const firstColumn = Math.max(0, Math.floor((seen.left - grid.left) / grid.cell));
    const lastColumn = Math.min(grid.columns - 1, Math.floor((seen.right - grid.left) / grid.cell));
    for (let y = part.top; y < part.bottom; y += 1) {
      const row = Math.floor((y + 0.5 - top) / cellPx);
      if (row < 0 || row >= grid.rows) continue;
      let column = firstColumn;
      while (column <= lastColumn) {
        const section = grid.sections[row * grid.columns + column]!;
        let end = column + 1;
        while (end <= lastColumn && grid.sections[row * grid.columns + end] === section) end += 1;
        if (section !== 0) {
          const from = Math.max(part.left, Math.round(left + column * cellPx));
          const to = Math.min(part.right, Math.round(left + end * cellPx));
          fillRow(pixels, y * width + from, y * width + to, withAlpha(COLORS[steps[section - 1]!]!, alpha));
        }
        column = end;
      }
    }
  }

  refresh();
  return { paint, refresh, reachPx: ({ scale }) => (grid === null ? 0 : grid.cell * 2 * scale + 1) };
}

interface TintGrid {
  readonly left: number;
  readonly top: number;
  /** A cell's side in map units. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** By cell: the section's index and 1; 0 for none. */
  readonly sections: Uint16Array;
}

function layGrid({ columns: seats, index, hidden, seatRadius, rowPitch }: SeatScene): TintGrid | null {
  const { houseBounds } = index;
  if (houseBounds === null) return null;
  const wanted = Math.min(rowPitch / 2, seatRadius * 3);
  const [width, height] = [houseBounds.right - houseBounds.left, houseBounds.bottom - houseBounds.top];
  const cell = Math.max(wanted, Math.max(width, height) / MOST_CELLS_ACROSS);
  const [left, top] = [houseBounds.left - cell, houseBounds.top - cell];
  const columns = Math.ceil(width / cell) + 2;
  const rows = Math.ceil(height / cell) + 2;
  const sections = new Uint16Array(columns * rows);
  for (let i = 0; i < seats.count; i += 1) {
    if (hidden !== null && hidden[i] === 1) continue;
    const column = Math.floor((seats.x[i]! - left) / cell);
    const row = Math.floor((seats.y[i]! - top) / cell);
    if (!(column >= 1 && row >= 1 && column < columns - 1 && row < rows - 1)) continue;
    // A seat's own cell is its section's; the ones around it only while no other section has them.
    for (let beside = -columns; beside <= columns; beside += columns) {
      for (let at = row * columns + column + beside - 1; at <= row * columns + column + beside + 1; at += 1) {
        if (sections[at] === 0) sections[at] = seats.section[i]! + 1;
      }
    }
    sections[row * columns + column] = seats.section[i]! + 1;
  }
  return { left, top, cell, columns, rows, sections };
}
