/**
 * Money as people write it, to and from minor units. It never rounds: text that cannot be said exactly in the
 * currency is refused. It knows nothing of tenders, prices or limits beyond the one it is given.
 */
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';
import { withWesternDigits } from './western-digits.ts';

const formats = new Map<string, Intl.NumberFormat>();

function formatFor(currency: string, locale: string, style: 'plain' | 'currency'): Intl.NumberFormat {
  const name = `${locale} ${currency} ${style}`;
  const known = formats.get(name);
  if (known) return known;
  const digits = currencyDigits(currency);
  const made = new Intl.NumberFormat(
    locale,
    style === 'currency'
      ? { style: 'currency', currency }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits },
  );
  formats.set(name, made);
  return made;
}

/** Decimal places of a currency by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The exact decimal of an amount, as text, since a division would go through a float. */
function minorToDecimal(amountMinor: number, digits: number): `${number}` {
  const sign = amountMinor < 0 ? '-' : '';
  const all = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  return `${sign}${whole}${digits > 0 ? `.${all.slice(-digits)}` : ''}` as `${number}`;
}

/** `4500` EUR as `45.00` in English, `45,00` in German. For figures in columns and fields. */
export function minorToText(amountMinor: number, currency: string, locale: string): string {
  return formatFor(currency, locale, 'plain').format(minorToDecimal(amountMinor, currencyDigits(currency)));
}

/** `4500` EUR as `€45.00`: where an amount stands alone. */
export function minorToMoneyText(amountMinor: number, currency: string, locale: string): string {
  return formatFor(currency, locale, 'currency').format(minorToDecimal(amountMinor, currencyDigits(currency)));
}

export interface MoneyRules {
  readonly currency: string;
  readonly locale: string;
  /** The largest amount that makes sense in this field, in minor units. */
  readonly limitMinor: number;
  readonly allowsNegative: boolean;
}

/** Western digits, one kind of minus, no currency sign, no spaces (grouping in French, Swiss apostrophes). */
function normalise(typed: string, currency: string, locale: string): string {
  const symbols = ['en', locale].flatMap((each) =>
    formatFor(currency, each, 'currency')
      .formatToParts(0)
      .filter((part) => part.type === 'currency')
      .map((part) => part.value),
  );
  // The longest first: `JP¥` has `¥` in it.
  symbols.sort((left, right) => right.length - left.length);
  let plain = withWesternDigits(typed).replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, '');
  for (const symbol of [...symbols, currency]) plain = plain.replace(symbol.normalize('NFKC'), '');
  return plain
    .replace(/٫/g, '.')
    .replace(/٬/g, "'")
    .replace(/[−–]/g, '-')
    .replace(/[\s'’_]/g, '');
}

function decimalSign(locale: string): string {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value;
  return sign === ',' ? ',' : '.';
}

/**
 * Where the decimals begin, or -1 for none. Two signs: the last one. One sign with three digits behind it groups
 * thousands, unless the currency has three decimals, where the locale decides. So `1.234` is 1,234 in euros
 * wherever it is typed, and a numeric keypad's comma or point both work.
 */
function decimalPosition(plain: string, digits: number, locale: string): number {
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (last < 0) return -1;
  const sign = plain[last] ?? '';
  const other = sign === '.' ? ',' : '.';
  const isRepeated = plain.indexOf(sign) !== last;
  if (isRepeated) return -1;
  if (plain.includes(other)) return last;
  const behind = plain.length - last - 1;
  if (behind !== 3) return last;
  if (digits === 3) return sign === decimalSign(locale) || last > 3 ? last : -1;
  return last >= 1 && last <= 3 && plain[0] !== '0' ? -1 : last;
}

const GROUPED = /^\d{1,3}(?:[.,]\d{2,3})*(?:[.,]\d{3})$/;

function wholeDigits(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  return GROUPED.test(whole) && new Set(whole.replace(/\d/g, '')).size === 1 ? whole.replace(/[.,]/g, '') : null;
}

/**
 * What a person typed, as minor units; `null` for nothing typed.
 * Refuses what is not an amount, has more decimals than the currency, is below zero or above the limit, each by its own code.
 */
export function textToMinor(typed: string, rules: MoneyRules): Result<number | null> {
  const { currency, locale } = rules;
  const digits = currencyDigits(currency);
  const normal = normalise(typed, currency, locale);
  if (normal === '') return ok(null);
  const isNegative = normal.startsWith('-');
  const plain = isNegative ? normal.slice(1) : normal;
  const position = decimalPosition(plain, digits, locale);
  const whole = wholeDigits(position < 0 ? plain : plain.slice(0, position));
  const decimals = position < 0 ? '' : plain.slice(position + 1);
  if (whole === null || whole + decimals === '' || !/^\d*$/.test(decimals)) {
    const example = minorToText(4550 * 10 ** Math.max(0, digits - 2), currency, locale);
    return fail('NOT_AN_AMOUNT', text('ui.money.notAnAmount', { text: typed.trim(), example }));
  }
  if (decimals.length > digits) {
    return digits === 0
      ? fail('TOO_MANY_DECIMALS', text('ui.money.noDecimals', { currency }))
      : fail('TOO_MANY_DECIMALS', text('ui.money.tooManyDecimals', { currency, digits, text: typed.trim() }));
  }
  const minor = Number(whole + decimals.padEnd(digits, '0'));
  if (isNegative && minor > 0 && !rules.allowsNegative) return fail('NEGATIVE', text('ui.money.negative'));
  if (minor > rules.limitMinor) {
    return fail('TOO_LARGE', text('ui.money.tooLarge', { limit: minorToText(rules.limitMinor, currency, locale) }));
  }
  return ok(isNegative && minor > 0 ? -minor : minor);
}
