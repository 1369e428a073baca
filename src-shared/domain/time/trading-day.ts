/** The house's own days: in its time zone, changing in the small hours (design: product, "Time"). */
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

/** The year on the house's calendar. */
export function localYear(at: number, timeZone: string): number {
  let year = 0;
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) if (type === 'year') year = Number(value);
  return year;
}

/**
 * The trading day that an instant belongs to: from its change of day up to, not including, the next.
 * @param changeMinutes minutes after midnight at which the day changes
 */
export function tradingDayOf(at: number, timeZone: string, changeMinutes: number): { from: number; until: number } {
  const changeMs = changeMinutes * MINUTE_MS;
  const day = Math.floor((wallClockMs(at, timeZone) - changeMs) / DAY_MS);
  return {
    from: instantOf(day * DAY_MS + changeMs, timeZone),
    until: instantOf((day + 1) * DAY_MS + changeMs, timeZone),
  };
}
