import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  combinationToKey,
  isFunctionKey,
  isKeyFree,
  keyToCombination,
  matchesKey,
  type KeyPlace,
  type KeyPress,
} from '../../../src-renderer/app/actions/keys.ts';
import { keyToAria, keyToCaps } from '../../../src-renderer/ui/key-label.ts';

function press(key: string, code: string, held = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.includes('Ctrl'),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
    metaKey: held.includes('Meta'),
    getModifierState: (name) => name === 'AltGraph' && held.includes('Graph'),
  };
}

function matches(key: string, event: KeyPress): boolean {
  return matchesKey(keyToCombination(key), event);
}

describe('a press', () => {
  it.each([
    ['B', press('b', 'KeyB'), 'a letter'],
    ['B', press('B', 'KeyB'), 'a letter with Caps Lock'],
    ['A', press('a', 'KeyQ'), 'a letter where a French keyboard has it'],
    ['B', press('и', 'KeyB'), 'a letter by place on a Russian keyboard'],
    ['Ctrl+Z', press('ز', 'KeyZ', 'Ctrl'), 'Ctrl and a place on an Arabic keyboard'],
    ['1', press('1', 'Digit1'), 'a digit'],
    ['1', press('&', 'Digit1'), 'a digit unshifted on a French keyboard'],
    ['1', press('1', 'Digit1', 'Shift'), 'a digit shifted on a French keyboard'],
    ['1', press('1', 'Numpad1'), 'a digit on the numeric pad'],
    ['Ctrl+3', press('3', 'Digit3', 'Ctrl'), 'Ctrl and a digit'],
    ['Ctrl+K', press('k', 'KeyK', 'Meta'), 'Command on a Mac'],
    ['Alt+6', press('§', 'Digit6', 'Alt'), 'Alt and a digit, whatever it types'],
    ['Space', press(' ', 'Space'), 'Space'],
    ['Enter', press('Enter', 'NumpadEnter'), 'either Enter'],
    ['+', press('+', 'NumpadAdd'), 'plus on the pad'],
    ['+', press('+', 'Equal', 'Shift'), 'plus above the letters'],
    ['Shift+F3', press('F3', 'F3', 'Shift'), 'Shift and a function key'],
  ])('%s takes %j as %s', (key, event) => {
    expect(matches(key, event)).toBe(true);
  });

  it.each([
    ['1', press('!', 'Digit1', 'Shift'), 'Shift and a digit that types a sign'],
    ['1', press('End', 'Numpad1'), 'the pad while it moves the cursor'],
    ['Alt+1', press('1', 'Numpad1', 'Alt'), 'Alt and the pad, which types a character by its number'],
    ['B', press('b', 'KeyB', 'Ctrl'), 'a letter with Ctrl'],
    ['B', press('B', 'KeyB', 'Shift'), 'a letter with Shift'],
    ['Ctrl+B', press('b', 'KeyB'), 'a letter without its Ctrl'],
    ['Ctrl+Alt+E', press('€', 'KeyE', 'CtrlAltGraph'), 'AltGr, which types'],
    ['F3', press('F3', 'F3', 'Shift'), 'a function key with Shift'],
    ['A', press('q', 'KeyA'), 'a place where another Latin letter is printed'],
  ])('%s leaves %j: %s', (key, event) => {
    expect(matches(key, event)).toBe(false);
  });
});

describe('where the focus is', () => {
  const free = (key: string, place: KeyPlace) => isKeyFree(keyToCombination(key), place);

  it.each([
    ['B', 'field', false],
    ['1', 'field', false],
    ['Enter', 'field', false],
    ['F6', 'field', true],
    ['Shift+F3', 'field', true],
    ['Ctrl+K', 'field', true],
    ['Alt+1', 'field', true],
    ['Ctrl+Z', 'field', false],
    ['Ctrl+C', 'field', false],
    ['Enter', 'control', false],
    ['Space', 'control', false],
    ['B', 'control', true],
    ['Enter', 'page', true],
    ['F1', 'overlay', false],
    ['Ctrl+1', 'overlay', false],
  ] as const)('%s in a %s is ours: %s', (key, place, isOurs) => {
    expect(free(key, place)).toBe(isOurs);
  });
});

it('spells a combination one way, whatever the order of its modifiers', () => {
  const names = fc.constantFrom('A', 'Z', '0', '9', 'F1', 'F12', 'Enter', 'Space', 'ArrowUp', '+', '/');
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.boolean(), names, (ctrl, alt, shift, name) => {
      const spelled = combinationToKey({ ctrl, alt, shift, name });
      expect(keyToCombination(spelled)).toEqual({ ctrl, alt, shift, name });
      expect(keyToCaps(spelled)).toHaveLength(Number(ctrl) + Number(alt) + Number(shift) + 1);
    }),
  );
  expect(combinationToKey(keyToCombination('Shift+Ctrl+K'))).toBe('Ctrl+Shift+K');
});

it.each([
  ['Ctrl+K', 'Control+K'],
  ['Ctrl+Shift+F1', 'Control+Shift+F1'],
  ['Ctrl++', 'Control+Plus'],
  ['+', 'Plus'],
  ['Alt+1', 'Alt+1'],
])('spells %s for screen readers as %s', (key, spelled) => {
  expect(keyToAria(key)).toBe(spelled);
});

it.each(['', 'Strg+K', 'ctrl+k', 'k', 'F13', 'Esc', 'Ctrl+', 'AB'])('refuses the misspelled key %j', (key) => {
  expect(() => keyToCombination(key)).toThrow(/assertion failed/);
});

it('knows function keys', () => {
  expect(['F1', 'Shift+F12', 'Ctrl+K', 'F'].map(isFunctionKey)).toEqual([true, true, false, false]);
});
