/**
 * The finder's rules by trying every set of seats, written from product.md and the drawing alone: for checking the
 * finder on small houses.
 */
import type {
  FinderStage,
  NoSingleRule,
  SeatQuestion,
  SeatStock,
} from '../../../src-shared/domain/seat-finder/question.ts';
import { FLAG_AISLE, FLAG_RESTRICTED_VIEW, SEAT_KINDS } from '../../../src-shared/domain/seat-map/columns.ts';
import type { SmallHouse } from '../../support/random-house.ts';

const SPACING = 50;
const ROW_PITCH = 90;

/** A stage at which the party can be seated, and how good its best seating is: each figure the higher the better. */
export interface Reach {
  readonly stage: FinderStage;
  readonly best: readonly number[];
}

/** The stages in rows at which this party could be seated, best first. */
export function reachableStages(house: SmallHouse, stock: SeatStock, question: SeatQuestion): Reach[] {
  const fits = ordinalsOf(house).filter((seat) => isFitting(house, stock, question, seat));
  const bestAt = new Map<FinderStage, readonly number[]>();
  for (const seats of subsets(fits, question.quantity)) {
    if (!isAllowed(house, stock, question, seats)) continue;
    const figures = figuresOf(house, stock, question, seats);
    for (const stage of stagesOf(house, stock, question, seats)) {
      const best = bestAt.get(stage);
      if (best === undefined || compareFigures(figures, best) > 0) bestAt.set(stage, figures);
    }
  }
  const order: FinderStage[] = ['TOGETHER', 'TOGETHER_SINGLE_LEFT', 'ADJOINING_ROWS', 'ONE_SECTION', 'ACROSS_SECTIONS'];
  return order.flatMap((stage) => (bestAt.has(stage) ? [{ stage, best: bestAt.get(stage)! }] : []));
}

export function isFitting(house: SmallHouse, stock: SeatStock, question: SeatQuestion, seat: number): boolean {
  const { levels, sections, priceLimitMinor, wheelchairs = 0 } = question;
  const price = stock.priceMinor[seat]!;
  return (
    stock.free[seat] === 1 &&
    (wheelchairs > 0 || !isReserved(house, seat)) &&
    (levels === undefined || levels.includes(stock.level[seat]!)) &&
    (sections === undefined || sections.includes(house.columns.section[seat]!)) &&
    (priceLimitMinor === undefined || (price >= 0 && price <= priceLimitMinor))
  );
}

/** Wheelchairs, companions, aisle and the strict rule are as they must be. */
export function isAllowed(
  house: SmallHouse,
  stock: SeatStock,
  question: SeatQuestion,
  seats: readonly number[],
): boolean {
  const isFree = (seat: number) => stock.free[seat] === 1;
  return (
    seats.filter((seat) => kindOf(house, seat) === 'WHEELCHAIR').length === (question.wheelchairs ?? 0) &&
    seats.every((seat) => kindOf(house, seat) !== 'COMPANION' || seats.includes(wheelchairOf(house, seat))) &&
    (question.aisle !== true || seats.some((seat) => (house.columns.flags[seat]! & FLAG_AISLE) !== 0)) &&
    (question.noSingle !== 'STRICT' || isRefused(house, isFree, seats) === false)
  );
}

/** How good a seating is: fewer rows, fewer singles left, more of the seats longed for, better or nearer seats. */
export function figuresOf(
  house: SmallHouse,
  stock: SeatStock,
  question: SeatQuestion,
  seats: readonly number[],
): number[] {
  const { columns } = house;
  const near = question.near ?? [];
  const rows = new Set(seats.map((seat) => columns.row[seat])).size;
  const isFree = (seat: number) => stock.free[seat] === 1;
  const singles = question.noSingle === 'OFF' ? 0 : singlesLeft(house, isFree, seats).length;
  const isCompanion = (seat: number) => (question.wheelchairs ?? 0) > 0 && kindOf(house, seat) === 'COMPANION';
  const companions = seats.filter(isCompanion).length;
  const beside = seats.filter((seat) => near.some((other) => areNeighbours(house, seat, other))).length;
  const worth = seats.map((seat) => {
    const isRestricted = (columns.flags[seat]! & FLAG_RESTRICTED_VIEW) !== 0;
    if (near.length === 0) return columns.quality[seat]! * (isRestricted ? 1 : 2);
    const tenths = Math.round((Math.min(...near.map((other) => away(house, seat, other))) / SPACING) * 10);
    return -tenths * (isRestricted ? 2 : 1);
  });
  return [-rows, -singles, companions + beside, worth.reduce((sum, each) => sum + each, 0)];
}

