/**
 * What the finder knows of a house before it is asked, made once a map version: who sits beside whom and behind whom,
 * which chairs stand round a table, how good a seat is. What there is to sell comes with the stock.
 */
import { FLAG_AISLE, FLAG_RESTRICTED_VIEW, SEAT_KINDS } from '../seat-map/columns.ts';
import type { SeatColumns } from '../seat-map/columns.ts';
import { median, spacingOfSteps } from '../seat-map/row-geometry.ts';
import { distanceBetween, neighboursOf, wheelchairsOfCompanions } from './neighbours.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * Seats so far apart, in map units, are drawn in centimetres: from a tight bench to a wide armchair. Importers keep a
 * file's own units, and a distance in those would be a lie.
 */
const CENTIMETRE_SPACINGS = { from: 40, to: 80 } as const;

const WHEELCHAIR = SEAT_KINDS.indexOf('WHEELCHAIR');
const COMPANION = SEAT_KINDS.indexOf('COMPANION');

export interface House extends Neighbours {
  readonly columns: SeatColumns;
  /** First ordinal of each row, and the count at the end: rows are runs of ordinals. */
  readonly rowStart: Int32Array;
  readonly rowsOfSection: readonly (readonly number[])[];
  /** 1 for the places not everyone may take: a wheelchair's and a companion's. */
  readonly isReserved: Uint8Array;
  /** The wheelchair place of each companion place: the nearest of its row, or else of its section. */
  readonly wheelchairOf: ReadonlyMap<number, number>;
  /** How good a seat is to anybody, summed over the ordinals before each and over all at the end: whole numbers. */
  readonly worthBefore: Float64Array;
  /** Seats on an aisle, and wheelchair places, among the ordinals before each. */
  readonly aislesBefore: Int32Array;
  readonly wheelchairsBefore: Int32Array;
  /** Rows whose seats stand round a table. */
  readonly tableRows: readonly number[];
  /** How far apart neighbours are, in map units; 1 when nobody has a neighbour. */
  readonly spacing: number;
  /** Null when the map does not say how large it is. */
  readonly unitsPerMetre: number | null;
}

/** Prepares a published map for finding. */
export function createHouse(columns: SeatColumns): House {
  const { rows } = columns;
  const rowStart = startsOfRows(columns);
  const rowsOfSection = columns.sections.map((): number[] => []);
  rows.forEach(({ section }, row) => rowsOfSection[section]?.push(row));
  const sectionOfRow = rows.map(({ section }) => section);
  const spacings = spacingOfSteps(stepsOf(columns, rowStart), sectionOfRow);
  const spacing = median(spacings.filter((each) => each > 0)) || 1;
  return {
    columns,
    rowStart,
    rowsOfSection,
    ...neighboursOf(columns, rowStart, spacings),
    wheelchairOf: wheelchairsOfCompanions(columns),
    ...countsOf(columns),
    tableRows: rows.flatMap(({ table }, row) => (table === undefined ? [] : [row])),
    spacing,
    unitsPerMetre: spacing >= CENTIMETRE_SPACINGS.from && spacing <= CENTIMETRE_SPACINGS.to ? 100 : null,
  };
}

export function isTable({ columns }: House, row: number): boolean {
  return columns.rows[row]!.table !== undefined;
}

export function isWheelchair({ columns }: House, seat: number): boolean {
  return columns.kind[seat] === WHEELCHAIR;
}

export function isOnAisle({ columns }: House, seat: number): boolean {
  return (columns.flags[seat]! & FLAG_AISLE) !== 0;
}

export function hasRestrictedView({ columns }: House, seat: number): boolean {
  return (columns.flags[seat]! & FLAG_RESTRICTED_VIEW) !== 0;
}

type Counts = Pick<House, 'isReserved' | 'worthBefore' | 'aislesBefore' | 'wheelchairsBefore'>;

function countsOf({ count, kind, flags, quality }: SeatColumns): Counts {
  const isReserved = new Uint8Array(count);
  const worthBefore = new Float64Array(count + 1);
  const aislesBefore = new Int32Array(count + 1);
  const wheelchairsBefore = new Int32Array(count + 1);
  for (let seat = 0; seat < count; seat++) {
    isReserved[seat] = kind[seat] === WHEELCHAIR || kind[seat] === COMPANION ? 1 : 0;
    // A restricted view counts half: quality is doubled where there is none, so that all stays whole.
    const worth = quality[seat]! * ((flags[seat]! & FLAG_RESTRICTED_VIEW) === 0 ? 2 : 1);
    worthBefore[seat + 1] = worthBefore[seat]! + worth;
    aislesBefore[seat + 1] = aislesBefore[seat]! + ((flags[seat]! & FLAG_AISLE) === 0 ? 0 : 1);
    wheelchairsBefore[seat + 1] = wheelchairsBefore[seat]! + (kind[seat] === WHEELCHAIR ? 1 : 0);
  }
  return { isReserved, worthBefore, aislesBefore, wheelchairsBefore };
}

/** The distances between a row's neighbours; a table's chairs say nothing of how far apart seats in a row are. */
function stepsOf(columns: SeatColumns, rowStart: Int32Array): number[][] {
  return columns.rows.map(({ table }, row) => {
    const steps: number[] = [];
    if (table !== undefined) return steps;
    for (let seat = rowStart[row]! + 1; seat < rowStart[row + 1]!; seat++) {
      const step = distanceBetween(columns, seat - 1, seat);
      if (step > 0) steps.push(step);
    }
    return steps;
  });
}

/** A row without seats starts where the next one does. */
function startsOfRows({ count, row, rows }: SeatColumns): Int32Array {
  const starts = new Int32Array(rows.length + 1).fill(count);
  for (let seat = count - 1; seat >= 0; seat--) starts[row[seat]!] = seat;
  for (let each = rows.length - 1; each >= 0; each--) starts[each] = Math.min(starts[each]!, starts[each + 1]!);
  return starts;
}
