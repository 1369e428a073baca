/** Which seats: a seat that would be left alone, and seats beside a booking that is there. */
import { expect } from 'playwright/test';
import { seatsInWords } from '../../../../src-shared/domain/seat-map/seat-words.ts';
import { SEAT_STATUSES, type SeatColumns } from '../../../../src-shared/domain/seat-map/columns.ts';
import { unpackColumns } from '../../../../src-shared/domain/seat-map/pack.ts';
import type { NodeWindow } from '../../../support/node-window.ts';
import type { Evening, Step } from './step.ts';

const QUARTETS = 'String Quartets';
const WINTERS_TALE = 'The Winter’s Tale';

interface OpenEvent {
  readonly eventId: string;
  readonly columns: SeatColumns;
  isFree(ordinal: number): boolean;
}

async function openEvent(eyes: NodeWindow, title: string): Promise<OpenEvent> {
  const { eventId } = (await eyes.do('event.today', {})).find((event) => event.title === title)!;
  const { mapVersionId } = await eyes.do('event.get', { eventId });
  const packed = unpackColumns((await eyes.do('map.columns', { mapVersionId })).columns);
  if (!packed.ok) throw new Error(packed.error.message);
  const { status } = await eyes.do('event.seats', { eventId });
  const isFree = (ordinal: number): boolean => SEAT_STATUSES[status[ordinal]!] === 'AVAILABLE';
  return { eventId, columns: packed.value, isFree };
}

/** Rows that begin with four free seats of the ordinary kind: the first seat by the second. */
function beginningsOfRows({ columns, isFree }: OpenEvent): ReadonlyMap<string, string> {
  const { row, kind } = columns;
  const firsts = Array.from(row.keys()).filter((ordinal) => {
    const four = [0, 1, 2, 3].map((step) => ordinal + step);
    const isInRow = row[ordinal - 1] !== row[ordinal] && four.every((seat) => row[seat] === row[ordinal]);
    return isInRow && four.every((seat) => isFree(seat) && kind[seat] === 0);
  });
  return new Map(firsts.map((first) => [seatsInWords(columns, [first + 1]), seatsInWords(columns, [first])]));
}

/** Picks the second seat of a row. @returns the names of the first and the second */
async function picksSecondOfARow({ hands, eyes }: Evening, title: string): Promise<readonly [string, string]> {
  const firstBySecond = beginningsOfRows(await openEvent(eyes, title));
  const isFree = '(?![\\s\\S]*(?:Sold|Held|basket|Blocked))';
  const card = await hands.picksSeat(new RegExp(`^(?:${[...firstBySecond.keys()].join('|')})\n${isFree}`));
  const [second] = card.split('\n');
  return [firstBySecond.get(second!)!, second!];
}

export const theFinder: readonly Step[] = [
  {
    name: 'a pick that would leave a seat alone is refused where the rule is strict, and the seats beside it are taken',
    run: async (evening) => {
      const { hands, eyes, shot } = evening;
      await hands.showsEvent(QUARTETS);
      const { eventId } = await openEvent(eyes, QUARTETS);
      const details = await eyes.do('event.get', { eventId });
      await eyes.do('event.update', { ...details, noSingleRule: 'STRICT' });
      const [first] = await picksSecondOfARow(evening, QUARTETS);
      await hands.says(`${first} would be left alone.`);
      await hands.says('Pick seats on the map');
      await shot('left-alone');
      await hands.presses(hands.action('sell.single.take'), 'Enter');
      await hands.says('1 seat');
      await hands.says(first);
      await expect(hands.column).not.toContainText('left alone');
      await hands.givesUp();
    },
  },
  {
    name: 'the same pick is taken with a reason and somebody’s right',
    run: async (evening) => {
      const { hands } = evening;
      const [first, second] = await picksSecondOfARow(evening, QUARTETS);
      await hands.says(`${first} would be left alone.`);
      await hands.presses(hands.action('sell.single.pass'), 'F8');
      const dialog = hands.page.getByRole('dialog', { name: 'Leave a single seat alone' });
      await hands.presses(dialog.getByRole('button', { name: 'Last seats', exact: true }));
      await hands.presses(dialog.getByRole('button', { name: 'Do it anyway' }));
      await hands.isAllowedBy('Max Manager', '2000');
      await hands.says('1 seat');
      await hands.says(second);
      await hands.givesUp();
    },
  },
  {
    name: 'a lenient rule says it and gives the better seats by one key',
    run: async (evening) => {
      const { hands } = evening;
      await hands.showsEvent(WINTERS_TALE);
      const [first] = await picksSecondOfARow(evening, WINTERS_TALE);
      await hands.says(`${first} is left alone.`);
      await hands.presses(hands.action('sell.single.swap'), 'F7');
      await expect(hands.column).not.toContainText('left alone');
      await hands.says(first);
      await hands.givesUp();
    },
  },
  {
    name: 'seats are found beside those of a booking',
    run: async ({ hands, eyes, shot }) => {
      await hands.finds('hopper', 'Grace Hopper');
      await hands.presses(hands.action('bookings.beside'), 'Alt+b');
      await hands.page.getByRole('button', { name: /^Near Grace Hopper/ }).waitFor();
      const { eventId } = await openEvent(eyes, WINTERS_TALE);
      const [found] = await eyes.do('booking.search', { text: 'hopper', eventId });
      const near = { eventId, quantity: 2, nearSaleId: found!.saleId };
      const [beside] = await eyes.do('sale.findSeats', near);
      await hands.takesBest(2);
      await shot('beside');
      const { columns } = await openEvent(eyes, WINTERS_TALE);
      await hands.says(seatsInWords(columns, beside!.ordinals));
      await hands.presses(hands.button('Keep what is reserved'), 'Escape');
      await hands.givesUp();
    },
  },
];
