import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeTicketBody, ticketCodeText } from '../../../src-shared/domain/tickets/code.ts';
import { groupedShortSerial, shortSerial } from '../../../src-shared/domain/tickets/short-serial.ts';
import { containsCardNumber, findCardNumbers } from '../../../src-shared/domain/privacy/card-number.ts';

/** Test numbers the card schemes publish. */
const PUBLISHED = [
  '4111111111111111',
  '4222222222222',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '6011111111111117',
  '30569309025904',
  '3530111333300000',
  '6304000000000000',
  '6205500000000000004',
];

describe('card numbers', () => {
  test.each(PUBLISHED)('%s is found bare, grouped, and in the middle of a sentence', (number) => {
    const spaced = number.replace(/(.{4})(?=.)/g, '$1 ');
    for (const written of [
      number,
      spaced,
      spaced.replaceAll(' ', '-'),
      spaced.replaceAll(' ', '\u2011'),
      spaced.replaceAll(' ', '\u00A0'),
    ]) {
      expect(findCardNumbers(written)).toEqual([{ start: 0, end: written.length }]);
      expect(findCardNumbers(`card ${written}, call back`)).toEqual([{ start: 5, end: 5 + written.length }]);
    }
  });

  test.each([
    ['with its expiry date and code', '4111 1111 1111 1111 12 27 123'],
    ['from a magnetic stripe', '%B4111111111111111^DOE/JANE^27121010000000000000?'],
    ['in full-width digits', '４１１１１１１１１１１１１１１１'],
    ['in Arabic digits', '٤١١١ ١١١١ ١١١١ ١١١١'],
    ['straight after letters', 'card4111111111111111x'],
  ])('one %s is found', (_, text) => {
    expect(containsCardNumber(text)).toBe(true);
  });

  test('two numbers are two places', () => {
    expect(findCardNumbers('4111111111111111 / 378282246310005')).toHaveLength(2);
  });

  test.each([
    ['4111111111111112', 'a wrong last digit'],
    ['411111111111', 'twelve digits'],
    ['00491701234567', 'a telephone number'],
    ['41111111  11111111', 'two spaces between'],
    ['ORD-20261121-7K3QMD', 'an order number'],
    ['ORD-20261126-000003', 'an order number of digits only that passes the check'],
    ['ord-20261126-00005x', 'one that passes with all but its last character'],
    ['TM-2026-001234', 'a ticket number'],
    ['2026-11-21 19:30', 'a date'],
    ['01989c3e-71aa-7000-8000-000000000037', 'an id'],
    ['00000000-0001-7000-8000-000000000003', 'an id of digits only'],
    ['0000000000000000', 'zeros'],
    ['', 'nothing'],
  ])('%j is none (%s)', (text) => {
    expect(containsCardNumber(text)).toBe(false);
  });

  test('any Luhn-valid number of 13 to 19 digits is found, however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 18 }),
        fc.infiniteStream(fc.nat({ max: 9 })),
        fc.infiniteStream(fc.constantFrom('', '', '', ' ', '-')),
        (length, digitStream, separatorStream) => {
          const digits = [1 + ((digitStream.next().value ?? 0) % 9)];
          while (digits.length < length) digits.push(digitStream.next().value ?? 0);
          const sum = digits.reduceRight(
            (total, digit, at) => total + ((length - at) % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
            0,
          );
          digits.push((10 - (sum % 10)) % 10);
          const written = digits
            .map((digit, at) => (at ? `${separatorStream.next().value ?? ''}${digit}` : digit))
            .join('');
          expect(containsCardNumber(written)).toBe(true);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('no ticket code and no short serial is taken for a card', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 48 - 1 }),
        fc.uint8Array({ minLength: 64, maxLength: 64 }),
        (serial, signature) => {
          const body = encodeTicketBody({
            version: 1,
            keyId: 1,
            eventNumber: 4711,
            serial,
            seatIndex: null,
            generation: 1,
            product: 0,
            gate: 0,
          });
          expect(containsCardNumber(ticketCodeText(body, signature))).toBe(false);
          expect(containsCardNumber(shortSerial(serial))).toBe(false);
          expect(containsCardNumber(groupedShortSerial(serial))).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('no id is taken for a card, alone or in a longer id, and what stands beside one still is found', () => {
    const looksLikeCard = '01a1fd5c-5075-7155-bc26-56050619037f';
    expect(containsCardNumber(looksLikeCard)).toBe(false);
    expect(containsCardNumber('00000000-0001-4111-8111-111111111111')).toBe(false);
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(containsCardNumber(uuid)).toBe(false);
        expect(containsCardNumber(`Balcony-${uuid}`)).toBe(false);
        expect(containsCardNumber(`${uuid} 4111111111111111`)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test('a ticket code that spells a card number in its digits still is a ticket code', () => {
    const body = encodeTicketBody({
      version: 1,
      keyId: 1,
      eventNumber: 1,
      serial: 1,
      seatIndex: 1,
      generation: 1,
      product: 0,
      gate: 0,
    });
    const code = ticketCodeText(body, new Uint8Array(64));
    const withCard = `${code.slice(0, 40)}4111111111111111${code.slice(56)}`;
    expect(containsCardNumber(withCard.slice(40, 56))).toBe(true);
    expect(containsCardNumber(withCard)).toBe(false);
  });
});
