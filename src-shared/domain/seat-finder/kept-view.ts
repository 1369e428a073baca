/**
 * Views kept between questions and told which rows have changed, so that asking again costs those rows and no others.
 */
import type { House } from './house.ts';
import { isTable } from './house.ts';
import type { Stock } from './stock.ts';
import type { View } from './view.ts';
import { bestWindowOfRow, NO_RANK } from './window.ts';
import { createWinnerTree } from './winner-tree.ts';
import type { WinnerTree } from './winner-tree.ts';
import { isAffordable, worthToParty } from './wishes.ts';
import type { Wishes } from './wishes.ts';

export interface KeptView extends View {
  /** Over `bestRank`. */
  readonly winners: WinnerTree;
  /** Notes a row in which something has changed. */
  touch(row: number): void;
  /** Looks again at the rows that were touched. */
  refresh(): void;
}

const nothingOffered = () => false;

/** A view of the stock as it is now; whoever changes the stock touches the rows. */
export function createView(house: House, stock: Stock, wishes: Wishes): KeptView {
  const { columns } = house;
  const rows = columns.rows.length;
  const bestRank = new Float64Array(rows).fill(NO_RANK);
  const isTouched = new Uint8Array(rows);
  let touched: number[] = [];
  const view: View = {
    house,
    stock,
    wishes,
    fits: new Uint8Array(columns.count),
    worthBefore: worthToParty(house, wishes),
    longest: new Int32Array(rows),
    bestStart: new Int32Array(rows),
    bestRank,
  };
  for (let row = 0; row < rows; row++) lookAt(view, row);
  const winners = createWinnerTree(bestRank);
  return {
    ...view,
    winners,
    touch(row) {
      if (isTouched[row] === 1) return;
      isTouched[row] = 1;
      touched.push(row);
    },
    refresh() {
      for (const row of touched) {
        isTouched[row] = 0;
        lookAt(view, row);
        winners.changed(row);
      }
      touched = [];
    },
  };
}

function lookAt(view: View, row: number): void {
  const { house, wishes, fits } = view;
  const { rowStart, touchesNext, columns } = house;
  if (wishes.sections !== null && wishes.sections[columns.rows[row]!.section] !== 1) return;
  const [from, to] = [rowStart[row]!, rowStart[row + 1]!];
  fillFits(view, from, to);
  let [run, longest] = [0, 0];
  for (let seat = from; seat < to; seat++) {
    if (fits[seat] !== 1) run = 0;
    else run = run > 0 && touchesNext[seat - 1] === 1 ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  // Chairs round a table are had by another stage.
  view.longest[row] = isTable(house, row) ? 0 : longest;
  const isTooShort = view.longest[row]! < wishes.quantity;
  const best = isTooShort ? { start: 0, rank: NO_RANK } : bestWindowOfRow(view, row, nothingOffered);
  view.bestStart[row] = best.start;
  view.bestRank[row] = best.rank;
}

function fillFits({ wishes, stock, fits }: View, from: number, to: number): void {
  const places = wishes.wheelchairs > 0 ? stock.free : stock.open;
  const takesAny = wishes.levels === null && wishes.priceLimitMinor === null;
  for (let seat = from; seat < to; seat++) {
    const isFitting =
      places[seat] === 1 && (takesAny || isAffordable(wishes, stock.level[seat]!, stock.priceMinor[seat]!));
    fits[seat] = isFitting ? 1 : 0;
  }
}
