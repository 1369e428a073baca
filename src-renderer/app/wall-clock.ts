/**
 * What a venue's wall clock shows, as people type it, to and from instants. It knows every zone that Intl knows.
 *
 * 1. An instant of a whole minute, shown and read back, is the same instant, or its twin in the hour that a clock
 *    change shows twice.
 * 2. Of a time that is shown twice, the first is meant. A time that a change skips is read as if the clock had not
 *    changed yet, so it is never refused and never moves to another day.
 */

import { withWesternDigits } from '../ui/western-digits.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface WallTime {
  /** `2026-11-21` */
  readonly date: string;
  /** `19:30` */
  readonly time: string;
}

const formatByZone = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatByZone.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formatByZone.set(timeZone, made);
  return made;
}

/** The wall clock's minutes as if they were UTC. */
function wallMsOf(atMs: number, timeZone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(atMs)) part[type] = Number(value);
  return Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour']!, part['minute']!);
}

function offsetMs(atMs: number, timeZone: string): number {
  const wholeMinute = Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
  return wallMsOf(wholeMinute, timeZone) - wholeMinute;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** What the clock in the zone shows; seconds are dropped. */
export function instantToWallTime(atMs: number, timeZone: string): WallTime {
  const wall = new Date(wallMsOf(atMs, timeZone));
  return {
    date: `${String(wall.getUTCFullYear()).padStart(4, '0')}-${two(wall.getUTCMonth() + 1)}-${two(wall.getUTCDate())}`,
    time: `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`,
  };
}

/** The instant, or null when it is not a date of the calendar and a time of day. */
export function wallTimeToInstant({ date, time }: WallTime, timeZone: string): number | null {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!day || !clock) return null;
  const wallMs = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]), Number(clock[1]), Number(clock[2]));
  // 31 February would become March.
  if (!new Date(wallMs).toISOString().startsWith(date)) return null;
  const before = wallMs - offsetMs(wallMs - DAY_MS, timeZone);
  const after = wallMs - offsetMs(wallMs + DAY_MS, timeZone);
  const shown = [before, after].sort((a, b) => a - b).find((atMs) => wallMsOf(atMs, timeZone) === wallMs);
  return shown ?? before;
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A time of day as people type it, `19:30`, `1930`, `7.30 pm`, `7`, as `19:30`; null for anything else. */
export function textToTime(typed: string): string | null {
  const plain = withWesternDigits(typed).trim().toLowerCase();
  const read = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$/.exec(plain);
  if (!read) return null;
  const [, hourText = '', minuteText = '0', half] = read;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return null;
  const shift = half?.startsWith('p') ? 12 : 0;
  return `${two(half ? (hour % 12) + shift : hour)}:${two(minute)}`;
}

/** `Sat 21 Nov 2026, 19:30` on the venue's own clock. */
export function whenInWords(atMs: number, timeZone: string, locale: string): string {
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(atMs);
  return `${day}, ${instantToWallTime(atMs, timeZone).time}`;
}
