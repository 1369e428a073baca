/** Seats as a clerk says them: `Stalls F 4–7, 9`. */
import { text } from '../../text/text.ts';

export interface NamedSeat {
  readonly section: string;
  readonly row: string;
  readonly label: string;
  /** Its place in the map: neighbours in a row follow each other. */
  readonly ordinal: number;
}

/** One text per section and row, seats that follow each other as a run. */
export function seatRuns(seats: readonly NamedSeat[]): string[] {
  const sorted = seats.toSorted((a, b) => a.ordinal - b.ordinal);
  const rows = Map.groupBy(sorted, (seat) => JSON.stringify([seat.section, seat.row]));
  return [...rows.values()].map((row) =>
    text('sale.rowOfSeats', { section: row[0]!.section, row: row[0]!.row, seats: runsOf(row).join(', ') }),
  );
}

function runsOf(row: readonly NamedSeat[]): string[] {
  const runs: NamedSeat[][] = [];
  for (const seat of row) {
    const run = runs.at(-1);
    if (run && seat.ordinal === run.at(-1)!.ordinal + 1) run.push(seat);
    else runs.push([seat]);
  }
  return runs.map((run) => (run.length === 1 ? run[0]!.label : `${run[0]!.label}–${run.at(-1)!.label}`));
}
