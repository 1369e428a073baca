import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, monthToWeeks } from '../../../src-renderer/features/event/event-calendar.ts';

describe('a month on the wall', () => {
  it('has each of its days once, in weeks that begin on the day asked for, none without a day of the month', () => {
    const months = fc.integer({ min: 1970 * 12, max: 2200 * 12 }).map((count) => addMonths('0000-01', count));
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 7 }), (month, firstWeekday) => {
        const weeks = monthToWeeks(month, firstWeekday);
        const days = weeks.flat();
        const [year, number] = month.split('-').map(Number);
        const count = new Date(Date.UTC(year!, number!, 0)).getUTCDate();
        expect(days.filter((day) => day.isOfMonth).map((day) => day.date)).toEqual(
          Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`),
        );
        for (const week of weeks) {
          expect(week.some((day) => day.isOfMonth)).toBe(true);
          expect(new Date(`${week[0]!.date}T00:00:00Z`).getUTCDay() || 7).toBe(firstWeekday);
        }
      }),
    );
  });

  it('goes over the end of the year', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });
});
