/**
 * Seats in the words a clerk says: "Stalls F 4–7".
 */
import { text } from '../../text/text.ts';
import type { SeatColumns } from './columns.ts';
import { labelNumber } from './reading-order.ts';

/**
 * Seats by row, neighbours whose numbers follow each other drawn together: "Stalls F 4–7, 9; Circle A 1". The lowest
 * number comes first whichever way the row runs.
 */
export function seatsInWords(columns: SeatColumns, ordinals: readonly number[]): string {
  const byRow = new Map<number, number[]>();
  for (const ordinal of [...ordinals].sort((a, b) => a - b)) {
    const row = columns.row[ordinal] ?? 0;
    byRow.set(row, [...(byRow.get(row) ?? []), ordinal]);
  }
  return [...byRow]
    .map(([row, seats]) => {
      const section = columns.sections[columns.rows[row]?.section ?? 0]?.name ?? '';
      const values = { section, row: columns.rows[row]?.label ?? '', seats: runsInWords(columns, seats) };
      return text('seatMap.seatsOfRow', values);
    })
    .join('; ');
}

function runsInWords(columns: SeatColumns, ordinals: readonly number[]): string {
  const labelOf = (ordinal: number) => columns.labels[ordinal] ?? '';
  const runs: number[][] = [];
  let step: number | null = null;
  for (const ordinal of ordinals) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const change = last === undefined ? null : changeBetween(labelOf(last), labelOf(ordinal));
    const goesOn: boolean = last === ordinal - 1 && change !== null && (run?.length === 1 || change === step);
    if (goesOn) run?.push(ordinal);
    else runs.push([ordinal]);
    step = goesOn ? change : null;
  }
  const words = runs.map((run) => {
    const ends = [labelOf(run[0] ?? 0), labelOf(run.at(-1) ?? 0)].sort((a, b) => Number(a) - Number(b));
    if (run.length === 1) return ends[0] ?? '';
    return text('seatMap.range', { first: ends[0] ?? '', last: ends[1] ?? '' });
  });
  const isReversed = runs.length > 1 && Number(labelOf(runs[0]?.[0] ?? 0)) > Number(labelOf(runs.at(-1)?.[0] ?? 0));
  return (isReversed ? words.reverse() : words).join(', ');
}

/** 1 or -1 when two numbers follow each other, else null. */
function changeBetween(a: string, b: string): number | null {
  const from = labelNumber(a);
  const to = labelNumber(b);
  if (from === null || to === null) return null;
  return Math.abs(to - from) === 1 ? to - from : null;
}
