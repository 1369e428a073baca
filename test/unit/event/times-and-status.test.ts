import { describe, expect, test } from 'vitest';
import { decideStatus, missingBeforeSale, type Readiness } from '../../../src-shared/domain/event/readiness.ts';
import { decideTimes } from '../../../src-shared/domain/event/times.ts';
import { isTimeZone, localYear, tradingDayOf } from '../../../src-shared/domain/time/trading-day.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 10, 21, 19);

describe('times of an event', () => {
  test.each([
    ['doors an hour before', -1, 2, []],
    ['doors at the start', 0, 2, []],
    ['an end after midnight', -1, 9, []],
    ['doors after the start', 1, 2, ['doorsAt']],
    ['an end at the start', -1, 0, ['endsAt']],
    ['both wrong', 1, -1, ['doorsAt', 'endsAt']],
  ])('%s', (_name, doors, end, wrong) => {
    const result = decideTimes({ doorsAt: START + doors * HOUR_MS, startsAt: START, endsAt: START + end * HOUR_MS });
    const paths = result.ok ? [] : (result.error.data as { issues: { path: string }[] }).issues.map(({ path }) => path);
    expect(paths).toEqual(wrong);
  });
});

const READY: Readiness = {
  seatsGenerated: true,
  openSeats: 100,
  pricedSeats: 80,
  licensedCapacity: 100,
  endsAt: START + 3 * HOUR_MS,
};

describe('going on sale', () => {
  test.each<[string, Partial<Readiness>, string[]]>([
    ['nothing is missing', {}, []],
    ['without a licence any number of seats is open', { licensedCapacity: null, openSeats: 9999 }, []],
    ['seats are not made', { seatsGenerated: false, openSeats: 0, pricedSeats: 0 }, ['event.missing.seats']],
    ['no seat has a price', { pricedSeats: 0 }, ['event.missing.prices']],
    ['one seat too many is open', { openSeats: 101 }, ['event.missing.capacity']],
    ['it is over', { endsAt: START }, ['event.missing.future']],
  ])('%s', (_name, change, missing) => {
    expect(missingBeforeSale({ ...READY, ...change }, START)).toEqual(missing);
  });

  test('an event completes once it has begun, and not before', () => {
    const event = { ...READY, status: 'ON_SALE', startsAt: START } as const;
    expect(decideStatus(event, 'COMPLETED', START - 1)).toMatchObject({ ok: false, error: { code: 'NOT_STARTED' } });
    expect(decideStatus(event, 'COMPLETED', START)).toEqual({ ok: true, value: 'COMPLETED' });
  });

  test('an event that is over may still be cancelled or completed though it lacks everything', () => {
    const event = { ...READY, seatsGenerated: false, endsAt: START, status: 'PUBLISHED', startsAt: START } as const;
    expect(decideStatus(event, 'CANCELLED', START + HOUR_MS).ok).toBe(true);
    expect(decideStatus(event, 'COMPLETED', START + HOUR_MS).ok).toBe(true);
  });
});

describe('the trading day', () => {
  const day = (at: string, zone = 'Europe/Berlin') => {
    const { from, until } = tradingDayOf(Date.parse(at), zone, 300);
    return [new Date(from).toISOString(), new Date(until).toISOString()];
  };
  test.each([
    ['in the evening', '2026-11-21T19:00:00Z', '2026-11-21T04:00:00.000Z', '2026-11-22T04:00:00.000Z'],
    ['after midnight', '2026-11-22T03:59:59Z', '2026-11-21T04:00:00.000Z', '2026-11-22T04:00:00.000Z'],
    ['at its change', '2026-11-22T04:00:00Z', '2026-11-22T04:00:00.000Z', '2026-11-23T04:00:00.000Z'],
    ['of 23 hours', '2026-03-28T12:00:00Z', '2026-03-28T04:00:00.000Z', '2026-03-29T03:00:00.000Z'],
    ['of 25 hours', '2026-10-24T12:00:00Z', '2026-10-24T03:00:00.000Z', '2026-10-25T04:00:00.000Z'],
  ])('%s', (_name, at, from, until) => expect(day(at)).toEqual([from, until]));

  test('is the house’s own, wherever it is', () => {
    expect(day('2026-11-21T19:00:00Z', 'Pacific/Auckland')[0]).toBe('2026-11-21T16:00:00.000Z');
    expect(day('2026-11-21T19:00:00Z', 'America/St_Johns')[0]).toBe('2026-11-21T08:30:00.000Z');
  });

  test('the year changes at the house’s midnight', () => {
    expect(localYear(Date.parse('2026-12-31T23:30:00Z'), 'Europe/Berlin')).toBe(2027);
    expect(localYear(Date.parse('2026-12-31T23:30:00Z'), 'America/New_York')).toBe(2026);
  });

  test('a time zone that nobody knows is told apart', () => {
    expect([isTimeZone('Europe/Berlin'), isTimeZone('Europe/Atlantis'), isTimeZone('')]).toEqual([true, false, false]);
  });
});
