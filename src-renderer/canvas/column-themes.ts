/**
 * Themes that show a figure beside the seat's state. Each reads a column of its own (`seat-column.ts`) and keeps the
 * rules of `marks.ts`: mark or letter tells what colour tells.
 */
import { SEAT_STATUSES, STATE_OWNED } from '../../src-shared/domain/seat-map/columns.ts';
import { text } from '../../src-shared/text/text.ts';
import { colorRamp } from './color-ramp.ts';
import { contrast, inkOn, MARK_CONTRAST, mix, standOut, TEXT_CONTRAST } from './contrast.ts';
import {
  distinctStyle,
  GROUND,
  letteredStyle,
  plainStyle,
  type Distinction,
  type SeatStyle,
  type SeatTheme,
  SOLD,
  UNOWNED,
} from './marks.ts';
import type { SeatColumn } from './seat-column.ts';

type Values = Pick<SeatColumn, 'values'>;

const SOLD_STATUS = SEAT_STATUSES.indexOf('SOLD');

/**
 * Which order each of our seats came with, sold or not. The column has the order's index + 1; 0 is a seat of no order.
 * `current` is the order being looked at: the others are ringed letters then, so that its own stand out.
 */
export function createPurchaseOrderTheme(
  orders: readonly Distinction[],
  { values }: Values,
  current: number | null = null,
): SeatTheme {
  const own = orders.map((order, i) =>
    current === null || current === i ? distinctStyle(`ORDER:${i}`, order) : letteredStyle(`ORDER:${i}`, order),
  );
  const sold = orders.map((order, i) => soldOfOrder(`ORDER_SOLD:${i}`, order));
  const without = plainStyle('OWNED', text('seatLayer.ownedWithoutOrder'), '#475569', 'SOLID');
  const styles = [...own, ...sold, without, SOLD, UNOWNED];
  const ofNone = { own: styles.indexOf(without), sold: styles.indexOf(SOLD), unowned: styles.indexOf(UNOWNED) };
  return {
    key: 'PURCHASE_ORDER',
    styles,
    styleOf: (ordinal, _columns, states) => {
      const order = values[ordinal]!;
      const isSold = states.status[ordinal] === SOLD_STATUS;
      if (order > 0 && order <= orders.length) return order - 1 + (isSold ? orders.length : 0);
      if (isSold) return ofNone.sold;
      return (states.bits[ordinal]! & STATE_OWNED) === 0 ? ofNone.unowned : ofNone.own;
    },
  };
}

/** Sold, in a tint of its order and under its letter. */
function soldOfOrder(key: string, { name, color, letter }: Distinction): SeatStyle {
  const fill = mix(SOLD.fill!, color, 0.16);
  const ink = standOut(color, fill, TEXT_CONTRAST);
  return { ...SOLD, key, name: text('seatLayer.orderSold', { order: name }), fill, ink, letter };
}

/** More steps than these are not told apart by eye, nor by their figure at arm's length. */
export const MOST_HEAT_STEPS = 7;

const HEAT_LOW = '#d5e5f7';
const HEAT_HIGH = '#0c2f66';

/**
 * A figure in steps, the least pale and the most dark, each with its number. The column has the step from 1; 0 has no
 * figure. `names` says each step's range.
 */
export function createHeatTheme(names: readonly string[], { values }: Values): SeatTheme {
  const fills = colorRamp(HEAT_LOW, HEAT_HIGH, names.length);
  const steps = names.map((name, i): SeatStyle => {
    const fill = fills[i]!;
    const isPale = contrast(fill, GROUND) < MARK_CONTRAST;
    return {
      key: `STEP:${i + 1}`,
      name,
      fill,
      stroke: isPale ? standOut(fill, GROUND, MARK_CONTRAST) : null,
      ink: inkOn(fill),
      mark: 'SOLID',
      letter: String(i + 1),
    };
  });
  const without: SeatStyle = { ...UNOWNED, key: 'NO_FIGURE', name: text('seatLayer.noFigure') };
  return {
    key: 'HEAT',
    styles: [...steps, without],
    styleOf: (ordinal) => {
      const step = values[ordinal]!;
      return step > 0 && step <= steps.length ? step - 1 : steps.length;
    },
  };
}

const IN = plainStyle('IN', text('seatLayer.arrival.in'), '#0b6b4f', 'SOLID');
const EXPECTED: SeatStyle = {
  ...plainStyle('EXPECTED', text('seatLayer.arrival.expected'), null, 'HOLLOW'),
  stroke: '#3d6b9e',
  ink: '#2b4f7a',
};
const SEEN_TWICE: SeatStyle = {
  ...plainStyle('SEEN_TWICE', text('seatLayer.arrival.seenTwice'), '#ffc21a', 'HATCH'),
  stroke: '#7a2e00',
};
const WRONG_DOOR: SeatStyle = {
  ...plainStyle('WRONG_DOOR', text('seatLayer.arrival.wrongDoor'), '#ff8f6b', 'CROSS'),
  stroke: '#7d0a12',
};
const TAKEN_BACK: SeatStyle = {
  ...plainStyle('TAKEN_BACK', text('seatLayer.arrival.takenBack'), '#e3ecf6', 'HALF'),
  stroke: '#3d6b9e',
  ink: '#16335a',
};
const NOT_SOLD: SeatStyle = { ...SOLD, key: 'NOT_SOLD', name: text('seatLayer.arrival.notSold') };

/** By what `ARRIVALS` calls it (domain/door/arrival.ts), in its order. */
const ARRIVAL_STYLES = [EXPECTED, IN, SEEN_TWICE, WRONG_DOOR, TAKEN_BACK] as const;

/**
 * Who has come: seats fill as their guests are let in, what wants a look glows, what was not sold recedes. The column
 * has the index into ARRIVALS of the seat's guest.
 */
export function createArrivalsTheme({ values }: Values): SeatTheme {
  const styles = [...ARRIVAL_STYLES, NOT_SOLD];
  return {
    key: 'ARRIVALS',
    styles,
    styleOf: (ordinal, _columns, states) =>
      states.status[ordinal] === SOLD_STATUS && values[ordinal]! < ARRIVAL_STYLES.length
        ? values[ordinal]!
        : ARRIVAL_STYLES.length,
  };
}
