/** The sale before, on one line: change, paper, and the two things a customer comes back for. */
import { useState } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useProgram } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { liveTickets } from './basket-lines.ts';
import { PrintState } from './PrintState.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { seatsInWords } from './sell-core.ts';
import { changeMinor } from './sell-payment.ts';
import { openTicketPdf } from './ticket-file.ts';
import { useAmount, useSell } from './use-sell.ts';

export function LastSaleLine({ sale }: { readonly sale: SaleView }) {
  const program = useProgram();
  const sell = useSell();
  const amount = useAmount(sale.currency);
  const [asking, setAsking] = useState<'reprint' | 'cancel' | null>(null);
  const change = changeMinor(sale);
  const close = () => setAsking(null);
  const openPdf = () => {
    const ticketIds = liveTickets(sale).map(({ ticketId }) => ticketId);
    void openTicketPdf(program, ticketIds).then((error) =>
      error ? sell.say({ kind: 'NOTICE', sentence: error.message }) : undefined,
    );
  };
  return (
    <section className="sell-last" aria-label={text('sell.last', { number: sale.number })}>
      <div className="sell-last-words">
        <span>
          {change > 0
            ? text('sell.last.change', { amount: amount(change) })
            : `${text('sell.done.paid')} ${amount(sale.totalMinor)}`}
        </span>
        {sale.delivery === 'NOW' ? <PrintState saleId={sale.saleId} isShort /> : null}
      </div>
      <div className="sell-last-steps">
        <Button tone="quiet" size="compact" onPress={openPdf}>
          {text('sell.last.pdf')}
        </Button>
        <Button tone="quiet" size="compact" onPress={() => setAsking('reprint')}>
          {text('sell.last.reprint')}
        </Button>
        <Button
          tone="quiet"
          size="compact"
          aria-label={text('sell.last.cancel.title', { number: sale.number })}
          onPress={() => setAsking('cancel')}
        >
          {text('sell.last.cancel')}
        </Button>
      </div>
      {asking === 'reprint' ? <ReprintDialog sale={sale} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelDialog sale={sale} onClose={close} /> : null}
    </section>
  );
}

interface DialogOfSaleProps {
  readonly sale: SaleView;
  readonly onClose: () => void;
}

function ReprintDialog({ sale, onClose }: DialogOfSaleProps) {
  const program = useProgram();
  const sell = useSell();
  const tickets = liveTickets(sale);
  return (
    <ReasonDialog
      title={text('sell.last.reprint.title')}
      label={text('sell.last.reprint.reason')}
      suggestions={[
        text('sell.last.reprint.suggestion.jam'),
        text('sell.last.reprint.suggestion.spoilt'),
        text('sell.last.reprint.suggestion.lost'),
      ]}
      confirm={text('sell.last.reprint.confirm', { count: tickets.length })}
      onClose={onClose}
      onConfirm={(reason) => {
        onClose();
        const input = { ticketIds: tickets.map(({ ticketId }) => ticketId), reason };
        void program
          .act(text('sell.act.reprint', { number: sale.number }), 'ticket.reprint', input)
          .then((result) => (result.ok ? undefined : sell.say({ kind: 'NOTICE', sentence: result.error.message })));
      }}
    />
  );
}

function CancelDialog({ sale, onClose }: DialogOfSaleProps) {
  const sell = useSell();
  const amount = useAmount(sale.currency);
  return (
    <ReasonDialog
      title={text('sell.last.cancel.title', { number: sale.number })}
      detail={text('sell.last.cancel.detail', {
        count: liveTickets(sale).length,
        seats: seatsInWords(sale),
        amount: amount(sale.paidMinor),
      })}
      label={text('sell.last.cancel.reason')}
      suggestions={[
        text('sell.last.cancel.suggestion.customer'),
        text('sell.last.cancel.suggestion.wrongDay'),
        text('sell.last.cancel.suggestion.duplicate'),
      ]}
      confirm={text('sell.last.cancel.confirm')}
      tone="danger"
      onClose={onClose}
      onConfirm={(reason) => {
        onClose();
        void sell.basket.cancelSale(sale, reason);
      }}
    />
  );
}
