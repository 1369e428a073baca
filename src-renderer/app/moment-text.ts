/** When something happened or will, in one time zone and locale, as a clerk says it. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(name, format);
  return format;
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `18:04`. */
export function timeText(at: number, timeZone: string, locale: string): string {
  return formatFor(locale, timeZone, TIME).format(at);
}

/** `Sat 21 Nov 18:04`, whatever day it is. */
export function momentText(at: number, timeZone: string, locale: string): string {
  const day = formatFor(locale, timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
  return `${day.replace(',', '')} ${timeText(at, timeZone, locale)}`;
}

/** The time alone on the day of `nowMs`, else with its day. */
export function nearMomentText(at: number, nowMs: number, timeZone: string, locale: string): string {
  const day = formatFor('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const isToday = day.format(at) === day.format(nowMs);
  return isToday ? timeText(at, timeZone, locale) : momentText(at, timeZone, locale);
}

/** `2026-11-21` as `Saturday 21 November 2026`. */
export function longDayText(day: string, locale: string): string {
  const format = formatFor(locale, 'UTC', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return format.format(Date.parse(`${day}T12:00:00Z`)).replace(',', '');
}
