/** When an event is, as a clerk says it: the time today, the weekday and time on another day, minutes to curtain. */
import { text } from '../../src-shared/text/text.ts';

const MINUTE_MS = 60_000;
/** Further ahead than this the time itself says more, and the line on top has little room. */
const NEAR_MS = 99 * MINUTE_MS;
/** Latecomers: this long after the start the minutes still matter. */
const LATE_MS = 3 * 60 * MINUTE_MS;

/** Beyond half a year a month alone could be this year's or the next. */
const FAR_MS = 183 * 24 * 60 * MINUTE_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${timeZone} ${Object.keys(options).join()}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(name, format);
  return format;
}

function dayOf(atMs: number, timeZone: string): string {
  return formatFor('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(atMs);
}

/** `19:30` today, `Sat 19:30` within a week, `Sat 5 Dec 19:30` beyond, with the year when it is far, in the event's time zone. */
export function eventTimeText(startsAtMs: number, timeZone: string, nowMs: number, locale: string): string {
  const time = formatFor(locale, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(startsAtMs);
  if (dayOf(startsAtMs, timeZone) === dayOf(nowMs, timeZone)) return time;
  const awayMs = Math.abs(startsAtMs - nowMs);
  const isNear = awayMs < 6 * 24 * 60 * MINUTE_MS;
  const day = formatFor(locale, timeZone, {
    weekday: 'short',
    ...(!isNear && { day: 'numeric', month: 'short' }),
    ...(awayMs > FAR_MS && { year: 'numeric' }),
  }).format(startsAtMs);
  return `${day} ${time}`;
}

/** `42 min`, or `since 12 min`; null when the curtain is far away or long up. */
export function toCurtainText(startsAtMs: number, nowMs: number): string | null {
  const leftMs = startsAtMs - nowMs;
  if (leftMs > NEAR_MS || leftMs < -LATE_MS) return null;
  if (leftMs < 0) return text('frame.event.running', { count: Math.floor(-leftMs / MINUTE_MS) });
  return text('frame.event.minutes', { count: Math.ceil(leftMs / MINUTE_MS) });
}
