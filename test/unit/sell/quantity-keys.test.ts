import { describe, expect, test } from 'vitest';
import {
  NOTHING_TYPED,
  quantityOf,
  withDigit,
  withLetter,
  withoutLast,
  withStep,
  type TypedQuantity,
} from '../../../src-renderer/features/sell/quantity-keys.ts';

const LEVELS = [
  { priceLevelId: 'a', letter: 'A' },
  { priceLevelId: 'b', letter: 'B' },
];

/** Keys as pressed; a letter that is not taken is written down. */
function press(keys: string, levels = LEVELS): { typed: TypedQuantity; left: string } {
  let typed = NOTHING_TYPED;
  let left = '';
  for (const key of keys) {
    const taken = /\d/.test(key)
      ? withDigit(typed, key)
      : key === '<'
        ? withoutLast(typed)
        : withLetter(typed, key, levels);
    if (taken === null) left += key;
    else typed = taken;
  }
  return { typed, left };
}

describe('how many, on the keys', () => {
  test.each([
    ['4', 4, null, ''],
    ['12', 12, null, ''],
    ['0', null, null, ''],
    ['012', 12, null, ''],
    ['1234', 123, null, ''],
    ['12<', 1, null, ''],
    ['1<', null, null, ''],
    ['12b', 12, 'b', ''],
    // The second B asks for the best.
    ['12bb', 12, 'b', 'b'],
    ['b', null, null, 'b'],
    ['4c', 4, null, 'c'],
    ['4a<', 4, null, ''],
    // A new number after a level.
    ['4a2', 2, null, ''],
  ])('%s', (keys, quantity, level, left) => {
    const pressed = press(keys);
    expect(quantityOf(pressed.typed)).toBe(quantity);
    expect(pressed.typed.priceLevelId).toBe(level);
    expect(pressed.left).toBe(left);
  });

  test('where no level is called B, the first B asks for the best', () => {
    expect(press('12b', [LEVELS[0]!])).toEqual({ typed: { digits: '12', priceLevelId: null }, left: 'b' });
  });
});

describe('how many, with the mouse', () => {
  test('goes up from one and down to none, and keeps the level', () => {
    const one = withStep(NOTHING_TYPED, 1);
    expect(quantityOf(one)).toBe(1);
    expect(withStep(one, -1)).toBe(NOTHING_TYPED);
    expect(withStep(NOTHING_TYPED, -1)).toBe(NOTHING_TYPED);
    expect(withStep({ digits: '4', priceLevelId: 'b' }, 1)).toEqual({ digits: '5', priceLevelId: 'b' });
    expect(withStep({ digits: '4', priceLevelId: 'b' }, -1)).toEqual({ digits: '3', priceLevelId: 'b' });
  });

  test('stops where the keys stop', () => {
    const most = { digits: '999', priceLevelId: null };
    expect(withStep(most, 1)).toBe(most);
  });
});
