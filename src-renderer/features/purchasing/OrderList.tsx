import { useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { PurchaseOrderView } from '../../../src-shared/contract/purchasing.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundAction } from '../../app/actions/action.ts';
import { useRouter } from '../../app/router.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { minorToText } from '../../ui/money-text.ts';
import { Table, type TableColumn } from '../../ui/Table.tsx';
import { ToggleChip } from '../../ui/ToggleChip.tsx';
import { OrderStatusMark } from './OrderStatusMark.tsx';

const STATES = ['DRAFT', 'PENDING', 'CONFIRMED', 'PARTIALLY_RECEIVED', 'COMPLETED', 'CANCELLED'] as const;

function columnsOf(locale: string): readonly TableColumn<PurchaseOrderView>[] {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return [
    { id: 'number', name: text('purchasingScreen.number'), cell: ({ number }) => <strong>{number}</strong> },
    { id: 'supplier', name: text('purchasingScreen.supplier'), cell: ({ supplierName }) => supplierName },
    { id: 'event', name: text('purchasingScreen.event'), isWide: true, cell: ({ eventTitle }) => eventTitle },
    { id: 'reference', name: text('purchasingScreen.reference'), cell: ({ reference }) => reference },
    {
      id: 'ordered',
      name: text('purchasingScreen.ordered'),
      cell: ({ createdAt }) => <span className="figures">{date.format(createdAt)}</span>,
    },
    { id: 'state', name: text('purchasingScreen.state'), cell: ({ status }) => <OrderStatusMark status={status} /> },
    {
      id: 'received',
      name: text('purchasingScreen.received'),
      align: 'end',
      cell: ({ lines }) =>
        text('purchasingScreen.receivedOf', {
          received: lines.reduce((sum, line) => sum + line.receivedQuantity, 0),
          quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
        }),
    },
    {
      id: 'total',
      name: text('purchasingScreen.total'),
      align: 'end',
      cell: ({ totalMinor, currency }) => `${minorToText(totalMinor, currency, locale)} ${currency}`,
    },
  ];
}

export interface OrderListProps {
  readonly orders: readonly PurchaseOrderView[] | null;
  readonly newOrder: BoundAction;
}

/** All orders, newest first; the chips show only one state. */
export function OrderList({ orders, newOrder }: OrderListProps) {
  const router = useRouter();
  const { locale } = useLocale();
  const columns = useMemo(() => columnsOf(locale), [locale]);
  const [shown, setShown] = useState<PurchaseOrderView['status'] | null>(null);
  const present = STATES.map((status) => ({
    status,
    count: orders?.filter((order) => order.status === status).length ?? 0,
  })).filter(({ status, count }) => count > 0 || status === shown);
  return (
    <>
      {present.length > 1 ? (
        <div className="purchasing-chips">
          {present.map(({ status, count }) => (
            <ToggleChip
              key={status}
              isLit={shown === status}
              count={count}
              onChange={(isLit) => setShown(isLit ? status : null)}
            >
              {text(`purchasingScreen.status.${status}`)}
            </ToggleChip>
          ))}
        </div>
      ) : null}
      <Table
        label={text('purchasingScreen.orders')}
        columns={columns}
        rows={orders?.filter((order) => shown === null || order.status === shown) ?? null}
        rowId={(order) => order.purchaseOrderId}
        rowName={(order) => order.number}
        onOpen={(purchaseOrderId) => router.open('purchasing', { purchaseOrderId })}
        empty={
          orders?.length ? (
            <EmptyState title={text('purchasingScreen.orders.none')} />
          ) : (
            <EmptyState
              title={text('purchasingScreen.orders.empty')}
              action={<ActionButton action={newOrder} tone="primary" />}
            >
              {text('purchasingScreen.orders.empty.text')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
