/**
 * CSV as spreadsheets write it (RFC 4180): quoted fields with separators, quotes and line breaks in them, a separator
 * of comma, semicolon or tab, a byte-order mark, Excel's `sep=` line. csv-parse was looked at and left: it wants
 * Buffer, 120 KB of it in a browser, and tells places less well.
 */
import { text } from '../../../text/text.ts';
import { fail } from '../../result.ts';
import { firstFew } from './limits.ts';

export type CsvSeparator = ',' | ';' | '\t';

export interface CsvRecord {
  /** The line the record begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvProblem {
  readonly line: number;
  readonly problem: string;
}

export interface CsvText {
  readonly separator: CsvSeparator;
  /** Blank lines are left out. */
  readonly records: readonly CsvRecord[];
  readonly problems: readonly CsvProblem[];
}

/** Splits a text into records. Problems of quoting are told by line; the other lines are read all the same. */
export function readCsv(source: string): CsvText {
  const unmarked = source.startsWith('\ufeff') ? source.slice(1) : source;
  const declared = /^sep=([,;\t])\r?\n/.exec(unmarked);
  const body = declared === null ? unmarked : unmarked.slice(declared[0].length);
  const separator = (declared?.[1] as CsvSeparator | undefined) ?? separatorOf(body);
  return { separator, ...splitRecords(body, separator, declared === null ? 1 : 2) };
}

/** PLAN_BAD_LINES with all that is wrong, in the file's order. */
export function badLines(fileName: string, problems: readonly CsvProblem[]) {
  const sorted = [...problems].sort((a, b) => a.line - b.line);
  const first = firstFew(
    sorted.slice(0, 5).map((problem) => text('planImport.line', { ...problem })),
    sorted.length,
  );
  const message = text('planImport.badLines', { fileName, count: sorted.length, first });
  return fail('PLAN_BAD_LINES', message, { count: sorted.length, lines: sorted.slice(0, 20) });
}

/** The separator that comes most often in the first line, outside quotes. */
function separatorOf(body: string): CsvSeparator {
  const counts = new Map<CsvSeparator, number>([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let quoted = false;
  for (const char of body) {
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === '\n' || char === '\r')) break;
    const count = quoted ? undefined : counts.get(char as CsvSeparator);
    if (count !== undefined) counts.set(char as CsvSeparator, count + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function splitRecords(body: string, separator: CsvSeparator, firstLine: number): Pick<CsvText, 'records' | 'problems'> {
  const records: CsvRecord[] = [];
  const problems: CsvProblem[] = [];
  let line = firstLine;
  let at = 0;
  while (at < body.length) {
    const begins = line;
    const fields: string[] = [];
    let problem: string | null = null;
    for (;;) {
      const field = body[at] === '"' ? quotedField(body, at, separator) : plainField(body, at, separator);
      fields.push(field.value);
      problem ??= field.problem;
      line += field.lines;
      at = field.end;
      if (body[at] !== separator) break;
      at++;
    }
    if (body[at] === '\r' && body[at + 1] === '\n') at++;
    if (at < body.length) [at, line] = [at + 1, line + 1];
    if (problem !== null) problems.push({ line: begins, problem });
    else if (fields.length > 1 || fields[0]?.trim() !== '') records.push({ line: begins, fields });
  }
  return { records, problems };
}

interface Field {
  readonly value: string;
  readonly end: number;
  /** Line breaks inside the field. */
  readonly lines: number;
  readonly problem: string | null;
}

function plainField(body: string, from: number, separator: CsvSeparator): Field {
  let end = from;
  while (end < body.length && body[end] !== separator && body[end] !== '\n' && body[end] !== '\r') end++;
  return { value: body.slice(from, end), end, lines: 0, problem: null };
}

function quotedField(body: string, from: number, separator: CsvSeparator): Field {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = body.indexOf('"', at);
    if (quote < 0) {
      const rest = plainField(body, from, separator);
      return { ...rest, problem: text('planImport.unclosedQuote') };
    }
    value += body.slice(at, quote);
    if (body[quote + 1] !== '"') {
      const rest = plainField(body, quote + 1, separator);
      const lines = value.split(/\r\n|\n|\r/).length - 1;
      return { value, end: rest.end, lines, problem: rest.value === '' ? null : text('planImport.afterQuote') };
    }
    value += '"';
    at = quote + 2;
  }
}
