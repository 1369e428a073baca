import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideCancel,
  decideConfirm,
  decideReceipt,
  leftOf,
  orderNumber,
  totalMinor,
  type Line,
  type Order,
  type OrderChange,
} from '../../../src-shared/domain/purchasing/order.ts';
import type { Result } from '../../../src-shared/domain/result.ts';

const LINE: Line = {
  id: 'l',
  status: 'PENDING',
  quantity: 10,
  receivedQuantity: 0,
  cancelledQuantity: 0,
  unitMinor: 900,
};

test('a total is the sum of its lines, and exact for the largest order there can be', () => {
  expect(
    totalMinor([
      { quantity: 10, unitMinor: 900 },
      { quantity: 3, unitMinor: 1 },
    ]),
  ).toBe(9003);
  const largest = totalMinor(Array.from({ length: 500 }, () => ({ quantity: 100_000, unitMinor: 100_000_000 })));
  expect(Number.isSafeInteger(largest)).toBe(true);
});

test('numbers have the year and four digits, and go on past them', () => {
  expect([orderNumber(2026, 1), orderNumber(2026, 12_345)]).toEqual(['PO-2026-0001', 'PO-2026-12345']);
});

describe('receiving', () => {
  test('more than is left is refused and says how many are', () => {
    const line: Line = { ...LINE, status: 'PARTIALLY_RECEIVED', receivedQuantity: 7, cancelledQuantity: 1 };
    const order: Order = { id: 'o', status: 'PARTIALLY_RECEIVED' };
    expect(decideReceipt(order, [line], line, 3)).toMatchObject({ error: { code: 'TOO_MANY', data: { left: 2 } } });
    expect(decideReceipt(order, [line], line, 2)).toMatchObject({ ok: true, value: { status: 'COMPLETED' } });
  });

  test('waits for the supplier’s yes', () => {
    expect(decideReceipt({ id: 'o', status: 'PENDING' }, [LINE], LINE, 1)).toMatchObject({
      error: { code: 'WRONG_STATE', data: { from: 'PENDING' } },
    });
  });
});

describe('cancelling', () => {
  test('an order that was partly received keeps what came and closes the rest', () => {
    const whole: Line = { ...LINE, id: 'a', status: 'RECEIVED', receivedQuantity: 10 };
    const part: Line = { ...LINE, id: 'b', status: 'PARTIALLY_RECEIVED', receivedQuantity: 4 };
    const none: Line = { ...LINE, id: 'c', status: 'CONFIRMED' };
    const result = decideCancel({ id: 'o', status: 'PARTIALLY_RECEIVED' }, [whole, part, none]);
    expect(result).toMatchObject({ ok: true, value: { status: 'COMPLETED' } });
    if (!result.ok) return;
    expect([...result.value.lines]).toEqual([
      ['b', { status: 'RECEIVED', cancelledQuantity: 6 }],
      ['c', { status: 'CANCELLED', cancelledQuantity: 10 }],
    ]);
  });

  test('an order that is complete is refused', () => {
    expect(decideCancel({ id: 'o', status: 'COMPLETED' }, [])).toMatchObject({ error: { code: 'WRONG_STATE' } });
  });
});

test('whatever happens to an order, no line gets more than it asked for, and the order is complete exactly when nothing is left', () => {
  const step = fc.oneof(
    fc.constant('confirm' as const),
    fc.constant('cancel' as const),
    fc.record({ line: fc.nat(2), count: fc.integer({ min: 1, max: 12 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      let order: Order = { id: 'o', status: 'PENDING' };
      let lines: Line[] = ['a', 'b', 'c'].map((id) => ({ ...LINE, id }));
      for (const one of steps) {
        const result: Result<OrderChange> =
          one === 'confirm'
            ? decideConfirm(order, lines)
            : one === 'cancel'
              ? decideCancel(order, lines)
              : decideReceipt(order, lines, lines[one.line]!, one.count);
        if (!result.ok) continue;
        order = { ...order, status: result.value.status };
        lines = lines.map((line) => ({ ...line, ...result.value.lines.get(line.id) }));
      }
      for (const line of lines) {
        expect(leftOf(line)).toBeGreaterThanOrEqual(0);
        if (line.status === 'RECEIVED' || line.status === 'CANCELLED') expect(leftOf(line)).toBe(0);
      }
      const isOver = order.status === 'COMPLETED' || order.status === 'CANCELLED';
      expect(isOver).toBe(lines.every((line) => leftOf(line) === 0));
      expect(order.status === 'CANCELLED').toBe(isOver && lines.every((line) => line.receivedQuantity === 0));
    }),
  );
});
