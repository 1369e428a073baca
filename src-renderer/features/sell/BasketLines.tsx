/** The seats of one event in the basket, by row, each with its type and what it costs. */
import { ChevronDown, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton, type MenuEntry } from '../../ui/MenuButton.tsx';
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
  const sell = useSell();
  const amount = useAmount(sale.currency);
  const event = useReading('event.get', { eventId: group.booking.eventId }, ['prices', 'ticketTypes']).value;
  const seatCount = group.lines.reduce((sum, { tickets }) => sum + tickets.length, 0);

  const entriesOf = (line: BasketLine): readonly MenuEntry[] =>
    (event?.types ?? []).map(({ ticketTypeId, name, kind }) => ({
      id: ticketTypeId,
      name: kind === 'COMP' ? text('sell.comp.choose', { type: name }) : name,
      unavailable: null,
      ...(ticketTypeId === line.ticketTypeId && { keyHint: '✓' }),
    }));
  const choose = (line: BasketLine, ticketTypeId: string) => {
    const isComp = event?.types.find((type) => type.ticketTypeId === ticketTypeId)?.kind === 'COMP';
    if (isComp) return onComp(line.tickets, ticketTypeId);
    onDone();
    void sell.basket.setType(sale, line.tickets, ticketTypeId);
  };
  const press = (line: BasketLine, key: KeyboardEvent) => {
    if (key.key === 'Delete') {
      key.stopPropagation();
      onDone();
      void sell.basket.release(sale, line.tickets);
    }
    const next = event && key.key.toLowerCase() === 't' && !key.ctrlKey ? nextType(line.tickets, event) : null;
    if (next === null) return;
    // The line's own T: the basket's would change them all.
    key.preventDefault();
    key.stopPropagation();
    void sell.basket.setType(sale, line.tickets, next);
  };

  return (
    <section className="sell-booking">
      <BookingHead booking={group.booking} seatCount={seatCount} />
      <ul>
        {group.lines.map((line) => (
          <li key={line.key} className="sell-basket-line" onKeyDown={(key) => press(line, key)}>
            <span className="sell-basket-seats">{line.seats}</span>
            <span className="sell-basket-sum">{amount(line.totalMinor)}</span>
            <span className="sell-basket-type">
              <MenuButton
                label={text('sell.type.change', { seats: line.seats })}
                trigger={
                  <Button tone="quiet" size="compact" aria-label={text('sell.type.change', { seats: line.seats })}>
                    {text('sell.line.types', { count: line.tickets.length, type: line.typeName })}{' '}
                    <ChevronDown aria-hidden="true" className="sell-chevron" />
                  </Button>
                }
                entries={entriesOf(line)}
                onChoose={(ticketTypeId) => choose(line, ticketTypeId)}
              />
              {line.tickets.length > 1 ? <span className="sell-basket-unit">{amount(line.unitMinor)}</span> : null}
            </span>
            <IconButton
              icon={X}
              size="compact"
              label={text('sell.line.remove', { seats: line.seats })}
              onPress={() => {
                onDone();
                void sell.basket.release(sale, line.tickets);
              }}
            />
            {line.compReason === null ? null : (
              <span className="sell-basket-note">{text('sell.line.comp', { reason: line.compReason })}</span>
            )}
            {line.restrictedCount > 0 ? (
              <span className="sell-basket-note">{text('sell.line.restricted', { count: line.restrictedCount })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
