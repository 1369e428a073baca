/** Finished: what goes back, how the paper stands. The next key begins the next customer. */
import { useMemo, useState } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { useProgram } from '../../app/use-program.ts';
import { Status } from '../../ui/Status.tsx';
import { liveTickets } from './basket-lines.ts';
import { BigFigure } from './BigFigure.tsx';
import { BookingHeads } from './BookingHead.tsx';
import { Moments } from './Moments.tsx';
import { PrintState } from './PrintState.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { doneActions } from './sell-actions.ts';
import { changeMinor } from './sell-payment.ts';
import { openTicketPdf } from './ticket-file.ts';
import { useAmount, useSell } from './use-sell.ts';

export function DoneView({ sale }: { readonly sale: SaleView }) {
  const program = useProgram();
  const sell = useSell();
  const amount = useAmount(sale.currency);
  const [isReceiptOpen, setReceiptOpen] = useState(false);
  const change = changeMinor(sale);
  const receiptId = sale.receiptIds.at(-1);
  const context = useMemo(
    () => ({
      next: sell.payment.nextCustomer,
      pdf: () => {
        const ticketIds = liveTickets(sale).map(({ ticketId }) => ticketId);
        void openTicketPdf(program, ticketIds).then((error) => {
          if (error) sell.say({ kind: 'NOTICE', sentence: error.message });
        });
      },
      receipt: () => setReceiptOpen(true),
    }),
    [program, sell, sale],
  );
  const actions = useActions(doneActions, context);
  return (
    <>
      <Moments sale={null} leftMs={null} currency={sale.currency} />
      <BookingHeads sale={sale} />
      <div className="sell-done">
        {change > 0 ? (
          <BigFigure label={text('sell.done.change')} value={amount(change)} unit={sale.currency} tone="change" />
        ) : (
          <BigFigure label={text('sell.done.paid')} value={amount(sale.totalMinor)} unit={sale.currency} />
        )}
        <p className="sell-done-number">
          <Status tone="ok">{`${text('sell.done')} · ${sale.number}`}</Status>
        </p>
        {sale.delivery === 'WILL_CALL' ? (
          <p>{text('sell.done.willCall', { name: sale.customer?.name ?? '' })}</p>
        ) : (
          <PrintState saleId={sale.saleId} />
        )}
        <div className="sell-done-paper">
          <ActionButton action={actions['sell.done.pdf']} />
          {receiptId === undefined ? null : <ActionButton action={actions['sell.done.receipt']} />}
        </div>
      </div>
      <footer className="sell-paying-foot">
        <ActionButton action={actions['sell.done.next']} tone="primary" size="large" />
      </footer>
      {isReceiptOpen && receiptId !== undefined ? (
        <ReceiptDialog receiptId={receiptId} onClose={() => setReceiptOpen(false)} />
      ) : null}
    </>
  );
}
