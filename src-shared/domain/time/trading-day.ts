/** The house's own days: in its time zone, changing in the small hours (design: product, "Time"). */
import { compactUtcDay } from './calendar.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const formatByZone = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formatByZone.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatByZone.set(timeZone, format);
  }
  return format;
}

/** Whether the time zone is one that dates can be shown in. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** What the wall clock shows in a time zone, as if it were UTC. */
function wallClockMs(at: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value);
  return Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour']!, part['minute']!, part['second']!);
}

/** The instant at which the wall clock shows this. In the hour that a clock change skips: as if the clock had not changed. */
function instantOf(wallMs: number, timeZone: string): number {
  const first = wallMs - (wallClockMs(wallMs, timeZone) - wallMs);
  const offset = wallClockMs(first, timeZone) - first;
  return wallMs - offset;
}

/** What the wall clock shows, for tables and files: `2026-11-21 20:00`. */
export function wallTimeText(at: number, timeZone: string): string {
  const wallMs = wallClockMs(at, timeZone);
  const minutes = Math.floor(wallMs / MINUTE_MS) % (24 * 60);
  const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${dayName(wallMs)} ${time}`;
}

/** `2026-11-21` of a time on the wall. */
function dayName(wallMs: number): string {
  return compactUtcDay(wallMs).replace(/^(\d+)(\d{2})(\d{2})$/, '$1-$2-$3');
}

/** The year on the house's calendar. */
export function localYear(at: number, timeZone: string): number {
  let year = 0;
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) if (type === 'year') year = Number(value);
  return year;
}

/** One trading day: `from` is in it, `until` is the first instant of the next. */
export interface TradingDay {
  /** The date on the wall when it begins: `2026-11-21`. */
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

/** @param number days since 1970 on the wall calendar */
function numberedDay(number: number, timeZone: string, changeMinutes: number): TradingDay {
  const wallMs = number * DAY_MS + changeMinutes * MINUTE_MS;
  return {
    name: dayName(number * DAY_MS),
    from: instantOf(wallMs, timeZone),
    until: instantOf(wallMs + DAY_MS, timeZone),
  };
}

/**
 * The trading day that an instant belongs to: from its change of day up to, not including, the next. Each instant
 * belongs to exactly one: days of 23 or 25 hours too, and a change of the clock at the change of day itself, when the
 * wall shows a time twice.
 * @param changeMinutes minutes after midnight at which the day changes
 */
export function tradingDayOf(at: number, timeZone: string, changeMinutes: number): TradingDay {
  let number = Math.floor((wallClockMs(at, timeZone) - changeMinutes * MINUTE_MS) / DAY_MS);
  let day = numberedDay(number, timeZone, changeMinutes);
  while (at < day.from) day = numberedDay(--number, timeZone, changeMinutes);
  while (at >= day.until) day = numberedDay(++number, timeZone, changeMinutes);
  return day;
}

/**
 * The trading day of a date.
 * @param name `2026-11-21`
 * @returns null when there is no such date
 */
export function tradingDayNamed(name: string, timeZone: string, changeMinutes: number): TradingDay | null {
  const startMs = Date.parse(`${name}T00:00:00Z`);
  if (Number.isNaN(startMs)) return null;
  const day = numberedDay(startMs / DAY_MS, timeZone, changeMinutes);
  return day.name === name ? day : null;
}
