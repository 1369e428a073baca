/** Tables as text that spreadsheets open (RFC 4180, UTF-8 with a byte order mark). */

/** A number is written as it is; a text can be anything a person has typed. */
export type CsvCell = string | { readonly number: string };

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What makes a spreadsheet read a text as a formula, in either width, also behind what it strips (OWASP, "CSV
 * Injection").
 */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/** @param rows the first may be the head */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell.number;
  const harmless = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
