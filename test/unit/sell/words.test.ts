import { describe, expect, test } from 'vitest';
import { collectByChoices } from '../../../src-renderer/features/sell/collect-by.ts';
import { eventDay } from '../../../src-renderer/features/sell/event-day.ts';
import { printProgress } from '../../../src-renderer/features/sell/print-progress.ts';
import type { PrintItemView } from '../../../src-shared/contract/paper.ts';

const at = (day: number, hour: number): number => Date.UTC(2026, 10, day, hour - 1);
const MINUTE_MS = 60_000;

describe('the day of an event', () => {
  test.each([
    ['this evening', at(21, 20), at(21, 12), true, 'Saturday 21 November at 20:00'],
    ['after midnight, the same evening', at(22, 1), at(21, 22), true, 'Sunday 22 November at 01:00'],
    ['looked at after midnight', at(21, 20), at(22, 2), true, 'Saturday 21 November at 20:00'],
    ['tomorrow', at(22, 20), at(21, 22), false, 'Sunday 22 November at 20:00'],
    ['yesterday', at(20, 20), at(21, 6), false, 'Friday 20 November at 20:00'],
  ])('%s', (_name, startsAt, now, isToday, words) => {
    const day = eventDay(startsAt, 'Europe/Berlin', now, 'en-GB');
    expect(day.isToday).toBe(isToday);
    expect(day.words.replace(',', ' at')).toBe(words);
  });
});

describe('until when seats are kept', () => {
  test('only times that are still to come, the usual one first', () => {
    const startsAt = at(21, 20);
    const names = (now: number) => collectByChoices(startsAt, now).map(({ id }) => id);
    expect(names(startsAt - 48 * 60 * MINUTE_MS)).toEqual(['30', '60', '120', '1440', '0']);
    expect(names(startsAt - 45 * MINUTE_MS)).toEqual(['30', '0']);
    expect(names(startsAt)).toEqual([]);
  });
});

describe('how the paper stands', () => {
  let made = 0;
  const item = (what: string, state: PrintItemView['state'], change: Partial<PrintItemView> = {}): PrintItemView => ({
    printItemId: `item-${(made += 1)}`,
    kind: 'TICKET',
    saleId: 'sale',
    saleNumber: 'ORD-1',
    what,
    state,
    isCopy: false,
    problem: state === 'FAILED' ? 'No paper' : null,
    at: made,
    ...change,
  });

  test.each([
    [[], 'idle', 0],
    [[item('A 1', 'PRINTED'), item('A 2', 'PRINTED')], 'ok', 0],
    [[item('A 1', 'PRINTED'), item('A 2', 'QUEUED')], 'note', 0],
    [[item('A 1', 'FAILED'), item('A 2', 'UNKNOWN')], 'warn', 2],
    // Printed again: only the newest piece counts.
    [[item('A 1', 'FAILED', { problem: null }), item('A 1', 'PRINTED')], 'ok', 0],
    // A receipt that waits keeps nobody.
    [[item('A 1', 'PRINTED'), item('R1', 'FAILED', { kind: 'RECEIPT' })], 'ok', 0],
  ])('%#', (items, tone, again) => {
    const progress = printProgress(items);
    expect(progress.tone).toBe(tone);
    expect(progress.again).toHaveLength(again);
  });
});
