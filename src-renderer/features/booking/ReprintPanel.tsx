import { useRef } from 'react';
import type { SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useProgram } from '../../app/use-program.ts';
import { REASONS } from './booking-actions.ts';
import { seatsText } from './money-back.ts';
import { ReasonForm } from './ReasonForm.tsx';
import type { Said } from './use-hand-over.ts';

export interface ReprintPanelProps {
  readonly sale: SaleView;
  readonly tickets: readonly TicketView[];
  readonly onClose: (said: Said | null) => void;
}

/** A copy of chosen tickets: same code, counted, with a reason. */
export function ReprintPanel({ tickets, onClose }: ReprintPanelProps) {
  const program = useProgram();
  const action = useRef(crypto.randomUUID());
  const seats = seatsText(tickets);

  const reprint = async (reason: string): Promise<string | null> => {
    const settings = await program.bridge.call('settings.get', {});
    const done = await program.act(
      text('booking.act.sentence.reprint', { seats }),
      'ticket.reprint',
      { ticketIds: tickets.map((ticket) => ticket.ticketId), reason },
      { action: action.current },
    );
    if (!done.ok) {
      action.current = crypto.randomUUID();
      return text('booking.unchanged', { reason: done.error.message });
    }
    const hasPrinter = settings.ok && settings.value.ticketPrinter.kind !== 'NONE';
    onClose({
      tone: 'ok',
      sentence: hasPrinter ? text('booking.done.reprinted', { seats }) : text('booking.done.reprintedByHand'),
    });
    return null;
  };

  return (
    <ReasonForm
      title={text('booking.reprint.title', { seats })}
      reasons={REASONS.reprint}
      does={
        tickets.length === 1 ? text('booking.do.reprintOne') : text('booking.do.reprint', { count: tickets.length })
      }
      tone="primary"
      onDo={reprint}
      onClose={() => onClose(null)}
    >
      <p className="booking-panel-seats">{text('booking.reprint.text')}</p>
    </ReasonForm>
  );
}
