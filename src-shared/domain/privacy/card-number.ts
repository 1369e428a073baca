/**
 * Finds payment card numbers in free text and scanner input, so that none is ever stored or logged: 13 to 19 digits,
 * with single spaces, dashes or dots between them or none, that pass the Luhn check (ISO/IEC 7812-1).
 *
 * Our own codes are no card numbers: what the signed code, a short serial, a sale's number or an id (a UUID, alone or in
 * a longer id) spells is passed over whatever digits it happens to hold; one random UUID in 600 looks like a card, and
 * one sale's number in a few thousand. A number that
 * starts with 0 is no card (the first digit is the issuer's industry, 0 is ISO's own), which spares telephone numbers;
 * others are refused once in ten, which is the price of never keeping a real one.
 */
import { parseTicketCode } from '../tickets/code.ts';
import { parseShortSerial } from '../tickets/short-serial.ts';

export interface CardNumberPlace {
  /** UTF-16 offsets into the text: start inclusive, end exclusive. */
  readonly start: number;
  readonly end: number;
}

const SHORTEST_DIGITS = 13;
const LONGEST_DIGITS = 19;

/** Digits of any script (a person may type full-width or Arabic ones), in groups joined by one separator each. */
const DIGIT_RUN = /\p{Nd}+(?:[ \u00A0.\-\u2010-\u2015]\p{Nd}+)*/gu;

/** Where card numbers stand in the text, from left to right, without overlaps. */
export function findCardNumbers(text: string): readonly CardNumberPlace[] {
  if (!hasDigitsEnough(text) || isOwnCode(text)) return [];
  const places: CardNumberPlace[] = [];
  for (const run of withoutIds(text).matchAll(DIGIT_RUN)) places.push(...cardNumbersInRun(run[0], run.index));
  return places;
}

/** Told without looking at what the digits are, which is dear: the names and ids of a stadium are a million texts. */
function hasDigitsEnough(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length && digits < SHORTEST_DIGITS; index++) {
    const unit = text.charCodeAt(index);
    if ((unit >= 0x30 && unit <= 0x39) || unit > 0x7f) digits++;
  }
  return digits >= SHORTEST_DIGITS;
}

export function containsCardNumber(text: string): boolean {
  return findCardNumbers(text).length > 0;
}

const LAST_DIGITS_SHOWN = 4;

/** The text with each card number cut to its last four digits, as a receipt shows it; else the text itself. */
export function maskCardNumbers(text: string): string {
  if (text.length < SHORTEST_DIGITS) return text;
  return findCardNumbers(text).reduceRight((masked, { start, end }) => {
    const digits = asciiDigits(text.slice(start, end).replace(/[^\p{Nd}]/gu, ''));
    return `${masked.slice(0, start)}•••• ${digits.slice(-LAST_DIGITS_SHOWN)}${masked.slice(end)}`;
  }, text);
}

const UUID = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/gi;

/** `ORD-20261121-7K3QMD`: no card has fourteen digits of which the first are 20. */
const SALE_NUMBER = /(?<![0-9a-z])ORD-20\d{6}-[0-9a-z]{6}(?![0-9a-z])/gi;

/** The text with its ids and sales' numbers blanked, every other character in its place. */
function withoutIds(text: string): string {
  return text.replace(UUID, blank).replace(SALE_NUMBER, blank);
}

function blank(id: string): string {
  return 'x'.repeat(id.length);
}

function isOwnCode(text: string): boolean {
  return parseTicketCode(text).ok || parseShortSerial(text).ok;
}

interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** A card number begins and ends where a group does: `4111 1111 1111 1111 12 27` hides one before its expiry date. */
function cardNumbersInRun(run: string, offset: number): CardNumberPlace[] {
  const groups: DigitGroup[] = [...run.matchAll(/\p{Nd}+/gu)].map((group) => ({
    digits: asciiDigits(group[0]),
    start: offset + group.index,
    end: offset + group.index + group[0].length,
  }));
  const places: CardNumberPlace[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const last = lastGroupOfCard(groups, first);
    if (last === null) continue;
    places.push({ start: groups[first]?.start ?? 0, end: groups[last]?.end ?? 0 });
    first = last;
  }
  return places;
}

function lastGroupOfCard(groups: readonly DigitGroup[], first: number): number | null {
  let digits = '';
  let found: number | null = null;
  for (let last = first; last < groups.length && digits.length <= LONGEST_DIGITS; last += 1) {
    digits += groups[last]?.digits ?? '';
    if (isCardNumber(digits)) found = last;
  }
  return found;
}

function isCardNumber(digits: string): boolean {
  return (
    digits.length >= SHORTEST_DIGITS && digits.length <= LONGEST_DIGITS && !digits.startsWith('0') && passesLuhn(digits)
  );
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const doubled = digit * 2;
    sum += fromRight % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Decimal digits of every script stand in tens, from the character whose predecessor is no digit. */
function asciiDigits(digits: string): string {
  let ascii = '';
  for (const digit of digits) {
    const point = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) value += 1;
    ascii += value;
  }
  return ascii;
}
