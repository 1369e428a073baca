import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { EventSummary } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { instantToWallTime } from '../../app/wall-clock.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ToneMark } from '../../ui/ToneMark.tsx';
import { addMonths, monthToWeeks, type CalendarDay } from './event-calendar.ts';
import { EVENT_TONES } from './EventStatusMark.tsx';

export interface EventCalendarProps {
  readonly events: readonly EventSummary[];
  /** `2026-11-21`, on the house's clock. */
  readonly today: string;
  readonly onOpen: (eventId: string) => void;
  readonly onNew: (date: string) => void;
}

const SHOWN_A_DAY = 3;
const MONDAY = 1;

/** A month of events. A press on a day begins an event there, one on an event opens it. */
export function EventCalendar({ events, today, onOpen, onNew }: EventCalendarProps) {
  const { locale } = useLocale();
  const [month, setMonth] = useState(today.slice(0, 7));
  const weeks = monthToWeeks(month, MONDAY);
  const eventsByDay = Map.groupBy(events, (event) => instantToWallTime(event.startsAt, event.timeZone).date);
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const dayName = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className="event-calendar">
      <div className="event-calendar-head">
        <IconButton
          icon={ChevronLeft}
          size="compact"
          label={text('eventScreen.previousMonth')}
          onPress={() => setMonth(addMonths(month, -1))}
        />
        <h2 aria-live="polite">{monthName.format(new Date(`${month}-01T00:00:00Z`))}</h2>
        <IconButton
          icon={ChevronRight}
          size="compact"
          label={text('eventScreen.nextMonth')}
          onPress={() => setMonth(addMonths(month, 1))}
        />
        <Button size="compact" tone="quiet" onPress={() => setMonth(today.slice(0, 7))}>
          {text('eventScreen.thisMonth')}
        </Button>
      </div>
      <table className="event-month">
        <thead>
          <tr>
            {weeks[0]?.map(({ date }) => (
              <th key={date} scope="col">
                {dayName.format(new Date(`${date}T00:00:00Z`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <Day
                  key={day.date}
                  day={day}
                  isToday={day.date === today}
                  events={eventsByDay.get(day.date) ?? []}
                  onOpen={onOpen}
                  onNew={onNew}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayProps extends Omit<EventCalendarProps, 'today'> {
  readonly day: CalendarDay;
  readonly isToday: boolean;
}

function Day({ day, isToday, events, onOpen, onNew }: DayProps) {
  return (
    <td data-outside={!day.isOfMonth} data-today={isToday} {...(isToday ? { 'aria-current': 'date' } : {})}>
      <button
        type="button"
        className="event-day-number figures"
        aria-label={text('eventScreen.newOn', { date: day.date })}
        onClick={() => onNew(day.date)}
      >
        {Number(day.date.slice(8))}
      </button>
      {events.slice(0, SHOWN_A_DAY).map((event) => (
        <button key={event.eventId} type="button" className="event-day-event" onClick={() => onOpen(event.eventId)}>
          <ToneMark tone={EVENT_TONES[event.status]} />
          <span className="visually-hidden">{text(`eventScreen.status.${event.status}`)}</span>
          <span className="figures">{instantToWallTime(event.startsAt, event.timeZone).time}</span>
          <span className="event-day-title">{event.title}</span>
        </button>
      ))}
      {events.length > SHOWN_A_DAY ? (
        <span className="event-day-more">{text('eventScreen.more', { count: events.length - SHOWN_A_DAY })}</span>
      ) : null}
    </td>
  );
}
