import { useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { PurchaseOrderLineView, PurchaseOrderView } from '../../../src-shared/contract/purchasing.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { ReasonDialog } from '../../app/ReasonDialog.tsx';
import { useRouter } from '../../app/router.ts';
import { useAct } from '../../app/use-act.ts';
import { useProgramState, useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { minorToText } from '../../ui/money-text.ts';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Status } from '../../ui/Status.tsx';
import { LineStatusMark, OrderStatusMark } from './OrderStatusMark.tsx';
import { orderActions } from './purchasing-actions.ts';
import { ReceiveWork } from './ReceiveWork.tsx';

/** One order: its lines, what has come of them, and the seats on the map. */
export function OrderPage({ purchaseOrderId }: { readonly purchaseOrderId: string }) {
  const router = useRouter();
  const reading = useReading('purchaseOrder.get', { purchaseOrderId }, [
    'purchaseOrders',
    'purchaseOrderLines',
    'supplierReceipts',
  ]);
  if (reading.value) return <ReadOrder order={reading.value} />;
  return (
    <Page
      title={text('purchasingScreen.orders')}
      back={{ label: text('office.back'), onPress: () => router.open('purchasing') }}
      padding="regular"
    >
      {reading.error ? (
        <EmptyState title={text('office.notRead')}>{reading.error.message}</EmptyState>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function isReceivable({ status }: PurchaseOrderLineView): boolean {
  return status === 'CONFIRMED' || status === 'PARTIALLY_RECEIVED';
}

function useOrderSteps(order: PurchaseOrderView) {
  const act = useAct();
  const [isCancelling, setCancelling] = useState(false);
  const { purchaseOrderId, number, status } = order;
  const submit = () =>
    void act.run(text('purchasingScreen.submit.act', { number }), 'purchaseOrder.submit', { purchaseOrderId });
  const confirm = () =>
    void act.run(text('purchasingScreen.confirm.act', { number }), 'purchaseOrder.confirm', { purchaseOrderId });
  const cancel = async (reason: string) => {
    const sentence = text('purchasingScreen.cancel.act', { number });
    const done = await act.run(sentence, 'purchaseOrder.cancel', { purchaseOrderId, reason });
    if (done.ok) setCancelling(false);
  };
  const canCancel = status === 'DRAFT' || status === 'PENDING' || status === 'CONFIRMED';
  return {
    error: isCancelling ? null : act.error,
    clearError: act.clearError,
    buttons: (
      <>
        {canCancel ? (
          <Button size="compact" tone="quiet" onPress={() => setCancelling(true)}>
            {text('purchasingScreen.cancel')}
          </Button>
        ) : null}
        {status === 'DRAFT' ? (
          <Button size="compact" tone="primary" isPending={act.isBusy} onPress={submit}>
            {text('purchasingScreen.submit')}
          </Button>
        ) : null}
        {status === 'PENDING' ? (
          <Button size="compact" tone="primary" isPending={act.isBusy} onPress={confirm}>
            {text('purchasingScreen.confirm')}
          </Button>
        ) : null}
      </>
    ),
    dialog: isCancelling ? (
      <ReasonDialog
        title={text('purchasingScreen.cancel')}
        step={text('purchasingScreen.cancel')}
        tone="danger"
        detail={text('purchasingScreen.cancel.detail')}
        error={act.error}
        isBusy={act.isBusy}
        onDo={(reason) => void cancel(reason)}
        onClose={() => setCancelling(false)}
      />
    ) : null,
  };
}

function ReadOrder({ order }: { readonly order: PurchaseOrderView }) {
  const router = useRouter();
  const { locale } = useLocale();
  const steps = useOrderSteps(order);
  const { eventId } = order;
  const actions = useActions(
    orderActions,
    useMemo(() => ({ showStock: () => router.open('purchasing', { view: 'stock', eventId }) }), [router, eventId]),
  );
  const [chosenLineId, setLineId] = useState<string | null>(null);
  const receivable = order.lines.filter(isReceivable);
  const line = receivable.find(({ lineId }) => lineId === chosenLineId) ?? receivable[0] ?? null;
  return (
    <Page
      title={order.number}
      back={{ label: text('office.back'), onPress: () => router.open('purchasing') }}
      facts={
        <>
          <OrderStatusMark status={order.status} />
          <span>{order.supplierName}</span>
          <span>{order.eventTitle}</span>
          <span>{order.reference}</span>
          <span className="figures">
            {minorToText(order.totalMinor, order.currency, locale)} {order.currency}
          </span>
        </>
      }
      actions={
        <>
          <ActionButton action={actions['purchasing.order.stock']} size="compact" />
          {steps.buttons}
        </>
      }
      messages={
        steps.error ? (
          <Message tone="bad" onDismiss={steps.clearError}>
            {steps.error.message}
          </Message>
        ) : null
      }
    >
      <ReceiveWork order={order} line={line} key={line?.lineId ?? 'none'}>
        <OrderLines order={order} current={line?.lineId ?? null} onChoose={setLineId} />
      </ReceiveWork>
      {steps.dialog}
    </Page>
  );
}

interface OrderLinesProps {
  readonly order: PurchaseOrderView;
  readonly current: string | null;
  readonly onChoose: (lineId: string) => void;
}

function OrderLines({ order, current, onChoose }: OrderLinesProps) {
  const { status } = order;
  const step =
    status === 'CONFIRMED' || status === 'PARTIALLY_RECEIVED' ? null : text(`purchasingScreen.step.${status}`);
  return (
    <section aria-label={text('purchasingScreen.lines')}>
      {step ? <p className="purchasing-step">{step}</p> : null}
      <ol>
        {order.lines.map((line) => (
          <Line key={line.lineId} order={order} line={line} isCurrent={line.lineId === current} onChoose={onChoose} />
        ))}
      </ol>
    </section>
  );
}

interface LineProps extends Pick<OrderLinesProps, 'order' | 'onChoose'> {
  readonly line: PurchaseOrderLineView;
  readonly isCurrent: boolean;
}

function Line({ order, line, isCurrent, onChoose }: LineProps) {
  const { locale } = useLocale();
  const timeZone = useProgramState((state) => state.house?.timeZone ?? 'UTC');
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone });
  const isReconciled = line.ownedSeats === line.receivedQuantity;
  return (
    <li className="purchasing-line" data-current={isCurrent}>
      <button
        type="button"
        disabled={!isReceivable(line)}
        {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
        onClick={() => onChoose(line.lineId)}
      >
        <span className="purchasing-line-name">{line.description}</span>
        <span className="purchasing-line-price figures">
          {line.quantity} × {minorToText(line.unitMinor, order.currency, locale)}
        </span>
        <LineStatusMark status={line.status} />
        <span className="figures purchasing-line-count">
          {text('purchasingScreen.receivedOf', { received: line.receivedQuantity, quantity: line.quantity })}
        </span>
      </button>
      {line.receivedQuantity > 0 || !isReconciled ? (
        <Status tone={isReconciled ? 'ok' : 'bad'}>
          {isReconciled
            ? text('purchasingScreen.reconciled', { owned: line.ownedSeats })
            : text('purchasingScreen.notReconciled', { owned: line.ownedSeats, received: line.receivedQuantity })}
        </Status>
      ) : null}
      {line.receipts.map((receipt) => (
        <p key={receipt.at} className="office-hint">
          {text('purchasingScreen.receipt', {
            when: when.format(receipt.at),
            quantity: receipt.quantity,
            specification: receipt.seatSpecification || text('purchasingScreen.painted'),
            user: receipt.userName,
          })}
        </p>
      ))}
    </li>
  );
}
