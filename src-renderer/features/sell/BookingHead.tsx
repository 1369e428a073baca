import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { BookingView, SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { basketGroups } from './basket-lines.ts';
import { eventDay } from './event-day.ts';

export interface BookingHeadProps {
  readonly booking: Pick<BookingView, 'eventTitle' | 'startsAt' | 'timeZone'>;
  readonly seatCount: number;
}

/** For which evening: today's plainly, any other day on a band that cannot be overlooked. */
export function BookingHead({ booking, seatCount }: BookingHeadProps) {
  const { locale } = useLocale();
  const [now] = useState(() => Date.now());
  const day = eventDay(booking.startsAt, booking.timeZone, now, locale);
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

/** Every evening of a sale, above its amount. */
export function BookingHeads({ sale }: { readonly sale: SaleView }) {
  return basketGroups(sale).map(({ booking, lines }) => (
    <BookingHead
      key={booking.bookingId}
      booking={booking}
      seatCount={lines.reduce((sum, { tickets }) => sum + tickets.length, 0)}
    />
  ));
}
