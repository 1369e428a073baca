/** What the painters read: the columns, each seat's present style, and what follows from the columns alone. */
import { FLAG_RESTRICTED_VIEW, SEAT_KINDS, type SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { Point, Shape, Table } from '../../src-shared/domain/seat-map/document.ts';
import { tableCorners } from '../../src-shared/domain/seat-map/plan-size.ts';
import type { SeatTheme } from './marks.ts';
import type { Pictures } from './pictures.ts';
import type { SectionCounts } from './section-counts.ts';
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
  readonly radii: RadiusClasses;
  readonly counts: SectionCounts;
  theme: SeatTheme;
  filter: SeatFilter | null;
  /** Those there are to choose from; none where there is but one. */
  readonly floors: readonly string[];
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

/** Seats' radii in a few sizes, so that seats of a size can be drawn alike. */
export interface RadiusClasses {
  /** In map units. */
  readonly sizes: readonly number[];
  /** Index into `sizes`, by ordinal. */
  readonly sizeOf: Uint8Array;
}

export interface RowLabel {
  readonly label: string;
  /** The seat it stands beyond, by its ordinal. */
  readonly seat: number;
  readonly at: Point;
  /** Where that seat is. */
  readonly end: Point;
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
  /** The place of the seat that is nearest to the middle of all its seats: in the section even where it is an arc. */
  readonly heart: Point;
}

/** Seats that look different now, and beside each the style it had until now and the one it has. */
export interface RestyledSeats {
  readonly ordinals: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Works out styles again: of the seats named, or of all. Returns those of the named that look different now. */
export function restyle(
  scene: Pick<SeatScene, 'columns' | 'theme' | 'styles' | 'counts'>,
  source: SeatStateSource,
  changed: ArrayLike<number> | null,
): RestyledSeats {
  const states = source.states();
  const { columns, theme, styles } = scene;
  scene.counts.update(states, changed);
  const ordinals: number[] = [];
  const before: number[] = [];
  const after: number[] = [];
  if (changed === null) {
    for (let i = 0; i < columns.count; i += 1) styles[i] = theme.styleOf(i, columns, states);
    return { ordinals, before, after };
  }
  for (let i = 0; i < changed.length; i += 1) {
    const ordinal = changed[i]!;
    if (ordinal >= columns.count) continue;
    const style = theme.styleOf(ordinal, columns, states);
    if (styles[ordinal] === style) continue;
    ordinals.push(ordinal);
    before.push(styles[ordinal]!);
    after.push(style);
    styles[ordinal] = style;
  }
  return { ordinals, before, after };
}

/** Whether a seat passes the scene's filter of the moment; the theme must stay the same. */
export function createFilterTest(scene: SeatScene): (ordinal: number) => boolean {
  const { theme, styles } = scene;
  let filter: SeatFilter | null = null;
  let passing = new Uint8Array(0);
  return (ordinal) => {
    if (scene.filter === null) return true;
    if (filter !== scene.filter) {
      filter = scene.filter;
      passing = Uint8Array.from(theme.styles, ({ key }) => (filter!.styles?.has(key) === false ? 0 : 1));
    }
    return passing[styles[ordinal]!] === 1 && filter.mask?.[ordinal] !== 0;
  };
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

/** More sizes than any house has on purpose; a plan traced by a machine may have as many as seats. */
const MOST_SIZES = 64;
/** A radius this many times the usual, or this small a part of it, is a mistake, and drawn as the largest or smallest. */
const SIZE_RANGE = 8;

/** Every radius as it is while there are few; else to the next of steps a fifteenth apart. */
export function radiusClassesOf({ count, radius }: SeatColumns, usual: number): RadiusClasses {
  const held = new Map<number, number>();
  const sizeOf = new Uint8Array(count);
  const clamped = (i: number) =>
    Number.isFinite(radius[i]!) ? Math.min(usual * SIZE_RANGE, Math.max(usual / SIZE_RANGE, radius[i]!)) : usual;
  const step = Math.log(SIZE_RANGE * SIZE_RANGE) / (MOST_SIZES - 1);
  const stepped = (r: number) =>
    (usual / SIZE_RANGE) * Math.exp(Math.round(Math.log((r * SIZE_RANGE) / usual) / step) * step);
  const distinct = new Set<number>();
  for (let i = 0; i < count && distinct.size <= MOST_SIZES; i += 1) distinct.add(clamped(i));
  for (let i = 0; i < count; i += 1) {
    const size = distinct.size <= MOST_SIZES ? clamped(i) : stepped(clamped(i));
    const at = held.get(size) ?? held.size;
    held.set(size, at);
    sizeOf[i] = at;
  }
  return { sizes: held.size === 0 ? [usual] : [...held.keys()], sizeOf };
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
        labels.push({ label, seat: first, at: beyond(columns, first, last, 1), end: seatPoint(columns, first) });
      if (labelPosition === 'END' || labelPosition === 'BOTH')
        labels.push({ label, seat: last, at: beyond(columns, last, first, -1), end: seatPoint(columns, last) });
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
  const sums = new Map<number, SectionSum>();
  for (let i = 0; i < count; i += 1) {
    const [px, py, r] = [x[i]!, y[i]!, radius[i]!];
    if (!Number.isFinite(px + py + r)) continue;
    let sum = sums.get(section[i]!);
    if (sum === undefined) {
      sum = { seats: 0, x: 0, y: 0, left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
      sums.set(section[i]!, sum);
    }
    sum.seats += 1;
    sum.x += px;
    sum.y += py;
    sum.left = Math.min(sum.left, px - r);
    sum.right = Math.max(sum.right, px + r);
    sum.top = Math.min(sum.top, py - r);
    sum.bottom = Math.max(sum.bottom, py + r);
  }
  const hearts = heartsOf(columns, sums);
  for (const { table, section: index } of columns.rows) {
    const sum = table === undefined ? undefined : sums.get(index);
    for (const corner of sum === undefined ? [] : tableCorners(table!)) {
      sum!.left = Math.min(sum!.left, corner.x);
      sum!.right = Math.max(sum!.right, corner.x);
      sum!.top = Math.min(sum!.top, corner.y);
      sum!.bottom = Math.max(sum!.bottom, corner.y);
    }
  }
  return [...sums].map(([index, { left, top, right, bottom }]) => {
    return {
      index,
      name: sections[index]?.name ?? '',
      bounds: { left, top, right, bottom },
      heart: hearts.get(index)!,
    };
  });
}

interface SectionSum {
  seats: number;
  x: number;
  y: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function heartsOf({ count, x, y, section }: SeatColumns, sums: ReadonlyMap<number, SectionSum>): Map<number, Point> {
  const nearest = new Map<number, { seat: number; square: number }>();
  for (let i = 0; i < count; i += 1) {
    const sum = sums.get(section[i]!);
    if (sum === undefined) continue;
    const square = (x[i]! - sum.x / sum.seats) ** 2 + (y[i]! - sum.y / sum.seats) ** 2;
    const held = nearest.get(section[i]!);
    if (held === undefined) nearest.set(section[i]!, { seat: i, square });
    else if (square < held.square) [held.seat, held.square] = [i, square];
  }
  return new Map([...nearest].map(([index, { seat }]) => [index, { x: x[seat]!, y: y[seat]! }]));
}
