/**
 * Row counts in CSV: a line a row, with its section and how many seats it has.
 */
import { text } from '../../../text/text.ts';
import type { Result } from '../../result.ts';
import { createFinding } from '../fault.ts';
import { groupBy } from '../reading-order.ts';
import { readSeatNumbers, sectionName, type CountedRow } from './counted-section.ts';
import { badLines, type CsvProblem, type CsvRecord, type CsvText } from './csv-reader.ts';
import { findColumns, plainHeading } from './manifest-columns.ts';
import { countedOf, type RowCounts } from './row-counts.ts';

/** Headings as letters and digits in lower case. Sections and rows are found as in a seat list. */
const COUNT = ['count', 'seats', 'seatcount', 'numberofseats', 'places', 'plätze', 'anzahl', 'quantity'] as const;
const STAND = ['stand', 'tribune', 'tribuna', 'tribüne', 'side'] as const;
const TIER = ['tier', 'level', 'ring', 'floor', 'deck'] as const;

interface CountColumns {
  readonly section: number;
  readonly row: number;
  readonly count: number;
  readonly stand: number | null;
  readonly tier: number | null;
}

/** Where the columns of row counts are, or null when the headings are of something else: a seat list has seats. */
export function findCountColumns(headings: readonly string[]): CountColumns | null {
  const plain = headings.map(plainHeading);
  const indexOf = (names: readonly string[]): number | null => {
    const index = plain.findIndex((heading) => names.includes(heading));
    return index < 0 ? null : index;
  };
  const { section, row, seat } = findColumns(headings).indexOf;
  const count = indexOf(COUNT);
  if (section === undefined || row === undefined || count === null || seat !== undefined) return null;
  return { section, row, count, stand: indexOf(STAND), tier: indexOf(TIER) };
}

/** Reads the lines, or says all that is wrong with them at once. Errors: PLAN_BAD_LINES, those of countedOf. */
export function readCountList(
  { records, problems: quoting }: CsvText,
  columns: CountColumns,
  fileName: string,
): Result<RowCounts> {
  const problems: CsvProblem[] = [...quoting];
  const empty = createFinding('EMPTY', 'WARNING');
  const lines = records.slice(1).map((record) => {
    const cell = (index: number | null): string => (index === null ? '' : (record.fields[index] ?? '')).trim();
    const stand = cell(columns.stand) || null;
    const tier = cell(columns.tier) || null;
    const row = rowOf(record, cell(columns.row), cell(columns.count), problems);
    return { stand, tier, name: cell(columns.section), row };
  });
  if (problems.length > 0) return badLines(fileName, problems);
  const sections = [...groupBy(lines, ({ stand, tier, name }) => JSON.stringify([stand, tier, name])).values()].flatMap(
    (ofSection) => {
      const { stand, tier, name } = ofSection[0]!;
      const rows = ofSection.flatMap(({ row }) => {
        if (row.numbers.length > 0) return [row];
        empty.add(sectionName(stand, name), row.label, '', text('planFault.emptyRow'));
        return [];
      });
      return rows.length === 0 ? [] : [{ stand, tier, name, rows }];
    },
  );
  return countedOf({ sections, findings: empty.done(), hasStands: columns.stand !== null }, fileName);
}

function rowOf(record: CsvRecord, label: string, written: string, problems: CsvProblem[]): CountedRow {
  const numbers = readSeatNumbers(written);
  if (typeof numbers !== 'string') return { label, numbers };
  problems.push({ line: record.line, problem: numbers });
  return { label, numbers: [] };
}
