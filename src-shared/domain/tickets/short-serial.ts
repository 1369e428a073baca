/**
 * A ticket's short serial: what Code 128 carries and people type. Twelve Crockford characters: ten for the 48-bit
 * serial and two that check it. It is no proof of anything (no signature): it is looked up in the list.
 *
 * The two check characters are the parity of a Reed-Solomon code over the 32 characters, so any one or two wrong
 * characters and any two exchanged ones are noticed, and other text of this length passes once in 1,024. Crockford's
 * own check symbol (modulo 37) was not taken: it needs `*~$=`, which move about between keyboard layouts.
 */
import { text } from '../../text/text.ts';
import { assert, fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { CROCKFORD_ALPHABET, crockfordValue } from './crockford.ts';

const SERIAL_CHARACTERS = 10;
export const SHORT_SERIAL_LENGTH = SERIAL_CHARACTERS + 2;
const LARGEST_SERIAL = 0xff_ff_ff_ff_ff_ff;

/** x⁵ + x² + 1, which makes α = 2 run through all 31 non-zero values. */
const REDUCING_POLYNOMIAL = 0b100101;

/** Product in the field of 32 elements. */
function multiply(left: number, right: number): number {
  let product = 0;
  let shifted = left;
  for (let rest = right; rest > 0; rest >>= 1) {
    if (rest & 1) product ^= shifted;
    shifted <<= 1;
    if (shifted & 32) shifted ^= REDUCING_POLYNOMIAL;
  }
  return product;
}

/** The rest of the message on division by the generator (x + 1)(x + α) = x² + 3x + 2. */
function checkValues(values: readonly number[]): readonly [number, number] {
  let high = 0;
  let low = 0;
  for (const value of values) {
    const factor = value ^ high;
    high = low ^ multiply(factor, 3);
    low = multiply(factor, 2);
  }
  return [high, low];
}

/** The twelve characters of a serial, without separators. */
export function shortSerial(serial: number): string {
  assert(Number.isSafeInteger(serial) && serial >= 0 && serial <= LARGEST_SERIAL, `serial ${serial} is out of range`);
  const values: number[] = [];
  for (let rest = serial, at = 0; at < SERIAL_CHARACTERS; at += 1, rest = Math.floor(rest / 32))
    values.unshift(rest % 32);
  return [...values, ...checkValues(values)].map((value) => CROCKFORD_ALPHABET[value]).join('');
}

/** As printed for people: `7K3Q-MD2V-9XAB`. */
export function groupedShortSerial(serial: number): string {
  return shortSerial(serial).replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * Reads a typed or scanned short serial: either case, spaces and hyphens between, O for 0, I or L for 1.
 * Errors: NOT_A_SHORT_SERIAL (other characters or another length), SHORT_SERIAL_MISTYPED (the check does not fit).
 */
export function parseShortSerial(typed: string): Result<number> {
  const characters = typed.replace(/[\s-]/g, '');
  const values: number[] = [];
  for (const character of characters) {
    const value = crockfordValue(character);
    if (value === null) return fail('NOT_A_SHORT_SERIAL', text('ticket.notAShortSerial'));
    values.push(value);
  }
  const serialValues = values.slice(0, SERIAL_CHARACTERS);
  const serial = serialValues.reduce((sum, value) => sum * 32 + value, 0);
  if (values.length !== SHORT_SERIAL_LENGTH || serial > LARGEST_SERIAL)
    return fail('NOT_A_SHORT_SERIAL', text('ticket.notAShortSerial'));
  const [high, low] = checkValues(serialValues);
  if (values[SERIAL_CHARACTERS] !== high || values[SERIAL_CHARACTERS + 1] !== low)
    return fail('SHORT_SERIAL_MISTYPED', text('ticket.shortSerialMistyped'));
  return ok(serial);
}
