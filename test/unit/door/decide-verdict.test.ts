import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { admissionAfter, type AdmissionState } from '../../../src-shared/domain/door/admission.ts';
import {
  decideVerdict,
  REPEAT_MS,
  type DoorQuestion,
  type ListedTicket,
  type PastScan,
} from '../../../src-shared/domain/door/decide-verdict.ts';
import type { ReadCode } from '../../../src-shared/domain/door/read-code.ts';
import type { TicketStatus } from '../../../src-shared/domain/inventory/states.ts';

const NOW = Date.UTC(2026, 10, 21, 19);

const ticket = (change: Partial<ListedTicket> = {}): ListedTicket => ({
  status: 'CONFIRMED',
  generation: 3,
  serial: 77,
  eventId: 'tonight',
  eventNumber: 9,
  ...change,
});

const signed = (change: Partial<Extract<ReadCode, { kind: 'SIGNED' }>> = {}): ReadCode => ({
  kind: 'SIGNED',
  signature: 'VALID',
  eventNumber: 9,
  serial: 77,
  generation: 3,
  ...change,
});

const ask = (change: Partial<DoorQuestion> = {}): DoorQuestion => ({
  code: signed(),
  ticket: ticket(),
  admission: null,
  eventIds: ['tonight'],
  now: NOW,
  recentScans: [],
  ...change,
});

const scan = (change: Partial<PastScan> = {}): PastScan => ({
  id: 'scan',
  at: NOW - 1000,
  serial: 77,
  generation: 3,
  verdict: 'ADMIT',
  reason: null,
  ...change,
});

const INSIDE = { isInside: true };

describe('a door says', () => {
  test.each<[string, Partial<DoorQuestion>, string]>([
    ['a paid ticket', {}, 'ADMIT'],
    ['its bar code', { code: { kind: 'LISTED', serial: 77 } }, 'ADMIT'],
    [
      'one that was used and taken back',
      { ticket: ticket({ status: 'USED' }), admission: { isInside: false } },
      'ADMIT',
    ],
    ['one whose bearer is in', { ticket: ticket({ status: 'USED' }), admission: INSIDE }, 'ALREADY_USED'],
    ['one that was given back', { ticket: ticket({ status: 'CANCELLED' }) }, 'CANCELLED'],
    ['one that was transferred', { ticket: ticket({ status: 'TRANSFERRED' }) }, 'CANCELLED'],
    ['one that was exchanged', { ticket: ticket({ status: 'EXCHANGED' }) }, 'CANCELLED'],
    ['an older generation of it', { code: signed({ generation: 2 }) }, 'CANCELLED'],
    ['a generation that the list does not know', { code: signed({ generation: 4 }) }, 'UNKNOWN'],
    ['one that is only reserved', { ticket: ticket({ status: 'RESERVED' }) }, 'NOT_PAID'],
    ['one for another event', { eventIds: ['studio'] }, 'WRONG_EVENT'],
    ['one that is used, for another event', { eventIds: ['studio'], admission: INSIDE }, 'WRONG_EVENT'],
    [
      'one given back, for another event',
      { eventIds: ['studio'], ticket: ticket({ status: 'CANCELLED' }) },
      'CANCELLED',
    ],
    ['a forgery', { code: signed({ signature: 'BAD' }) }, 'BAD_SIGNATURE'],
    ['one signed with a key it does not know', { code: signed({ signature: 'UNKNOWN_KEY' }) }, 'UNKNOWN'],
    ['a code whose event is not its ticket’s', { code: signed({ eventNumber: 8 }) }, 'UNKNOWN'],
    ['one that is not on the list', { ticket: null }, 'UNKNOWN'],
    ['something that is no ticket', { code: { kind: 'UNREADABLE' }, ticket: null }, 'UNKNOWN'],
  ])('%s', (_, change, verdict) => {
    expect(decideVerdict(ask(change))).toEqual({ verdict, repeats: null });
  });
});

