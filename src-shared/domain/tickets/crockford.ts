/**
 * Crockford's Base32: digits and capitals without I, L, O, U. It stays in a QR code's alphanumeric mode, needs no
 * Shift key on most layouts, and survives being read aloud.
 * Source: https://www.crockford.com/base32.html
 */

export const CROCKFORD_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What the letters a person confuses stand for. U stands for nothing and stays refused. */
const CONFUSED: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The value 0 to 31 of a character in either case, O read as 0 and I or L as 1; null for any other character. */
export function crockfordValue(character: string): number | null {
  const upper = character.toUpperCase();
  if (upper.length !== 1) return null;
  const value = CROCKFORD_ALPHABET.indexOf(CONFUSED[upper] ?? upper);
  return value < 0 ? null : value;
}

/** Five bits a character, most significant first; a last partial group is padded with zero bits. */
export function bytesToCrockford(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  let bits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += CROCKFORD_ALPHABET[(pending >>> bits) & 31];
    }
    pending &= (1 << bits) - 1;
  }
  return bits > 0 ? text + CROCKFORD_ALPHABET[(pending << (5 - bits)) & 31] : text;
}

/** Values of five bits to bytes. The caller sees to it that they come out whole: a rest of bits is dropped. */
export function crockfordValuesToBytes(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.floor((values.length * 5) / 8));
  let pending = 0;
  let bits = 0;
  let at = 0;
  for (const value of values) {
    pending = (pending << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = pending >>> bits;
      at += 1;
      pending &= (1 << bits) - 1;
    }
  }
  return bytes;
}
