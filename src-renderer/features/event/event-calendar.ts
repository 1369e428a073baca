/** A month as weeks of days, for a wall of dates. Days are `2026-11-21`. */
import { addDays } from '../../app/wall-clock.ts';

export interface CalendarDay {
  readonly date: string;
  readonly isOfMonth: boolean;
}

/** `2026-11` and so many months on. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** All weeks that have a day of the month. @param firstWeekday 1 for Monday to 7 for Sunday */
export function monthToWeeks(month: string, firstWeekday: number): readonly (readonly CalendarDay[])[] {
  const first = `${month}-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay() || 7;
  const weeks: CalendarDay[][] = [];
  let date = addDays(first, -((weekday - firstWeekday + 7) % 7));
  do {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = addDays(date, index);
        return { date: day, isOfMonth: day.startsWith(month) };
      }),
    );
    date = addDays(date, 7);
  } while (date.startsWith(month));
  return weeks;
}