describe('the same code again', () => {
  const used = { ticket: ticket({ status: 'USED' }), admission: INSIDE };

  test.each<[string, number, boolean]>([
    ['at once', 0, true],
    ['within four seconds', REPEAT_MS - 1, true],
    ['after four seconds', REPEAT_MS, false],
    ['an hour later, with the clock set back to just after', 1, false],
  ])('%s', (when, agoMs, isRepeat) => {
    const first = scan({ id: 'first', at: NOW - agoMs });
    // In between the clock stood an hour earlier, and somebody else was scanned.
    const between = when.startsWith('an hour') ? [scan({ id: 'other', serial: 5, at: NOW - 1_800_000 })] : [];
    const answer = decideVerdict(ask({ ...used, recentScans: [...between, first] }));
    expect(answer).toEqual(
      isRepeat ? { verdict: 'ADMIT', repeats: first } : { verdict: 'ALREADY_USED', repeats: null },
    );
  });

  test('right after the clock went back is no repeat: it stays what it is', () => {
    const first = scan({ at: NOW + 3_600_000 - 1000 });
    expect(decideVerdict(ask({ ...used, recentScans: [first] }))).toEqual({ verdict: 'ALREADY_USED', repeats: null });
  });

  test('with others scanned in between is still a repeat', () => {
    const first = scan({ at: NOW - 3000 });
    const recentScans = [
      scan({ id: 'b', serial: 6, at: NOW - 1000 }),
      scan({ id: 'a', serial: 5, at: NOW - 2000 }),
      first,
    ];
    expect(decideVerdict(ask({ ...used, recentScans }))).toEqual({ verdict: 'ADMIT', repeats: first });
  });

  test('as the bar code beside the square one is a repeat too', () => {
    const first = scan();
    const recentScans = [first];
    expect(decideVerdict(ask({ ...used, code: { kind: 'LISTED', serial: 77 }, recentScans })).repeats).toBe(first);
  });

  test.each<[string, Partial<DoorQuestion>, PastScan]>([
    ['after it was taken back', { admission: { isInside: false } }, scan({ reason: 'wrong person' })],
    ['of an older generation', { code: signed({ generation: 2 }) }, scan()],
    ['forged', { code: signed({ signature: 'BAD' }) }, scan()],
    ['after it was admitted by hand', { admission: INSIDE }, scan({ reason: 'no paper' })],
  ])('%s is no repeat', (_, change, past) => {
    expect(decideVerdict(ask({ ...change, recentScans: [past] })).repeats).toBeNull();
  });
});

/** A door's day: scans, corrections and cancellations of two tickets, with a clock that also goes back. */
describe('whatever is scanned in whatever order', () => {
  const act = fc.record({
    what: fc.constantFrom('SCAN' as const, 'FORGERY' as const, 'CORRECT' as const, 'CANCEL' as const),
    serial: fc.constantFrom(1, 2),
    passesMs: fc.oneof(fc.integer({ min: 0, max: 6000 }), fc.constant(-3_600_000)),
  });

  test('at most one person is inside with a ticket, and each entry is one ADMIT that was new', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let now = NOW;
        const scans: PastScan[] = [];
        const status = new Map<number, TicketStatus>();
        const admissions = new Map<number, AdmissionState | null>();
        let entries = 0;
        let left = 0;
        for (const { what, serial, passesMs } of acts) {
          now += passesMs;
          const admission = admissions.get(serial) ?? null;
          const id = `scan-${scans.length}`;
          if (what === 'CANCEL') status.set(serial, 'CANCELLED');
          else if (what === 'CORRECT') {
            if (!admission?.isInside) continue;
            left += 1;
            scans.unshift({ id, at: now, serial, generation: null, verdict: 'ADMIT', reason: 'mistake' });
            const correction = { id, verdict: 'ADMIT' as const, correctsScanId: admission.scanId, gate: 'A', at: now };
            admissions.set(serial, admissionAfter(admission, correction));
          } else {
            const code = signed({ serial, signature: what === 'FORGERY' ? 'BAD' : 'VALID' });
            const listed = ticket({ serial, status: status.get(serial) ?? 'CONFIRMED' });
            const answer = decideVerdict(ask({ code, ticket: listed, admission, now, recentScans: scans }));
            if (what === 'FORGERY') expect(answer).toEqual({ verdict: 'BAD_SIGNATURE', repeats: null });
            if (answer.repeats) continue;
            if (answer.verdict === 'ADMIT') {
              expect(admission?.isInside ?? false).toBe(false);
              entries += 1;
            }
            const trusted = what === 'SCAN' ? serial : null;
            scans.unshift({ id, at: now, serial: trusted, generation: 3, verdict: answer.verdict, reason: null });
            const fact = { id, verdict: answer.verdict, correctsScanId: null, gate: 'A', at: now };
            admissions.set(serial, what === 'SCAN' ? admissionAfter(admission, fact) : admission);
          }
        }
        const inside = [...admissions.values()].filter((admission) => admission?.isInside).length;
        expect(inside).toBe(entries - left);
        expect(inside).toBeLessThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });
});
