/**
 * A seat list in CSV: a line a seat, with or without places on the plan. A list with a line a row is row counts.
 */
import { text } from '../../../text/text.ts';
import { fail, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import { COORDINATE_MAX } from '../check/places.ts';
import type { Row, Seat, SeatKind, SeatMapDocument, Section } from '../document.ts';
import { createFinding } from '../fault.ts';
import type { Finding } from '../fault.ts';
import { fitPlanSize } from '../plan-size.ts';
import { compareLabels, groupBy, inReadingOrder } from '../reading-order.ts';
import { boundsOf, distance, median } from '../row-geometry.ts';
import { badLines, readCsv } from './csv-reader.ts';
import type { CsvProblem, CsvRecord } from './csv-reader.ts';
import { houseOfCounts } from './counted-house.ts';
import { layOutDocument, SEAT_RADIUS } from './lay-out.ts';
import { noSeats, notRecognised, PLAN_SEATS_MAX, planName, tooManySeats } from './limits.ts';
import { findCountColumns, readCountList } from './row-count-list.ts';
import { findColumns } from './manifest-columns.ts';
import type { CsvMapping, FoundColumns, ManifestColumn } from './manifest-columns.ts';
import { categoriesOf } from './manifest-prices.ts';

/** Radius of a seat as a share of the spacing: discs that nearly touch along a row. */
const RADIUS_SHARE = 0.42;

const KIND_BY_WORD: Readonly<Record<string, SeatKind>> = {
  '': 'STANDARD',
  standard: 'STANDARD',
  normal: 'STANDARD',
  seat: 'STANDARD',
  vip: 'VIP',
  wheelchair: 'WHEELCHAIR',
  accessible: 'WHEELCHAIR',
  companion: 'COMPANION',
  carer: 'COMPANION',
  house: 'HOUSE',
};

/** A line of the file as it will be a seat. */
interface Line {
  readonly line: number;
  readonly section: string;
  readonly row: string;
  readonly seat: string;
  readonly x: number | null;
  readonly y: number | null;
  readonly category: string;
  readonly price: string;
  readonly kindWord: string;
  readonly floor: string;
  readonly entrance: string;
  readonly id: string;
}

export interface ManifestOptions {
  readonly fileName: string;
  readonly csvMapping?: CsvMapping | undefined;
  /** Digits of the currency's minor unit: 2 for euros, 0 for yen. */
  readonly minorUnitDigits: number;
}

export interface ManifestPlan {
  readonly document: SeatMapDocument;
  /** What the document cannot show any more because reading put it right. */
  readonly findings: readonly Finding[];
}

/** Reads the list, or says all that is wrong with its columns or lines at once. */
export function readManifest(source: string, options: ManifestOptions): Result<ManifestPlan> {
  const csv = readCsv(source);
  const [header, ...records] = csv.records;
  if (header === undefined) return source.trim() === '' ? noSeats(options.fileName) : notRecognised(options.fileName);
  const counted = options.csvMapping?.seat === undefined ? findCountColumns(header.fields) : null;
  if (counted !== null) {
    const counts = readCountList(csv, counted, options.fileName);
    if (!counts.ok) return counts;
    return ok({ document: houseOfCounts(counts.value, planName(options.fileName)), findings: counts.value.findings });
  }
  const columns = findColumns(header.fields, options.csvMapping);
  const refused = refuseColumns(header, columns, options.fileName);
  if (refused !== null) return refused;
  if (records.length > PLAN_SEATS_MAX) return tooManySeats(options.fileName, records.length);
  const problems = [...csv.problems];
  const lines = records.map((record) => readLine(record, header.fields.length, columns, problems));
  if (problems.length > 0) return badLines(options.fileName, problems);
  if (lines.length === 0) return noSeats(options.fileName);
  return ok(planOf(lines, options));
}

function refuseColumns(header: CsvRecord, columns: FoundColumns, fileName: string) {
  const found = header.fields.map((field) => field.trim()).join(', ');
  if (Object.keys(columns.indexOf).length === 0) return notRecognised(fileName);
  if (columns.missing.length > 0) {
    const values = { fileName, missing: columns.missing.join(', '), found };
    return fail('PLAN_MISSING_COLUMNS', text('planImport.missingColumns', values), {
      missing: columns.missing,
      found: header.fields,
    });
  }
  if (columns.repeated.length > 0) {
    const values = { fileName, columns: columns.repeated.join(', ') };
    return fail('PLAN_REPEATED_COLUMNS', text('planImport.repeatedColumns', values), { columns: columns.repeated });
  }
  return null;
}

function readLine(record: CsvRecord, width: number, columns: FoundColumns, problems: CsvProblem[]): Line {
  const cell = (column: ManifestColumn): string => {
    const field = record.fields[columns.indexOf[column] ?? -1] ?? '';
    return field.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '');
  };
  const needed = Math.max(...(['section', 'row', 'seat'] as const).map((column) => columns.indexOf[column] ?? 0));
  const used = record.fields.findLastIndex((field) => field.trim() !== '') + 1;
  if (used > width || record.fields.length <= needed) {
    const problem = text('planImport.fieldCount', { found: record.fields.length, wanted: width });
    problems.push({ line: record.line, problem });
  }
  const coordinate = (column: 'x' | 'y'): number | null => {
    if (columns.indexOf[column] === undefined) return null;
    const written = cell(column);
    const value = /^-?\d+,\d+$/.test(written) ? Number(written.replace(',', '.')) : Number(written);
    if (written !== '' && Math.abs(value) <= COORDINATE_MAX) return value;
    problems.push({ line: record.line, problem: text('planImport.coordinate', { column, value: written }) });
    return 0;
  };
  return {
    line: record.line,
    section: cell('section'),
    row: cell('row'),
    seat: cell('seat'),
    x: coordinate('x'),
    y: coordinate('y'),
    category: cell('category'),
    price: cell('price'),
    kindWord: cell('kind').toLowerCase(),
    floor: cell('floor'),
    entrance: cell('entrance'),
    id: cell('id'),
  };
}

