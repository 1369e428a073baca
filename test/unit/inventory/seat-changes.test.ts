import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  block,
  changeAll,
  disown,
  hold,
  own,
  release,
  unblock,
  type Seat,
  type SeatRule,
} from '../../../src-shared/domain/inventory/seat-changes.ts';
import { SEAT_STATUSES, seatMachine, type SeatOwnership } from '../../../src-shared/domain/inventory/states.ts';
import type { SeatStatus } from '../../../src-shared/domain/seat-map/columns.ts';

const FREE: Seat = {
  agencyId: 'a',
  eventId: 'e',
  seatId: 's',
  sectionId: 'stalls',
  ordinal: 0,
  status: 'AVAILABLE',
  generation: 1,
  pinnedTo: null,
  bookingId: null,
  ticketId: null,
  holdId: null,
  blockReason: null,
  stateVersion: 1,
  priceLevelId: null,
  priceMinor: null,
  ownership: 'NOT_OWNED',
  supplierId: null,
  purchaseOrderLineId: null,
  costMinor: null,
  proofOfPurchase: null,
  termsVersion: 1,
};

const PURCHASE = { supplierId: 'sup', purchaseOrderLineId: 'line', costMinor: 900, proofOfPurchase: 'invoice 1' };

const RULES: Readonly<Record<string, { rule: SeatRule; from: readonly SeatStatus[]; to: SeatStatus }>> = {
  hold: { rule: (seat) => hold(seat, 'h'), from: ['AVAILABLE'], to: 'HELD' },
  release: { rule: release, from: ['HELD'], to: 'AVAILABLE' },
  block: { rule: (seat) => block(seat, 'broken'), from: ['AVAILABLE', 'HELD'], to: 'BLOCKED' },
  unblock: { rule: (seat) => unblock(seat, false), from: ['BLOCKED'], to: 'AVAILABLE' },
};

describe.each(Object.entries(RULES))('%s', (_name, { rule, from, to }) => {
  test.each(SEAT_STATUSES)(
    'of a seat that is %s keeps to the arrows and names seat and states when it refuses',
    (status) => {
      const result = rule({ ...FREE, status });
      if (from.includes(status)) {
        expect(result).toMatchObject({ ok: true, value: { status: to } });
        expect(seatMachine.allows(status, to)).toBe(true);
      } else {
        const data = { seatId: 's', from: status, to };
        expect(result).toMatchObject({ ok: false, error: { code: 'WRONG_STATE', data } });
      }
    },
  );

  test('of a seat that is kept for another counter is refused', () => {
    const refused = rule({ ...FREE, status: from[0]!, pinnedTo: 'counter-2' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'SEAT_PINNED', data: { seatId: 's' } } });
  });
});

describe('ownership', () => {
  test.each<[SeatOwnership, boolean]>([
    ['NOT_OWNED', true],
    ['RETURNED_TO_SUPPLIER', true],
    ['OWNED', false],
  ])('of a seat that is %s becomes OWNED by a purchase: %s', (ownership, allowed) => {
    const result = own({ ...FREE, ownership }, PURCHASE);
    expect(result.ok).toBe(allowed);
    if (result.ok) expect(result.value).toEqual({ ownership: 'OWNED', ...PURCHASE });
  });

  test.each(SEAT_STATUSES)('of a seat that is %s is given up only while nobody has it', (status) => {
    const result = disown({ ...FREE, ...PURCHASE, ownership: 'OWNED', status });
    expect(result.ok).toBe(status !== 'RESERVED' && status !== 'SOLD');
    if (result.ok) expect(result.value).toMatchObject({ ownership: 'NOT_OWNED', supplierId: null, costMinor: null });
  });
});

test('a generation only grows, and grows whenever a seat is freed', () => {
  const names = fc.array(fc.constantFrom(...Object.keys(RULES)), { maxLength: 40 });
  fc.assert(
    fc.property(names, (history) => {
      let seat = FREE;
      for (const name of history) {
        const result = RULES[name]!.rule(seat);
        if (!result.ok) continue;
        const next = { ...seat, ...result.value };
        expect(next.generation).toBe(seat.generation + (next.status === 'AVAILABLE' ? 1 : 0));
        seat = next;
      }
    }),
  );
});

test('many seats change all or none, and every refusing seat is named', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SEAT_STATUSES), { minLength: 1, maxLength: 30 }), (list) => {
      const seats = list.map((status, ordinal) => ({ ...FREE, seatId: `s${ordinal}`, ordinal, status }));
      const result = changeAll(seats, (seat) => hold(seat, 'h'));
      const refusing = seats.filter((seat) => seat.status !== 'AVAILABLE');
      if (result.ok) expect(refusing).toEqual([]);
      else expect(result.error.map((refusal) => refusal.seat)).toEqual(refusing);
    }),
  );
});
