/**
 * The party next to each other in one row: no single left, or else a single left.
 */
import { seatsOf } from './runs.ts';
import type { Stage } from './seating.ts';
import { bestWindowOfRow, NO_RANK, worthOf } from './window.ts';

/** The best place in one row; a row that was offered from has another, if it has room. */
export const inOneRow: Stage = (view, offered) => () => {
  const { house, wishes, bestStart, bestRank, winners } = view;
  const set = (row: number, start: number, rank: number) => {
    bestStart[row] = start;
    bestRank[row] = rank;
    winners.changed(row);
  };
  const rows = [...new Set(offered.seats.map((seat) => house.columns.row[seat]!))];
  const kept = rows.map((row) => [row, bestStart[row]!, bestRank[row]!] as const);
  for (const row of rows) {
    const next = bestWindowOfRow(view, row, offered.meets);
    set(row, next.start, next.rank);
  }
  const winner = winners.best();
  const [start, rank] = [bestStart[winner]!, bestRank[winner] ?? NO_RANK];
  for (const [row, itsStart, itsRank] of kept) set(row, itsStart, itsRank);
  if (rank === NO_RANK) return null;
  const end = start + wishes.quantity;
  const stage = rank < worthOf(view, start, end) ? 'TOGETHER_SINGLE_LEFT' : 'TOGETHER';
  return { stage, seats: seatsOf({ start, end }) };
};
