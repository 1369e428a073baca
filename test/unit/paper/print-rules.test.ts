import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PrintState } from '../../../src-shared/domain/inventory/states.ts';
import {
  decideMark,
  decideReplacement,
  decideSettlement,
  isOutstanding,
  type PrintItemState,
} from '../../../src-shared/domain/paper/print-rules.ts';

const STATES: readonly PrintState[] = ['QUEUED', 'SENT', 'PRINTED', 'FAILED', 'UNKNOWN'];
const item = (state: PrintState, problem: string | null = null): PrintItemState => ({ state, problem, attempts: 0 });

describe('a piece of paper', () => {
  test.each([
    ['QUEUED', 'SENT', true],
    ['QUEUED', 'FAILED', true],
    ['QUEUED', 'PRINTED', false],
    ['SENT', 'PRINTED', true],
    ['SENT', 'UNKNOWN', true],
    ['SENT', 'FAILED', true],
    ['SENT', 'SENT', false],
    ['UNKNOWN', 'SENT', false],
    ['FAILED', 'SENT', false],
    ['PRINTED', 'SENT', false],
  ] as const)('that is %s is marked %s: %s', (from, to, allowed) => {
    expect(decideMark(item(from), to, null).ok).toBe(allowed);
  });

  test('is sent once at most, whatever the queue marks and people say of it', () => {
    const mark = fc.constantFrom('SENT' as const, 'PRINTED' as const, 'FAILED' as const, 'UNKNOWN' as const);
    const settle = fc.constantFrom('PRINTED' as const, 'FAILED' as const);
    const step = fc.oneof(
      mark.map((state) => (now: PrintItemState) => decideMark(now, state, 'jammed')),
      settle.map((outcome) => (now: PrintItemState) => decideSettlement(now, outcome)),
      fc.constant(decideReplacement),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = item('QUEUED');
        for (const take of steps) {
          const next = take(now);
          if (next.ok) now = next.value;
        }
        expect(now.attempts).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([
    ['QUEUED', null, true],
    ['SENT', null, true],
    ['UNKNOWN', null, true],
    ['FAILED', 'paper out', true],
    ['FAILED', null, false],
    ['PRINTED', null, false],
  ] as const)('that is %s with problem %j stands in the list: %s', (state, problem, listed) => {
    expect(isOutstanding(item(state, problem))).toBe(listed);
  });

  test.each([
    ['UNKNOWN', 'PRINTED', 'PRINTED', false],
    ['UNKNOWN', 'FAILED', 'FAILED', true],
    ['FAILED', 'FAILED', 'FAILED', false],
    ['QUEUED', 'FAILED', 'FAILED', false],
  ] as const)('that is %s and said to be %s becomes %s, in the list: %s', (from, outcome, to, listed) => {
    const settled = decideSettlement(item(from, 'jammed'), outcome);
    expect(settled).toMatchObject({ ok: true, value: { state: to } });
    expect(settled.ok && isOutstanding(settled.value)).toBe(listed);
  });

  test.each([
    ['FAILED', 'PRINTED'],
    ['PRINTED', 'FAILED'],
    ['QUEUED', 'PRINTED'],
  ] as const)('that is %s cannot be said to be %s', (from, outcome) => {
    expect(decideSettlement(item(from, 'jammed'), outcome)).toMatchObject({
      ok: false,
      error: { code: 'WRONG_STATE' },
    });
  });

  test('is printed again only when it did not come out, and only once', () => {
    const codes = STATES.map((state) => {
      const replaced = decideReplacement(item(state, state === 'FAILED' ? 'paper out' : null));
      return replaced.ok ? 'again' : replaced.error.code;
    });
    expect(codes).toEqual(['PRINTING_STILL', 'PRINTING_STILL', 'PRINTED_ALREADY', 'again', 'again']);
    const replaced = decideReplacement(item('FAILED', 'paper out'));
    expect(replaced.ok && decideReplacement(replaced.value)).toMatchObject({
      error: { code: 'PRINTED_AGAIN_ALREADY' },
    });
  });
});
