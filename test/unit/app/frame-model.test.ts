import { describe, expect, it } from 'vitest';
import { AREA_RIGHTS } from '../../../src-renderer/app/area-rights.ts';
import { eventTimeText, toCurtainText } from '../../../src-renderer/app/event-time.ts';
import { matchesTyped } from '../../../src-renderer/app/folded.ts';
import { permittedAreas, pinWaitMs } from '../../../src-renderer/app/frame-model.ts';
import { createRouter } from '../../../src-renderer/app/router.ts';

const NOW_MS = Date.UTC(2026, 10, 20, 17, 48);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('when an event is', () => {
  it.each([
    [42 * MINUTE_MS, 'Europe/Vienna', '19:30'],
    [DAY_MS, 'Europe/Vienna', 'Sat 18:48'],
    [12 * DAY_MS, 'Europe/Vienna', 'Wed 2 Dec 18:48'],
    [182 * DAY_MS, 'Europe/Vienna', 'Fri 21 May 19:48'],
    [365 * DAY_MS, 'Europe/Vienna', 'Sat, 20 Nov 2027 18:48'],
    // Past midnight where the event is, though not where the counter's clock is.
    [8 * 60 * MINUTE_MS, 'Europe/Vienna', 'Sat 02:48'],
    [8 * 60 * MINUTE_MS, 'America/New_York', '20:48'],
  ])('says %i ms ahead in %s as %s', (aheadMs, timeZone, words) => {
    expect(eventTimeText(NOW_MS + aheadMs, timeZone, NOW_MS, 'en-GB')).toBe(words);
  });

  it.each([
    [42 * MINUTE_MS, '42 min'],
    [42 * MINUTE_MS - 1, '42 min'],
    [99 * MINUTE_MS, '99 min'],
    [100 * MINUTE_MS, null],
    [0, '0 min'],
    [-12 * MINUTE_MS, 'since 12 min'],
    [-181 * MINUTE_MS, null],
  ])('counts %i ms to the curtain as %j', (aheadMs, words) => {
    expect(toCurtainText(NOW_MS + aheadMs, NOW_MS)).toBe(words);
  });
});

it('shows a person only the areas they may use, in the order of the rail', () => {
  expect(permittedAreas(['report.read', 'sale.sell', 'booking.find'], AREA_RIGHTS)).toEqual([
    'sell',
    'bookings',
    'reports',
  ]);
  expect(permittedAreas([], AREA_RIGHTS)).toEqual([]);
});

it.each([
  ['Ana Bećirović', 'an be', true],
  ['Ana Bećirović', 'BEĆ', true],
  ['Ana Bećirović', 'beci', true],
  ['Charlotte von Hohenstein-Wallerstein', 'wall', true],
  ['Ana Bećirović', 'na', false],
  ['Ana Bećirović', '', true],
])('finds %s by %j: %s', (name, typed, isFound) => {
  expect(matchesTyped(name, typed)).toBe(isFound);
});

it.each([
  [{ waitMs: 30_000 }, 30_000],
  [{ waitMs: '30' }, 0],
  [null, 0],
  [undefined, 0],
])('reads the wait after a wrong PIN from %j', (data, waitMs) => {
  expect(pinWaitMs({ code: 'WRONG_PIN', message: '', data })).toBe(waitMs);
});

it('opens an area with its parameters and forgets those of the last', () => {
  const router = createRouter('sell');
  router.open('bookings', { bookingId: 'b1' });
  expect(router.store.getState()).toEqual({ area: 'bookings', params: { bookingId: 'b1' } });
  router.open('till');
  expect(router.store.getState()).toEqual({ area: 'till', params: {} });
});
