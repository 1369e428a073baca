/** What the painters read: the columns, each seat's present style, and what follows from the columns alone. */
import { FLAG_RESTRICTED_VIEW, SEAT_KINDS, type SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { Point, Shape, Table } from '../../src-shared/domain/seat-map/document.ts';
import { tableCorners } from '../../src-shared/domain/seat-map/plan-size.ts';
import type { SeatStyle, SeatTheme } from './marks.ts';
import type { Pictures } from './pictures.ts';
import type { SeatIndex } from './seat-index.ts';
import type { SeatStateSource } from './seat-state-source.ts';
import type { AreaPlace } from './area-spot.ts';
import type { Bounds } from './view.ts';

/** Seats outside the filter stay where they are, dimmed. A seat passes when it passes both parts. */
export interface SeatFilter {
  /** Keys of the theme's styles that pass; all when left out. */
  readonly styles?: ReadonlySet<string>;
  /** 1 for each ordinal that passes; all when left out. */
  readonly mask?: Uint8Array;
}

export interface SeatScene {
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
  readonly areas: readonly AreaPlace[];
  readonly tables: readonly TablePlace[];
  readonly pictures: Pictures;
  readonly index: SeatIndex;
  readonly outlines: Uint8Array;
  readonly rowLabels: readonly RowLabel[];
  /** How far row letters usually are from the next, in units of the map; Infinity where there is but one. */
  readonly rowPitch: number;
  readonly sections: readonly SectionExtent[];
  readonly fontFamily: string;
  /** A usual seat's radius in map units: levels of detail go by it. */
  readonly seatRadius: number;
  theme: SeatTheme;
  filter: SeatFilter | null;
  /** The floor shown alone; null for all. */
  floor: string | null;
  /** 1 for each ordinal that is not shown, so neither drawn nor found; null when all are. */
  hidden: Uint8Array | null;
  /** How many may still come into an area, by its id; an area not named shows what it holds. */
  areaFree: ReadonlyMap<string, number> | null;
  /** Index into the theme's styles, by ordinal. */
  readonly styles: Uint16Array;
}

/** How a seat's body is traced: by kind, so that it shows at any colour. */
export const OUTLINE_DISC = 0;
export const OUTLINE_SQUARE = 1;
export const OUTLINE_WHEELCHAIR = 2;
/** A disc with its top cut off: something is in the way of looking. */
export const OUTLINE_CUT = 3;

export interface RowLabel {
  readonly label: string;
  readonly at: Point;
  /** The seat it stands beyond. */
  readonly end: Point;
  readonly seat: number;
}

/** A table with its chairs, the ordinals from `first` to `last`. */
export interface TablePlace {
  readonly table: Table;
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

export interface SectionExtent {
  /** Index into the columns' sections. */
  readonly index: number;
  readonly name: string;
  readonly bounds: Bounds;
}

export function styleOfSeat(scene: SeatScene, ordinal: number): SeatStyle {
  return scene.theme.styles[scene.styles[ordinal]!]!;
}

/** Works out styles again: of the seats named, or of all. */
export function restyle(scene: SeatScene, source: SeatStateSource, changed: ArrayLike<number> | null): void {
  const states = source.states();
  const { columns, theme, styles } = scene;
  if (changed === null) {
    for (let i = 0; i < columns.count; i += 1) styles[i] = theme.styleOf(i, columns, states);
    return;
  }
  for (let i = 0; i < changed.length; i += 1) {
    const ordinal = changed[i]!;
    if (ordinal < columns.count) styles[ordinal] = theme.styleOf(ordinal, columns, states);
  }
}

export function passes(scene: SeatScene, ordinal: number): boolean {
  const { filter } = scene;
  if (filter === null) return true;
  if (filter.mask !== undefined && filter.mask[ordinal] === 0) return false;
  return filter.styles === undefined || filter.styles.has(styleOfSeat(scene, ordinal).key);
}

export function outlinesOf({ count, kind, flags }: SeatColumns): Uint8Array {
  const outlines = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const name = SEAT_KINDS[kind[i]!];
    if (name === 'WHEELCHAIR') outlines[i] = OUTLINE_WHEELCHAIR;
    else if (name === 'COMPANION') outlines[i] = OUTLINE_SQUARE;
    else if ((flags[i]! & FLAG_RESTRICTED_VIEW) !== 0) outlines[i] = OUTLINE_CUT;
  }
  return outlines;
}

/** The median radius of the seats that have one. */
export function usualRadius({ count, radius }: SeatColumns): number {
  const radii = radius
    .subarray(0, count)
    .filter((r) => Number.isFinite(r) && r > 0)
    .sort();
  return radii[radii.length >> 1] ?? 1;
}

/** Each row's letter, one seat's distance beyond the ends its plan asks for. A table carries its label itself. */
export function rowLabelsOf(columns: SeatColumns): RowLabel[] {
  const labels: RowLabel[] = [];
  for (let first = 0; first < columns.count;) {
    let last = first;
    while (last + 1 < columns.count && columns.row[last + 1] === columns.row[first]) last += 1;
    const row = columns.rows[columns.row[first]!];
    if (row !== undefined && row.table === undefined && row.label.trim() !== '') {
      const { label, labelPosition } = row;
      if (labelPosition === 'START' || labelPosition === 'BOTH')
        labels.push({ label, at: beyond(columns, first, last, 1), end: seatPoint(columns, first), seat: first });
      if (labelPosition === 'END' || labelPosition === 'BOTH')
        labels.push({ label, at: beyond(columns, last, first, -1), end: seatPoint(columns, last), seat: last });
    }
    first = last + 1;
  }
  return labels.filter(({ at }) => Number.isFinite(at.x) && Number.isFinite(at.y));
}

export function tablesOf(columns: SeatColumns): TablePlace[] {
  const tables: TablePlace[] = [];
  for (let first = 0; first < columns.count;) {
    let last = first;
    while (last + 1 < columns.count && columns.row[last + 1] === columns.row[first]) last += 1;
    const row = columns.rows[columns.row[first]!];
    if (row?.table !== undefined) tables.push({ table: row.table, label: row.label, first, last });
    first = last + 1;
  }
  return tables;
}

function seatPoint({ x, y }: SeatColumns, ordinal: number): Point {
  return { x: x[ordinal]!, y: y[ordinal]! };
}

/** The median distance from a row's letter to the nearer of the two before it: a row may have one at each end. */
export function rowPitchOf(labels: readonly RowLabel[]): number {
  const distances = labels.slice(1).map(({ at }, index) => {
    const before = labels.slice(Math.max(0, index - 1), index + 1);
    return Math.min(...before.map((other) => Math.hypot(at.x - other.at.x, at.y - other.at.y)));
  });
  return distances.toSorted((a, b) => a - b)[distances.length >> 1] ?? Number.POSITIVE_INFINITY;
}

function beyond({ x, y, radius }: SeatColumns, end: number, otherEnd: number, inward: 1 | -1): Point {
  const away = radius[end]! * 2.6;
  if (end === otherEnd) return { x: x[end]! - away * inward, y: y[end]! };
  const dx = x[end]! - x[end + inward]!;
  const dy = y[end]! - y[end + inward]!;
  const length = Math.hypot(dx, dy);
  if (length === 0) return { x: x[end]! - away * inward, y: y[end]! };
  return { x: x[end]! + (dx / length) * away, y: y[end]! + (dy / length) * away };
}

/** How far each section reaches: its seats, and the tables they stand round. */
export function sectionsOf(columns: SeatColumns): SectionExtent[] {
  const { count, x, y, radius, section, sections } = columns;
  const extents = new Map<number, { left: number; top: number; right: number; bottom: number }>();
  const reach = (index: number, left: number, top: number, right: number, bottom: number) => {
    const bounds = extents.get(index);
    if (bounds === undefined) {
      extents.set(index, { left, top, right, bottom });
      return;
    }
    bounds.left = Math.min(bounds.left, left);
    bounds.right = Math.max(bounds.right, right);
    bounds.top = Math.min(bounds.top, top);
    bounds.bottom = Math.max(bounds.bottom, bottom);
  };
  for (let i = 0; i < count; i += 1) {
    const [px, py, r] = [x[i]!, y[i]!, radius[i]!];
    if (Number.isFinite(px + py + r)) reach(section[i]!, px - r, py - r, px + r, py + r);
  }
  for (const { table, section: index } of columns.rows) {
    for (const corner of table === undefined ? [] : tableCorners(table))
      reach(index, corner.x, corner.y, corner.x, corner.y);
  }
  return [...extents].map(([index, bounds]) => ({ index, name: sections[index]?.name ?? '', bounds }));
}
