/** Rows of which only the number of seats is known, and the sections and stands they are in. */
import { text } from '../../../text/text.ts';

export interface CountedRow {
  readonly label: string;
  /** The printed numbers, in order. A plain count means 1 to that. */
  readonly numbers: readonly number[];
}

export interface CountedSection {
  /** The stand it is in, or null when the file has none. */
  readonly stand: string | null;
  readonly tier: string | null;
  readonly name: string;
  readonly rows: readonly CountedRow[];
}

/** No row of any house has as many: such a count is a slip. */
export const ROW_SEATS_MAX = 1000;

/**
 * The printed numbers of a row written as "18", "1-10,12-16" or 18; a reason in words when it is neither; none for 0.
 */
export function readSeatNumbers(written: unknown): readonly number[] | string {
  const wrong = text('planImport.seatCount', { value: String(written).slice(0, 40), limit: ROW_SEATS_MAX });
  if (typeof written !== 'string' && typeof written !== 'number') return text('planImport.seatCountMissing');
  const notation = String(written).trim();
  if (/^\d+$/.test(notation)) {
    const count = Number(notation);
    return count > ROW_SEATS_MAX ? wrong : Array.from({ length: count }, (_, index) => index + 1);
  }
  if (!/^\d{1,6}(?:\s*[-–]\s*\d{1,6})?(?:\s*,\s*\d{1,6}(?:\s*[-–]\s*\d{1,6})?)*$/.test(notation)) return wrong;
  const numbers: number[] = [];
  for (const run of notation.split(',')) {
    const [from = 0, to = from] = run.split(/[-–]/).map(Number);
    // Numbers that fall or come again are a slip of whoever typed them.
    if (to < from || from <= (numbers.at(-1) ?? -1) || numbers.length + to - from >= ROW_SEATS_MAX) return wrong;
    for (let number = from; number <= to; number++) numbers.push(number);
  }
  return numbers;
}

/** "west" and "SB_3_5" are "West SB 3-5": how the section is called in the house. */
export function sectionName(stand: string | null, name: string): string {
  const plain = name
    .replace(/(\d)_(?=\d)/g, '$1-')
    .replaceAll('_', ' ')
    .trim();
  if (stand === null) return plain;
  const home = stand.replaceAll('_', ' ').trim();
  const capital = home === home.toLowerCase() ? home.charAt(0).toUpperCase() + home.slice(1) : home;
  return plain.toLowerCase().includes(home.toLowerCase()) ? plain : `${capital} ${plain}`.trim();
}
