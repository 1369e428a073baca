/**
 * How keys are spelled, and when a press is one of them. `Ctrl+K`, `Shift+F3`, `Alt+1`, `B`, `Enter`, `Space`, `+`.
 *
 * 1. Digits go by position: the row above the letters counts unshifted on a French keyboard, and a numeric pad
 *    counts while it types digits.
 * 2. Letters go by what is printed on them; on a keyboard without Latin letters, by position.
 * 3. AltGr types characters and is never a shortcut.
 * 4. `Ctrl` is also the Command key of a Mac.
 */
import { assert } from '../../../src-shared/domain/result.ts';

/** The part of a keyboard event that decides; a real one fits. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly getModifierState?: (modifier: string) => boolean;
}

export interface Combination {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** `K`, `1`, `F2`, `Enter`, `Space`, `ArrowUp`, `+`. */
  readonly name: string;
}

const NAMED =
  /^(F([1-9]|1[0-2])|Enter|Escape|Space|Backspace|Delete|Insert|Tab|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right))$/;

/** Reads a spelled key. A misspelled one is a bug in the table of actions, so it throws. */
export function keyToCombination(key: string): Combination {
  const isPlus = key === '+' || key.endsWith('++');
  const parts = (isPlus ? key.slice(0, -1) : key).split('+').filter(Boolean);
  const name = isPlus ? '+' : (parts.pop() ?? '');
  const modifiers = new Set(parts);
  const known = ['Ctrl', 'Alt', 'Shift'].filter((each) => modifiers.delete(each));
  assert(modifiers.size === 0, `unknown modifier in the key ${key}`);
  assert(NAMED.test(name) || /^[A-Z0-9]$/.test(name) || /^[^\sA-Za-z0-9]$/.test(name), `unknown key ${key}`);
  return { ctrl: known.includes('Ctrl'), alt: known.includes('Alt'), shift: known.includes('Shift'), name };
}

/** One spelling for each combination, whatever the order of its modifiers. */
export function combinationToKey({ ctrl, alt, shift, name }: Combination): string {
  return [ctrl ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter(Boolean).join('+');
}

export function isFunctionKey(key: string): boolean {
  return /^F\d+$/.test(keyToCombination(key).name);
}

function pressToDigit(press: KeyPress): string | null {
  const row = /^Digit(\d)$/.exec(press.code)?.[1];
  if (row !== undefined) return row;
  const isPad = press.code.startsWith('Numpad') && /^\d$/.test(press.key);
  // Alt and the numeric pad type a character by its number on Windows.
  return isPad && !press.altKey ? press.key : null;
}

function pressToLetter(press: KeyPress): string | null {
  if (/^[a-z]$/i.test(press.key)) return press.key.toUpperCase();
  const isForeign = press.key.length === 1 && (press.key.codePointAt(0) ?? 0) > 0x24f;
  const isModified = press.altKey || press.ctrlKey || press.metaKey;
  return isForeign || isModified ? (/^Key([A-Z])$/.exec(press.code)?.[1] ?? null) : null;
}

/** True when the press is this combination. */
export function matchesKey(combination: Combination, press: KeyPress): boolean {
  if (press.getModifierState?.('AltGraph')) return false;
  const { ctrl, alt, shift, name } = combination;
  if ((press.ctrlKey || press.metaKey) !== ctrl || press.altKey !== alt) return false;
  if (/^\d$/.test(name)) {
    // A bare digit also counts with Shift where Shift is what types it.
    const isShiftRight = press.shiftKey === shift || (!shift && press.key === name);
    return pressToDigit(press) === name && isShiftRight;
  }
  if (/^[A-Z]$/.test(name)) return press.shiftKey === shift && pressToLetter(press) === name;
  if (!NAMED.test(name)) return press.key === name;
  return press.shiftKey === shift && (name === 'Space' ? press.key === ' ' : press.key === name);
}

/** Where the keyboard's focus is when a key comes. */
export type KeyPlace = 'page' | 'choice' | 'control' | 'field' | 'overlay';

const FIELD_OWN = /^Ctrl\+(Shift\+)?([ACVXYZ]|Backspace|Delete|Home|End|Arrow(Left|Right|Up|Down))$/;

/**
 * Whether an action may have this key where the focus is. A field keeps what types and edits in it; a focused
 * control keeps Enter and Space; an open dialog or list keeps everything.
 */
export function isKeyFree(combination: Combination, place: KeyPlace): boolean {
  if (place === 'overlay') return false;
  if (place === 'page') return true;
  if (place === 'control') return combination.name !== 'Enter' && combination.name !== 'Space';
  // A box is ticked with Space; Enter does nothing in it and is free.
  if (place === 'choice') return combination.name !== 'Space';
  if (FIELD_OWN.test(combinationToKey(combination))) return false;
  return combination.ctrl || combination.alt || /^F\d+$/.test(combination.name);
}
