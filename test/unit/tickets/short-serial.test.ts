import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CROCKFORD_ALPHABET } from '../../../src-shared/domain/tickets/crockford.ts';
import {
  groupedShortSerial,
  parseShortSerial,
  SHORT_SERIAL_LENGTH,
  shortSerial,
} from '../../../src-shared/domain/tickets/short-serial.ts';

const serialArbitrary = fc.integer({ min: 0, max: 0xff_ff_ff_ff_ff_ff });

describe('short serial', () => {
  test('comes back from what is printed, whatever case and grouping it is typed in', () => {
    fc.assert(
      fc.property(serialArbitrary, (serial) => {
        const printed = shortSerial(serial);
        expect(printed).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
        for (const typed of [
          printed,
          printed.toLowerCase(),
          groupedShortSerial(serial),
          ` ${printed.replaceAll('0', 'O')} `,
        ])
          expect(parseShortSerial(typed)).toEqual({ ok: true, value: serial });
      }),
      { numRuns: 2_000 },
    );
  });

  test('any one or two wrong characters are noticed', () => {
    fc.assert(
      fc.property(
        serialArbitrary,
        fc.uniqueArray(fc.nat({ max: SHORT_SERIAL_LENGTH - 1 }), { minLength: 1, maxLength: 2 }),
        fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 2, maxLength: 2 }),
        (serial, places, shifts) => {
          const characters = [...shortSerial(serial)];
          places.forEach((place, index) => {
            const value = CROCKFORD_ALPHABET.indexOf(characters[place] ?? '');
            characters[place] = CROCKFORD_ALPHABET[value ^ (shifts[index] ?? 1)] ?? '';
          });
          expect(parseShortSerial(characters.join('')).ok).toBe(false);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test('any two different characters exchanged are noticed', () => {
    fc.assert(
      fc.property(serialArbitrary, fc.nat({ max: 11 }), fc.nat({ max: 11 }), (serial, left, right) => {
        const characters = [...shortSerial(serial)];
        const [a, b] = [characters[left] ?? '', characters[right] ?? ''];
        fc.pre(a !== b);
        characters[left] = b;
        characters[right] = a;
        expect(parseShortSerial(characters.join('')).ok).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['', 'NOT_A_SHORT_SERIAL'],
    ['12345678901', 'NOT_A_SHORT_SERIAL'],
    ['UUUUUUUUUUUU', 'NOT_A_SHORT_SERIAL'],
    ['ZZZZZZZZZZZZ', 'NOT_A_SHORT_SERIAL'],
    ['000000000001', 'SHORT_SERIAL_MISTYPED'],
  ])('%s is refused as %s', (typed, code) => {
    expect(parseShortSerial(typed)).toMatchObject({ ok: false, error: { code } });
  });
});
