/** Money and times as paper shows them. */

const formats = new Map<string, Intl.NumberFormat>();

/** `45.00`, or `EUR 45.00` with its currency: letters, not a sign that a printer or a reader may not have. */
export function moneyText(amountMinor: number, currency: string, show: 'NUMBER' | 'WITH_CURRENCY' = 'NUMBER'): string {
  let format = formats.get(currency);
  if (!format) {
    const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
    const options = { minimumFractionDigits: digits ?? 2, maximumFractionDigits: digits ?? 2 };
    format = new Intl.NumberFormat('en-GB', options);
    formats.set(currency, format);
  }
  // Whole minor units shifted as a decimal text: a division would round what is beyond 2^53 / 100.
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const number = format.format(`${amountMinor}E-${digits}` as Intl.StringNumericLiteral);
  return show === 'NUMBER' ? number : `${currency} ${number}`;
}

export interface DateWords {
  /** `Saturday 21 November 2026` */
  readonly date: string;
  /** `Sat 21 Nov 2026` */
  readonly shortDate: string;
  /** `19:30` */
  readonly time: string;
}

const dateFormats = new Map<string, readonly Intl.DateTimeFormat[]>();

/** An instant (epoch ms UTC) in words, in an IANA time zone. */
export function dateWords(instant: number, timeZone: string): DateWords {
  let known = dateFormats.get(timeZone);
  if (!known) {
    const dated = (length: 'long' | 'short') =>
      new Intl.DateTimeFormat('en-GB', { timeZone, weekday: length, day: 'numeric', month: length, year: 'numeric' });
    known = [
      dated('long'),
      dated('short'),
      new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    ];
    dateFormats.set(timeZone, known);
  }
  const [date = '', shortDate = '', time = ''] = known.map((format) => format.format(instant).replaceAll(',', ''));
  return { date, shortDate, time };
}
