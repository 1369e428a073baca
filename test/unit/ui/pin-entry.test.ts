import { describe, expect, it } from 'vitest';
import { eventToPinKey, pinAfterKey, PIN_DIGITS_MAX } from '../../../src-renderer/ui/pin-entry.ts';
import { durationToText } from '../../../src-renderer/ui/duration-text.ts';

function press(key: string, code: string, modifiers = {}) {
  return eventToPinKey({ key, code, ctrlKey: false, altKey: false, metaKey: false, ...modifiers });
}

describe('a PIN by keyboard', () => {
  it.each([
    ['4', 'Digit4', { kind: 'digit', digit: '4' }],
    ['4', 'Numpad4', { kind: 'digit', digit: '4' }],
    ["'", 'Digit4', { kind: 'digit', digit: '4' }],
    ['٤', 'Digit4', { kind: 'digit', digit: '4' }],
    ['ArrowLeft', 'Numpad4', null],
    ['a', 'KeyA', null],
    ['Backspace', 'Backspace', { kind: 'back' }],
    ['Enter', 'NumpadEnter', { kind: 'enter' }],
    ['Escape', 'Escape', { kind: 'clear' }],
  ])('takes %s on %s as %j', (key, code, meaning) => {
    expect(press(key, code)).toEqual(meaning);
  });

  it('leaves shortcuts alone', () => {
    expect(press('1', 'Digit1', { ctrlKey: true })).toBeNull();
    expect(press('1', 'Digit1', { altKey: true })).toBeNull();
  });

  it('never grows beyond the longest PIN', () => {
    const pin = Array.from({ length: 20 }).reduce<string>((sum) => pinAfterKey(sum, { kind: 'digit', digit: '7' }), '');
    expect(pin).toBe('7'.repeat(PIN_DIGITS_MAX));
    expect(pinAfterKey('12', { kind: 'back' })).toBe('1');
    expect(pinAfterKey('12', { kind: 'clear' })).toBe('');
    expect(pinAfterKey('12', { kind: 'enter' })).toBe('12');
  });
});

it.each([
  [372_000, '6:12'],
  [59_001, '1:00'],
  [1, '0:01'],
  [0, '0:00'],
  [-5, '0:00'],
  [3_720_000, '1:02:00'],
])('writes %i ms as %s', (durationMs, words) => {
  expect(durationToText(durationMs)).toBe(words);
});
