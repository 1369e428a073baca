/**
 * The finder's stages by trying every set of seats, written from product.md and the drawing alone: for checking the
 * finder on small houses.
 */
import type { FinderStage, SeatQuestion } from '../../../src-shared/domain/seat-finder/question.ts';
import { FLAG_AISLE, SEAT_KINDS } from '../../../src-shared/domain/seat-map/columns.ts';
import type { SmallHouse } from '../../support/random-house.ts';

const SPACING = 50;
const ROW_PITCH = 90;

/** The stages at which this party could be seated in this house, best first. */
export function seatableStages(house: SmallHouse, question: SeatQuestion): FinderStage[] {
  const { columns, free } = house;
  const wheelchairs = question.wheelchairs ?? 0;
  const kindOf = (seat: number) => SEAT_KINDS[columns.kind[seat] ?? 0];
  const fits = [...free.keys()].filter((seat) => {
    const isReserved = kindOf(seat) === 'WHEELCHAIR' || kindOf(seat) === 'COMPANION';
    return free[seat] === 1 && (wheelchairs > 0 || !isReserved);
  });
  const found = new Set<FinderStage>();
  for (const seats of subsets(fits, question.quantity)) {
    if (seats.filter((seat) => kindOf(seat) === 'WHEELCHAIR').length !== wheelchairs) continue;
    if (question.aisle === true && !seats.some((seat) => ((columns.flags[seat] ?? 0) & FLAG_AISLE) !== 0)) continue;
    found.add('ACROSS_SECTIONS');
    if (new Set(seats.map((seat) => columns.section[seat])).size === 1) found.add('ONE_SECTION');
    const pieces = piecesOf(house, seats);
    if (pieces.length === 1) found.add(leavesSingle(house, seats) ? 'TOGETHER_SINGLE_LEFT' : 'TOGETHER');
    else if (wheelchairs === 0 && areAdjoining(house, pieces)) found.add('ADJOINING_ROWS');
  }
  const order: FinderStage[] = ['TOGETHER', 'TOGETHER_SINGLE_LEFT', 'ADJOINING_ROWS', 'ONE_SECTION', 'ACROSS_SECTIONS'];
  return order.filter((stage) => found.has(stage));
}

function* subsets(items: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index++) {
    for (const rest of subsets(items, size - 1, index + 1)) yield [items[index] as number, ...rest];
  }
}

function areNeighbours({ columns }: SmallHouse, a: number, b: number): boolean {
  return columns.row[a] === columns.row[b] && Math.abs((columns.x[a] ?? 0) - (columns.x[b] ?? 0)) === SPACING;
}

/** The seats as groups of neighbours, from the left in each row. */
function piecesOf(house: SmallHouse, seats: readonly number[]): number[][] {
  const pieces: number[][] = [];
  for (const seat of seats) {
    const last = pieces.at(-1);
    if (last !== undefined && areNeighbours(house, last.at(-1) as number, seat)) last.push(seat);
    else pieces.push([seat]);
  }
  return pieces;
}

/** A place anyone may take loses its last free neighbour. */
function leavesSingle(house: SmallHouse, seats: readonly number[]): boolean {
  const { columns, free } = house;
  const isOpen = (seat: number) =>
    free[seat] === 1 && ['STANDARD', 'VIP', 'HOUSE'].includes(SEAT_KINDS[columns.kind[seat] ?? 0] ?? '');
  const neighbours = (seat: number) =>
    [...free.keys()].filter((other) => areNeighbours(house, seat, other) && isOpen(other));
  return [...free.keys()].some(
    (seat) =>
      isOpen(seat) &&
      !seats.includes(seat) &&
      neighbours(seat).length > 0 &&
      neighbours(seat).every((other) => seats.includes(other)),
  );
}

/** One group a row, in rows one behind the other, each of two or more, and somebody of each right behind somebody. */
function areAdjoining(house: SmallHouse, pieces: readonly (readonly number[])[]): boolean {
  const { columns } = house;
  const isColumn = (chain: readonly number[]): boolean => {
    const next = pieces[chain.length];
    if (next === undefined) return true;
    const front = chain.at(-1) as number;
    return next.some((seat) => isRightBehind(house, front, seat) && isColumn([...chain, seat]));
  };
  const rows = pieces.map((piece) => columns.row[piece[0] as number] ?? 0);
  const inOneSection = new Set(pieces.flat().map((seat) => columns.section[seat])).size === 1;
  const follow = rows.every((row, index) => index === 0 || row === (rows[index - 1] ?? 0) + 1);
  const nobodyAlone = pieces.every((piece) => piece.length >= 2);
  return inOneSection && follow && nobodyAlone && (pieces[0] ?? []).some((seat) => isColumn([seat]));
}

/** The nearest seat of the next row, the earlier of two as near, and not across a gangway. */
function isRightBehind({ columns, free }: SmallHouse, front: number, back: number): boolean {
  const away = (seat: number) =>
    Math.hypot((columns.x[seat] ?? 0) - (columns.x[front] ?? 0), (columns.y[seat] ?? 0) - (columns.y[front] ?? 0));
  const nextRow = [...free.keys()].filter((seat) => columns.row[seat] === columns.row[back]);
  const nearest = nextRow.find((seat) => away(seat) === Math.min(...nextRow.map(away)));
  return nearest === back && away(back) <= ROW_PITCH * 1.39;
}
