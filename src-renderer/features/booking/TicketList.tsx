/** The tickets of a booking by event, on its small map and as rows that can be chosen. */
import type { KeyboardEvent } from 'react';
import { useLocale } from 'react-aria-components';
import type { BookingView, SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundActions } from '../../app/actions/action.ts';
import { momentText } from '../../app/moment-text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Status } from '../../ui/Status.tsx';
import { useMoney } from '../../ui/use-money.ts';
import type { BookingActionId } from './booking-actions.ts';
import { paperStanding, ticketStanding } from './booking-words.ts';
import { isLive, liveTickets, seatsText } from './money-back.ts';
import { SeatThumb } from './SeatThumb.tsx';

export interface TicketListProps {
  readonly sale: SaleView;
  readonly chosen: readonly TicketView[];
  readonly onChoose: (ticketIds: ReadonlySet<string>) => void;
  readonly actions: BoundActions<BookingActionId>;
}

/** Arrows go from one tick to the next, as in any list. */
function walkTicks(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const ticks = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]:not(:disabled)')];
  const next = ticks[ticks.indexOf(event.target as HTMLInputElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function TicketList({ sale, chosen, onChoose, actions }: TicketListProps) {
  const money = useMoney(sale.currency);
  const live = liveTickets(sale);
  const canChoose = sale.status === 'CONFIRMED' && live.length > 0;
  const ids = new Set(chosen.map((ticket) => ticket.ticketId));
  const amount = money.full(chosen.reduce((sum, ticket) => sum + ticket.priceMinor, 0));
  return (
    <section className="booking-tickets" aria-label={text('booking.tickets')}>
      <div className="booking-tickets-rows" role="presentation" onKeyDown={walkTicks}>
        {sale.bookings.map((booking) => (
          <EventTickets
            key={booking.bookingId}
            booking={booking}
            sale={sale}
            chosenIds={ids}
            canChoose={canChoose}
            onToggle={(ticketIds, isChosen) => {
              const next = new Set(ids);
              for (const id of ticketIds) {
                if (isChosen) next.add(id);
                else next.delete(id);
              }
              onChoose(next);
            }}
          />
        ))}
      </div>
      {canChoose ? (
        <footer className="booking-tickets-foot">
          <span className="booking-chosen" aria-live="polite">
            {chosen.length === 0
              ? text('booking.chosen.none')
              : text('booking.chosen.some', { count: chosen.length, total: live.length, amount })}
          </span>
          <ActionButton action={actions['bookings.refund']} />
          <ActionButton action={actions['bookings.reprint']} />
          <ActionButton action={actions['bookings.pdf']} />
        </footer>
      ) : null}
    </section>
  );
}

interface EventTicketsProps {
  readonly booking: BookingView;
  readonly sale: SaleView;
  readonly chosenIds: ReadonlySet<string>;
  readonly canChoose: boolean;
  readonly onToggle: (ticketIds: readonly string[], isChosen: boolean) => void;
}

function EventTickets({ booking, sale, chosenIds, canChoose, onToggle }: EventTicketsProps) {
  const { locale } = useLocale();
  const live = booking.tickets.filter(isLive);
  const seats = seatsText(live);
  const chosenCount = live.filter((ticket) => chosenIds.has(ticket.ticketId)).length;
  return (
    <div className="booking-event">
      <header className="booking-event-head">
        <div>
          <h3>{booking.eventTitle}</h3>
          <p className="figures">{momentText(booking.startsAt, booking.timeZone, locale)}</p>
          <p className="booking-event-seats" data-selectable>
            {seats}
          </p>
        </div>
        <SeatThumb eventId={booking.eventId} ordinals={live.map((ticket) => ticket.ordinal)} />
      </header>
      <table className="booking-ticket-table">
        <thead>
          <tr>
            <th scope="col">
              {canChoose && live.length > 1 ? (
                <Checkbox
                  aria-label={text('booking.chooseAll')}
                  isSelected={chosenCount === live.length}
                  isIndeterminate={chosenCount > 0 && chosenCount < live.length}
                  onChange={(isChosen) =>
                    onToggle(
                      live.map((ticket) => ticket.ticketId),
                      isChosen,
                    )
                  }
                >
                  {text('booking.column.seat')}
                </Checkbox>
              ) : (
                text('booking.column.seat')
              )}
            </th>
            <th scope="col">{text('booking.column.type')}</th>
            <th scope="col" data-align="end">
              {text('booking.column.price')} {sale.currency}
            </th>
            <th scope="col">{text('booking.column.ticket')}</th>
          </tr>
        </thead>
        <tbody>
          {booking.tickets.map((ticket) => (
            <TicketRow
              key={ticket.ticketId}
              ticket={ticket}
              sale={sale}
              isChosen={chosenIds.has(ticket.ticketId)}
              canChoose={canChoose && isLive(ticket)}
              onToggle={(isChosen) => onToggle([ticket.ticketId], isChosen)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TicketRowProps {
  readonly ticket: TicketView;
  readonly sale: SaleView;
  readonly isChosen: boolean;
  readonly canChoose: boolean;
  readonly onToggle: (isChosen: boolean) => void;
}

function TicketRow({ ticket, sale, isChosen, canChoose, onToggle }: TicketRowProps) {
  const money = useMoney(sale.currency);
  const seat = text('sale.seatName', { section: ticket.section, row: ticket.row, label: ticket.label });
  const standing = ticketStanding(ticket, sale.confirmedAt !== null);
  const paper = paperStanding(ticket);
  const type = ticket.compReason
    ? text('booking.comp', { type: ticket.ticketTypeName, reason: ticket.compReason })
    : ticket.ticketTypeName;
  return (
    <tr data-over={!isLive(ticket)} data-chosen={isChosen && canChoose}>
      <th scope="row">
        {canChoose ? (
          <Checkbox isSelected={isChosen} onChange={onToggle} aria-label={text('booking.chooseTicket', { seat })}>
            {seat}
          </Checkbox>
        ) : (
          seat
        )}
        <span className="booking-ticket-number" data-selectable>
          {ticket.number}
          {ticket.restrictedView ? ` · ${text('booking.restricted')}` : ''}
        </span>
      </th>
      <td title={type}>
        {type}
        {ticket.priceLevelName ? <span className="booking-ticket-level">{ticket.priceLevelName}</span> : null}
      </td>
      <td data-align="end">{money.plain(ticket.priceMinor)}</td>
      <td className="booking-ticket-states">
        <Status tone={standing.tone}>{standing.word}</Status>
        {isLive(ticket) && ticket.status !== 'RESERVED' ? <Status tone={paper.tone}>{paper.word}</Status> : null}
      </td>
    </tr>
  );
}