function planOf(lines: readonly Line[], { fileName, minorUnitDigits }: ManifestOptions): ManifestPlan {
  const { categories, idByCell } = categoriesOf(lines, minorUnitDigits);
  const unknownKinds = createFinding('UNKNOWN_KIND', 'WARNING');
  const sections: Section[] = [];
  const rows: Row[] = [];
  const linesByRow: (readonly Line[])[] = [];
  const isPlaced = hasPlaces(lines);
  for (const ofSection of groupBy(lines, (line) => JSON.stringify([line.floor, line.section])).values()) {
    const section = sectionOf(`s${sections.length + 1}`, ofSection);
    sections.push(section);
    const groups = [...groupBy(ofSection, (line) => line.row)];
    if (!isPlaced) groups.sort(([a], [b]) => compareLabels(a, b));
    for (const [label, ofRow] of groups) {
      rows.push({ id: `${section.id}-r${rows.length + 1}`, sectionId: section.id, label, labelPosition: 'BOTH' });
      linesByRow.push(isPlaced ? ofRow : [...ofRow].sort((a, b) => compareLabels(a.seat, b.seat)));
    }
  }
  const idOf = createIds();
  const seats = linesByRow.flatMap((ofRow, row) =>
    ofRow.map((line): Seat => {
      const kind = KIND_BY_WORD[line.kindWord];
      if (kind === undefined) {
        unknownKinds.add(line.section, line.row, line.seat, text('planFault.unknownKind', { kind: line.kindWord }));
      }
      return {
        id: line.id === '' ? idOf(`${line.section}-${line.row}-${line.seat}`) : line.id,
        rowId: (rows[row] as Row).id,
        label: line.seat,
        x: line.x ?? 0,
        y: line.y ?? 0,
        radius: SEAT_RADIUS,
        categoryId: idByCell(line),
        kind: kind ?? 'STANDARD',
        restrictedView: false,
        companionOf: null,
      };
    }),
  );
  const name = planName(fileName);
  const unplaced: SeatMapDocument = {
    name,
    width: 0,
    height: 0,
    focalPoint: { x: 0, y: 0 },
    categories,
    sections,
    rows,
    seats,
    shapes: [],
  };
  const document = isPlaced ? framed(inReadingOrder(unplaced)) : layOutDocument(unplaced);
  return { document: withCompanions(document), findings: unknownKinds.done() };
}

/** Columns of zeros are no places. */
function hasPlaces(lines: readonly Line[]): boolean {
  const [first] = lines;
  if (first === undefined || first.x === null) return false;
  return lines.length === 1 || lines.some((line) => line.x !== first.x || line.y !== first.y);
}

function sectionOf(id: string, lines: readonly Line[]): Section {
  return {
    id,
    name: lines[0]?.section ?? '',
    floor: lines.find((line) => line.floor !== '')?.floor ?? null,
    entrance: lines.find((line) => line.entrance !== '')?.entrance ?? null,
    outline: null,
  };
}

/** Ids made from names; a name that comes again gets a number, since the repeated name is the fault and is told. */
function createIds(): (wanted: string) => string {
  const times = new Map<string, number>();
  return (wanted) => {
    const time = (times.get(wanted) ?? 0) + 1;
    times.set(wanted, time);
    return time === 1 ? wanted : `${wanted}#${time}`;
  };
}

/** Sizes and focal point for places that the file gives: the stage is taken to be in front, at the top. */
function framed(document: SeatMapDocument): SeatMapDocument {
  const steps: number[] = [];
  document.seats.forEach((seat, index) => {
    const before = document.seats[index - 1];
    if (before !== undefined && before.rowId === seat.rowId) steps.push(distance(before, seat));
  });
  const spacing = median(steps.filter((step) => step > 0)) || SEAT_RADIUS / RADIUS_SHARE;
  const bounds = boundsOf(document.seats) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const seats = document.seats.map((seat) => ({ ...seat, radius: spacing * RADIUS_SHARE }));
  const focalPoint = { x: (bounds.left + bounds.right) / 2, y: bounds.top - 4 * spacing };
  return fitPlanSize({ ...document, seats, focalPoint });
}

/** A list does not say whose companion a place is: the nearest wheelchair place of its row. */
function withCompanions(document: SeatMapDocument): SeatMapDocument {
  const wheelchairsByRowId = groupBy(
    document.seats.filter((seat) => seat.kind === 'WHEELCHAIR'),
    (seat) => seat.rowId,
  );
  const seats = document.seats.map((seat): Seat => {
    const candidates = seat.kind === 'COMPANION' ? (wheelchairsByRowId.get(seat.rowId) ?? []) : [];
    const nearest = candidates.reduce<Seat | null>(
      (best, next) => (best === null || distance(next, seat) < distance(best, seat) ? next : best),
      null,
    );
    return nearest === null ? seat : { ...seat, companionOf: nearest.id };
  });
  return { ...document, seats };
}
