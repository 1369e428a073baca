/** The seats of one event in the basket, by row, each with its type and what it costs. */
import { Check, ChevronDown, X } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { EventDetail } from '../../../src-shared/contract/event.ts';
import type { SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { nextType, type BasketGroup, type BasketLine } from './basket-lines.ts';
import { BookingHead } from './BookingHead.tsx';
import { useAmount, useSell } from './use-sell.ts';

export interface BasketLinesProps {
  readonly sale: SaleView;
  readonly group: BasketGroup;
  readonly onComp: (tickets: readonly TicketView[], ticketTypeId: string) => void;
  /** Keys belong to the basket again. */
  readonly onDone: () => void;
}

export function BasketLines({ sale, group, onComp, onDone }: BasketLinesProps) {
  const event = useReading('event.get', { eventId: group.booking.eventId }, ['prices', 'ticketTypes']).value;
  const seatCount = group.lines.reduce((sum, { tickets }) => sum + tickets.length, 0);
  return (
    <section className="sell-booking">
      <BookingHead booking={group.booking} seatCount={seatCount} />
      <ul>
        {group.lines.map((line) => (
          <Line key={line.key} sale={sale} line={line} event={event} onComp={onComp} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps extends Pick<BasketLinesProps, 'sale' | 'onComp' | 'onDone'> {
  readonly line: BasketLine;
  readonly event: EventDetail | null;
}

function Line({ sale, line, event, onComp, onDone }: LineProps) {
  const sell = useSell();
  const amount = useAmount(sale.currency);
  const release = () => {
    onDone();
    void sell.basket.release(sale, line.tickets);
  };
  return (
    <li className="sell-basket-line">
      <span className="sell-basket-seats">{line.seats}</span>
      <span className="sell-basket-sum">{amount(line.totalMinor)}</span>
      <span className="sell-basket-type">
        <TypeMenu sale={sale} line={line} event={event} onComp={onComp} onDone={onDone} onRelease={release} />
        {line.tickets.length > 1 ? <span className="sell-basket-unit">{amount(line.unitMinor)}</span> : null}
      </span>
      <IconButton icon={X} size="compact" label={text('sell.line.remove', { seats: line.seats })} onPress={release} />
      {line.compReason === null ? null : (
        <span className="sell-basket-note">{text('sell.line.comp', { reason: line.compReason })}</span>
      )}
      {line.restrictedCount > 0 ? (
        <span className="sell-basket-note">{text('sell.line.restricted', { count: line.restrictedCount })}</span>
      ) : null}
    </li>
  );
}

/** The types of a line; with the focus on it, T goes to the next and Delete gives the seats back. */
function TypeMenu({ sale, line, event, onComp, onDone, onRelease }: LineProps & { readonly onRelease: () => void }) {
  const sell = useSell();
  const types = event?.types ?? [];
  const label = text('sell.type.change', { seats: line.seats });

  const choose = (ticketTypeId: string) => {
    const isComp = types.find((type) => type.ticketTypeId === ticketTypeId)?.kind === 'COMP';
    if (isComp) return onComp(line.tickets, ticketTypeId);
    onDone();
    void sell.basket.setType(sale, line.tickets, ticketTypeId);
  };
  const press: ComponentProps<typeof Button>['onKeyDown'] = (key) => {
    const isPlain = !key.ctrlKey && !key.altKey && !key.metaKey;
    if (isPlain && key.key === 'Delete') return onRelease();
    const next = isPlain && event && key.key.toLowerCase() === 't' ? nextType(line.tickets, event) : null;
    // The line's own T; the basket's would change them all.
    if (next !== null) void sell.basket.setType(sale, line.tickets, next);
    else key.continuePropagation();
  };

  return (
    <MenuButton
      label={label}
      trigger={
        <Button tone="quiet" size="compact" aria-label={label} onKeyDown={press}>
          {text('sell.line.types', { count: line.tickets.length, type: line.typeName })}{' '}
          <ChevronDown aria-hidden="true" className="sell-chevron" />
        </Button>
      }
      entries={types.map(({ ticketTypeId, name, kind }) => ({
        id: ticketTypeId,
        name: kind === 'COMP' ? text('sell.comp.choose', { type: name }) : name,
        ...(ticketTypeId === line.ticketTypeId && { icon: Check }),
      }))}
      onChoose={choose}
    />
  );
}
