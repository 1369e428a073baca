import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tradingDayNamed, tradingDayOf } from '../../../src-shared/domain/time/trading-day.ts';

const FIVE = 5 * 60;
const HOUR_MS = 3_600_000;

/** Whole and half hours, changes at midnight, at 02:00, by half an hour, and none at all. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
];

const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2035, 0) });
const zone = fc.constantFrom(...ZONES);
const changeMinutes = fc.oneof(fc.constant(FIVE), fc.integer({ min: 0, max: 24 * 60 - 1 }));

describe('a trading day', () => {
  test.each([
    ['Europe/Berlin', '2026-11-21T20:00:00+01:00', '2026-11-21', 24],
    ['Europe/Berlin', '2026-11-22T04:59:59.999+01:00', '2026-11-21', 24],
    ['Europe/Berlin', '2026-11-22T05:00:00+01:00', '2026-11-22', 24],
    // The night in which the clocks go forward, and the one in which they go back.
    ['Europe/Berlin', '2026-03-29T01:30:00+01:00', '2026-03-28', 23],
    ['Europe/Berlin', '2026-10-25T02:30:00+01:00', '2026-10-24', 25],
    ['America/New_York', '2026-11-01T01:30:00-05:00', '2026-10-31', 25],
    ['America/New_York', '2026-03-08T03:30:00-04:00', '2026-03-07', 23],
    ['Australia/Lord_Howe', '2026-10-04T04:00:00+11:00', '2026-10-03', 23.5],
    ['Asia/Kolkata', '2026-06-01T04:00:00+05:30', '2026-05-31', 24],
    // Samoa skipped 30 December 2011 whole.
    ['Pacific/Apia', '2011-12-31T06:00:00+14:00', '2011-12-31', 24],
  ])('in %s at %s is %s and has %d hours', (timeZone, at, name, hours) => {
    const day = tradingDayOf(Date.parse(at), timeZone, FIVE);
    expect(day.name).toBe(name);
    expect((day.until - day.from) / HOUR_MS).toBe(hours);
  });

  test('holds the instant it is the day of, and the next begins where it ends', () => {
    fc.assert(
      fc.property(instant, zone, changeMinutes, (at, timeZone, change) => {
        const day = tradingDayOf(at, timeZone, change);
        expect(day.from).toBeLessThanOrEqual(at);
        expect(at).toBeLessThan(day.until);
        expect(tradingDayOf(day.from, timeZone, change)).toEqual(day);
        expect(tradingDayOf(day.until - 1, timeZone, change)).toEqual(day);
        expect(tradingDayOf(day.until, timeZone, change).from).toBe(day.until);
      }),
      { numRuns: 400 },
    );
  });

  test('found by its name is the same day', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const day = tradingDayOf(at, timeZone, FIVE);
        expect(tradingDayNamed(day.name, timeZone, FIVE)).toEqual(day);
      }),
    );
  });

  test('keeps a show that ends after midnight, and the clock set back an hour, in one day', () => {
    const start = Date.parse('2026-11-21T20:00:00+01:00');
    const day = tradingDayOf(start, 'Europe/Berlin', FIVE);
    const end = start + 4.5 * HOUR_MS;
    expect(tradingDayOf(end, 'Europe/Berlin', FIVE)).toEqual(day);
    expect(tradingDayOf(end - HOUR_MS, 'Europe/Berlin', FIVE)).toEqual(day);
  });

  test.each(['2026-02-30', '2026-13-01', 'soon'])('named %s does not exist', (name) => {
    expect(tradingDayNamed(name, 'Europe/Berlin', FIVE)).toBeNull();
  });
});
