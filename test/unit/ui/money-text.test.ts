import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDigits, minorToMoneyText, minorToText, textToMinor } from '../../../src-renderer/ui/money-text.ts';

const LIMIT_MINOR = 1_000_000_000;

function read(typed: string, currency = 'EUR', locale = 'en-GB', allowsNegative = false) {
  return textToMinor(typed, { currency, locale, limitMinor: LIMIT_MINOR, allowsNegative });
}

describe('an amount as people type it', () => {
  it.each([
    ['45', 4500],
    ['45.5', 4550],
    ['45,50', 4550],
    ['.5', 50],
    ['0,05', 5],
    ['1,234', 123400],
    ['1.234', 123400],
    // Two decimals are the most there are, so three digits are thousands.
    ['45.505', 4550500],
    ['1,234.50', 123450],
    ['1.234,50', 123450],
    ['1’234.50', 123450],
    ['1 234,50', 123450],
    ['1 234,50', 123450],
    ['12,34,567.00', 123456700],
    ['€45.00', 4500],
    ['45 EUR', 4500],
    ['٤٥٫٥٠', 4550],
    ['４５', 4500],
    ['  ', null],
    ['', null],
  ])('reads %j as %j euro cents', (typed, minor) => {
    expect(read(typed)).toEqual({ ok: true, value: minor });
  });

  it.each([
    ['abc', 'EUR', 'NOT_AN_AMOUNT'],
    ['1e99', 'EUR', 'NOT_AN_AMOUNT'],
    ['4.5.5', 'EUR', 'NOT_AN_AMOUNT'],
    ['12.34.5', 'EUR', 'NOT_AN_AMOUNT'],
    ['.', 'EUR', 'NOT_AN_AMOUNT'],
    ['-', 'EUR', 'NOT_AN_AMOUNT'],
    ['4\u0000', 'EUR', 'NOT_AN_AMOUNT'],
    ['0.125', 'EUR', 'TOO_MANY_DECIMALS'],
    ['1234.567', 'EUR', 'TOO_MANY_DECIMALS'],
    ['45.5', 'JPY', 'TOO_MANY_DECIMALS'],
    ['-1', 'EUR', 'NEGATIVE'],
    ['4111 1111 1111 1111', 'EUR', 'TOO_LARGE'],
  ])('says what is wrong with %j in %s', (typed, currency, code) => {
    expect(read(typed, currency)).toMatchObject({ ok: false, error: { code } });
  });

  it('reads three decimals by the locale where the currency has three', () => {
    expect(read('1.234', 'KWD', 'en-GB')).toEqual({ ok: true, value: 1234 });
    expect(read('1.234', 'KWD', 'de-DE')).toEqual({ ok: true, value: 1234000 });
  });

  it('takes an amount below zero only where one may stand', () => {
    expect(read('-12.50', 'EUR', 'en-GB', true)).toEqual({ ok: true, value: -1250 });
    expect(read('−12,50', 'EUR', 'de-DE', true)).toEqual({ ok: true, value: -1250 });
  });
});

const currencies = fc.constantFrom('EUR', 'GBP', 'CHF', 'JPY', 'KWD', 'HUF', 'INR');
const locales = fc.constantFrom('en-GB', 'de-DE', 'de-CH', 'fr-FR', 'ar-EG', 'fa-IR', 'hi-IN', 'pl-PL', 'pt-PT');
const amounts = fc.integer({ min: -LIMIT_MINOR, max: LIMIT_MINOR });

describe('an amount written and read again', () => {
  it('is the same amount, in every locale and currency, with and without the currency', () => {
    fc.assert(
      fc.property(amounts, currencies, locales, (minor, currency, locale) => {
        const rules = { currency, locale, limitMinor: LIMIT_MINOR, allowsNegative: true };
        const same = { ok: true, value: minor === 0 ? 0 : minor };
        expect(textToMinor(minorToText(minor, currency, locale), rules)).toEqual(same);
        expect(textToMinor(minorToMoneyText(minor, currency, locale), rules)).toEqual(same);
      }),
      { numRuns: 2000 },
    );
  });

  it('never yields a fraction, an amount over the limit or an exception, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,-’ €'), maxLength: 14 }),
    );
    fc.assert(
      fc.property(typed, currencies, locales, (words, currency, locale) => {
        const answer = read(words, currency, locale);
        if (!answer.ok || answer.value === null) return;
        expect(Number.isInteger(answer.value)).toBe(true);
        expect(answer.value).toBeGreaterThanOrEqual(0);
        expect(answer.value).toBeLessThanOrEqual(LIMIT_MINOR);
      }),
      { numRuns: 5000 },
    );
  });
});

it('knows the decimals of currencies', () => {
  expect(['EUR', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 0, 3]);
});