export function compareFigures(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function stagesOf(
  house: SmallHouse,
  stock: SeatStock,
  question: SeatQuestion,
  seats: readonly number[],
): FinderStage[] {
  const pieces = piecesOf(house, seats);
  const isFree = (seat: number) => stock.free[seat] === 1;
  const stages: FinderStage[] = ['ACROSS_SECTIONS'];
  if (new Set(seats.map((seat) => house.columns.section[seat])).size === 1) stages.push('ONE_SECTION');
  if (pieces.length === 1) {
    const isClean = question.noSingle === 'OFF' || singlesLeft(house, isFree, seats).length === 0;
    stages.push(isClean ? 'TOGETHER' : 'TOGETHER_SINGLE_LEFT');
  } else if ((question.wheelchairs ?? 0) === 0 && areAdjoining(house, pieces)) stages.push('ADJOINING_ROWS');
  return stages;
}

/** The verdict of the no-single rule on seats taken when others are free, and whether a better pick would be there. */
export function judgeByTrying(
  house: SmallHouse,
  isFree: (seat: number) => boolean,
  seats: readonly number[],
  rule: NoSingleRule,
): { verdict: 'FINE' | 'WARN' | 'REFUSE'; alone: number[]; hasBetter: boolean } {
  const alone = rule === 'OFF' ? [] : singlesLeft(house, isFree, seats);
  if (alone.length === 0) return { verdict: 'FINE', alone, hasBetter: false };
  const verdict = rule === 'STRICT' && isRefused(house, isFree, seats) ? 'REFUSE' : 'WARN';
  const faulty = runsTouched(house, isFree, seats).filter(
    (run) =>
      singlesLeft(
        house,
        isFree,
        seats.filter((seat) => run.includes(seat)),
      ).length > 0,
  );
  return { verdict, alone, hasBetter: faulty.every((run) => offersBetter(house, isFree, run, seats)) };
}

/** A run that seats are taken from would be left with a single, and need not be. */
function isRefused(house: SmallHouse, isFree: (seat: number) => boolean, seats: readonly number[]): boolean {
  return runsTouched(house, isFree, seats).some(
    (run) =>
      singlesLeft(
        house,
        isFree,
        seats.filter((seat) => run.includes(seat)),
      ).length > 0 && offersBetter(house, isFree, run, seats),
  );
}

/** As many seats of the run can be taken without leaving a single. */
function offersBetter(
  house: SmallHouse,
  isFree: (seat: number) => boolean,
  run: readonly number[],
  seats: readonly number[],
): boolean {
  const taken = seats.filter((seat) => run.includes(seat)).length;
  return [...subsets(run, taken)].some((others) => singlesLeft(house, isFree, others).length === 0);
}

/** The runs of places free for anyone that some of the seats are in. */
function runsTouched(house: SmallHouse, isFree: (seat: number) => boolean, seats: readonly number[]): number[][] {
  const open = ordinalsOf(house).filter((seat) => isFree(seat) && !isReserved(house, seat));
  return piecesOf(house, open).filter((run) => run.some((seat) => seats.includes(seat)));
}

/** The places anyone may take that lose their last free neighbour, ascending. */
export function singlesLeft(house: SmallHouse, isFree: (seat: number) => boolean, seats: readonly number[]): number[] {
  const isOpen = (seat: number) => isFree(seat) && !isReserved(house, seat);
  return ordinalsOf(house).filter((seat) => {
    if (!isOpen(seat) || seats.includes(seat)) return false;
    const neighbours = [seat - 1, seat + 1].filter((other) => areNeighbours(house, seat, other) && isOpen(other));
    return neighbours.length > 0 && neighbours.every((other) => seats.includes(other));
  });
}

export function* subsets(items: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index++) {
    for (const rest of subsets(items, size - 1, index + 1)) yield [items[index]!, ...rest];
  }
}

