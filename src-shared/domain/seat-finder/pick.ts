/**
 * Picks made by hand, judged by the rules that the finder itself keeps to.
 */
import type { House } from './house.ts';
import type { NoSingleRule, PickJudgement } from './question.ts';
import { lengthOf, seatsOf, singlesOf, takingsOf } from './runs.ts';
import type { Run, Taking } from './runs.ts';
import { allowsSplit, leavesSingle } from './splits.ts';
import { lotAt } from './stock.ts';
import type { Stock } from './stock.ts';

/** What the rules say of seats taken while others are given up for them: both count as free before. */
export function judgePick(
  house: House,
  stock: Stock,
  take: readonly number[],
  give: readonly number[],
  rule: NoSingleRule,
): PickJudgement {
  const returned = new Set([...take, ...give]);
  const isFree = (seat: number) => stock.free[seat] === 1 || returned.has(seat);
  const isOpen = (seat: number) => isFree(seat) && house.isReserved[seat] === 0;
  const keepsLots = (seats: readonly number[]) => splitsLotsWell(house, stock, isFree, seats);
  const isClean = ({ left }: Taking) => rule === 'OFF' || !leavesSingle(left.map(lengthOf));
  const takings = takingsOf(house, isOpen, take);
  const faulty = takings.filter((taking) => !isClean(taking) || !keepsLots(takenOf(taking)));
  const breaksLot = !keepsLots(take);
  const alone = rule === 'OFF' ? [] : singlesOf(takings);
  if (faulty.length === 0 && !breaksLot) return { verdict: 'FINE', alone, breaksLot, instead: null };
  const better = faulty.map((taking) =>
    nearestWindow(taking, (seats) => takingsOf(house, isOpen, seats).every(isClean) && keepsLots(seats)),
  );
  const kept = take.filter((seat) => !faulty.some(({ run }) => seat >= run.start && seat < run.end));
  const instead = better.every((seats) => seats !== null) ? [...kept, ...better.flat()].sort((a, b) => a - b) : null;
  const isRefused = breaksLot || (rule === 'STRICT' && faulty.some(leavesMore));
  return {
    verdict: isRefused ? 'REFUSE' : 'WARN',
    alone,
    breaksLot,
    instead: keepsLots(instead ?? []) ? instead : null,
  };
}

/** Of any number of seats but all save one, those at an end leave no single: a pick that leaves one could be better. */
function leavesMore({ left }: Taking): boolean {
  return left.reduce((sum, piece) => sum + lengthOf(piece), 0) > 1 && leavesSingle(left.map(lengthOf));
}

function takenOf({ run, left }: Taking): number[] {
  return seatsOf(run).filter((seat) => !left.some(({ start, end }) => seat >= start && seat < end));
}

/** As many seats of the run, next to each other and good, whose middle is nearest to that of those taken; or null. */
function nearestWindow(taking: Taking, isGood: (seats: readonly number[]) => boolean): number[] | null {
  const { run, taken } = taking;
  const middle = takenOf(taking).reduce((sum, seat) => sum + seat, 0) / taken;
  const away = ({ start, end }: Run) => Math.abs((start + end - 1) / 2 - middle);
  const windows = Array.from({ length: lengthOf(run) - taken + 1 }, (_, index) => {
    return { start: run.start + index, end: run.start + index + taken };
  });
  windows.sort((a, b) => away(a) - away(b) || a.start - b.start);
  const window = windows.find((each) => isGood(seatsOf(each)));
  return window === undefined ? null : seatsOf(window);
}

/** Whether every lot that seats are taken from may be split so. */
function splitsLotsWell(
  house: House,
  stock: Stock,
  isFree: (seat: number) => boolean,
  seats: readonly number[],
): boolean {
  const lots = new Set(seats.map((seat) => lotAt(stock, seat)).filter((lot) => lot !== null));
  return [...lots].every((lot) =>
    takingsOf(house, (seat) => lotAt(stock, seat) === lot && isFree(seat), seats).every(({ taken, left }) =>
      allowsSplit(lot.rule, taken, left.map(lengthOf)),
    ),
  );
}
