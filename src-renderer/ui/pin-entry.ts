/** A PIN while it is typed: only digits, never longer than the longest PIN. */

import { withWesternDigits } from './western-digits.ts';

/** A PIN has at most this many digits; further ones are ignored, so that a held key does no harm. */
export const PIN_DIGITS_MAX = 8;

export type PinKey = { readonly kind: 'digit'; readonly digit: string } | { readonly kind: 'back' | 'clear' | 'enter' };

/**
 * What a key means to a PIN pad, or null. Digits go by position, so that the row above the letters works
 * unshifted on a French keyboard; a numeric pad counts only while it types digits.
 */
export function eventToPinKey(event: {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}): PinKey | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const typed = withWesternDigits(event.key);
  if (/^\d$/.test(typed)) return { kind: 'digit', digit: typed };
  const row = /^Digit(\d)$/.exec(event.code);
  if (row?.[1]) return { kind: 'digit', digit: row[1] };
  if (event.key === 'Backspace') return { kind: 'back' };
  if (event.key === 'Delete' || event.key === 'Escape') return { kind: 'clear' };
  if (event.key === 'Enter') return { kind: 'enter' };
  return null;
}

/** The PIN after a key. Enter leaves it as it is. */
export function pinAfterKey(pin: string, key: PinKey): string {
  if (key.kind === 'digit') return (pin + key.digit).slice(0, PIN_DIGITS_MAX);
  if (key.kind === 'back') return pin.slice(0, -1);
  return key.kind === 'clear' ? '' : pin;
}
