import { useLocale } from 'react-aria-components';
import type { BookingView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { eventDay } from './event-day.ts';

export interface BookingHeadProps {
  readonly booking: Pick<BookingView, 'eventTitle' | 'startsAt' | 'timeZone'>;
  readonly seatCount: number;
}

/** For which evening: today's plainly, any other day on a band that cannot be overlooked. */
export function BookingHead({ booking, seatCount }: BookingHeadProps) {
  const { locale } = useLocale();
  const day = eventDay(booking.startsAt, booking.timeZone, Date.now(), locale);
  return (
    <header className="sell-booking-head" data-today={day.isToday}>
      <h3>
        <span>{booking.eventTitle}</span>
        <span className="sell-booking-seats">
          {seatCount === 1 ? text('sell.basket.seat') : text('sell.basket.seats', { count: seatCount })}
        </span>
      </h3>
      <p>
        {day.isToday ? `${text('sell.basket.today')}, ` : ''}
        {day.words}
      </p>
    </header>
  );
}