/** The seats as groups of neighbours, from the left in each row. */
export function piecesOf(house: SmallHouse, seats: readonly number[]): number[][] {
  const pieces: number[][] = [];
  for (const seat of seats) {
    const last = pieces.at(-1);
    if (last !== undefined && areNeighbours(house, last.at(-1)!, seat)) last.push(seat);
    else pieces.push([seat]);
  }
  return pieces;
}

/** One group a row, in rows one behind the other, each of two or more, and a column of seats through all of them. */
function areAdjoining(house: SmallHouse, pieces: readonly (readonly number[])[]): boolean {
  const { columns } = house;
  const isColumn = (column: readonly number[]): boolean => {
    const next = pieces[column.length];
    if (next === undefined) return true;
    return next.some((seat) => isRightBehind(house, column.at(-1)!, seat) && isColumn([...column, seat]));
  };
  const rows = pieces.map((piece) => columns.row[piece[0]!]!);
  const inOneSection = new Set(pieces.flat().map((seat) => columns.section[seat])).size === 1;
  const follow = rows.every((row, index) => index === 0 || row === rows[index - 1]! + 1);
  const nobodyAlone = pieces.every((piece) => piece.length >= 2);
  return inOneSection && follow && nobodyAlone && pieces[0]!.some((seat) => isColumn([seat]));
}

/** The nearest seat of the next row, the earlier of two as near, and not across a gangway. */
function isRightBehind(house: SmallHouse, front: number, back: number): boolean {
  const nextRow = ordinalsOf(house).filter((seat) => house.columns.row[seat] === house.columns.row[back]);
  const least = Math.min(...nextRow.map((seat) => away(house, front, seat)));
  const nearest = nextRow.find((seat) => away(house, front, seat) === least);
  return nearest === back && least <= ROW_PITCH * 1.39;
}

/** The wheelchair's place nearest to a companion's, of its row if there is one, else of its section; or -1. */
function wheelchairOf(house: SmallHouse, companion: number): number {
  const places = ordinalsOf(house).filter((seat) => kindOf(house, seat) === 'WHEELCHAIR');
  const ofRow = places.filter((seat) => house.columns.row[seat] === house.columns.row[companion]);
  const ofSection = places.filter((seat) => house.columns.section[seat] === house.columns.section[companion]);
  const choice = ofRow.length > 0 ? ofRow : ofSection;
  const least = Math.min(...choice.map((seat) => away(house, companion, seat)));
  return choice.find((seat) => away(house, companion, seat) === least) ?? -1;
}

function areNeighbours({ columns }: SmallHouse, a: number, b: number): boolean {
  return columns.row[a] === columns.row[b] && Math.abs(columns.x[a]! - columns.x[b]!) === SPACING;
}

function away({ columns }: SmallHouse, a: number, b: number): number {
  return Math.hypot(columns.x[a]! - columns.x[b]!, columns.y[a]! - columns.y[b]!);
}

function kindOf({ columns }: SmallHouse, seat: number): string | undefined {
  return SEAT_KINDS[columns.kind[seat]!];
}

function isReserved(house: SmallHouse, seat: number): boolean {
  return kindOf(house, seat) === 'WHEELCHAIR' || kindOf(house, seat) === 'COMPANION';
}

function ordinalsOf({ columns }: SmallHouse): number[] {
  return Array.from({ length: columns.count }, (_, seat) => seat);
}
