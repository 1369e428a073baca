/** The day of an event as it stands above an amount: today's plainly, any other in words that cannot be overlooked. */

export interface EventDay {
  readonly isToday: boolean;
  /** `Saturday 21 November, 19:30`. */
  readonly words: string;
}

const MINUTE_MS = 60_000;
/** A show after midnight still belongs to the evening before, as the trading day does. */
const DAY_BEGINS_MS = 5 * 60 * MINUTE_MS;

function dayOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at - DAY_BEGINS_MS);
}

/** In the event's own time zone. */
export function eventDay(startsAt: number, timeZone: string, now: number, locale: string): EventDay {
  const date = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return {
    isToday: dayOf(startsAt, timeZone) === dayOf(now, timeZone),
    words: `${date.format(startsAt)}, ${time.format(startsAt)}`,
  };
}
