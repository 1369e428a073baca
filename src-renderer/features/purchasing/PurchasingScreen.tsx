import { useMemo, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundActions } from '../../app/actions/action.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { useRoute, useRouter } from '../../app/router.ts';
import { useReading } from '../../app/use-program.ts';
import { Page } from '../../ui/Page.tsx';
import { Tabs, type TabItem } from '../../ui/Tabs.tsx';
import { NewOrder } from './NewOrder.tsx';
import { OrderList } from './OrderList.tsx';
import { OrderPage } from './OrderPage.tsx';
import { purchasingActions, type PurchasingActionId } from './purchasing-actions.ts';
import { StockMap } from './StockMap.tsx';
import { SupplierDialog } from './SupplierDialog.tsx';
import { SupplierList } from './SupplierList.tsx';
import './purchasing.css';

/** Purchasing: orders and suppliers, one order, or a new one. */
export function PurchasingScreen() {
  const { params } = useRoute();
  if (params['view'] === 'new') return <NewOrder />;
  const purchaseOrderId = params['purchaseOrderId'];
  if (purchaseOrderId) return <OrderPage key={purchaseOrderId} purchaseOrderId={purchaseOrderId} />;
  return <Lists />;
}

/** Orders, their seats on the map, and suppliers. */
function useTabs(actions: BoundActions<PurchasingActionId>): readonly TabItem[] {
  const { params } = useRoute();
  const orders = useReading('purchaseOrder.list', {}, ['purchaseOrders', 'purchaseOrderLines']);
  const suppliers = useReading('supplier.list', {}, ['suppliers', 'ledgerEntries']);
  const newOrder = actions['purchasing.newOrder'];
  return [
    {
      id: 'orders',
      name: text('purchasingScreen.orders'),
      ...(orders.value ? { count: orders.value.length } : {}),
      content: <OrderList orders={orders.value} newOrder={newOrder} />,
    },
    {
      id: 'stock',
      name: text('purchasingScreen.stock'),
      content: <StockMap orders={orders.value} eventId={params['eventId'] ?? null} newOrder={newOrder} />,
    },
    {
      id: 'suppliers',
      name: text('purchasingScreen.suppliers'),
      ...(suppliers.value ? { count: suppliers.value.length } : {}),
      content: <SupplierList suppliers={suppliers.value} newSupplier={actions['purchasing.newSupplier']} />,
    },
  ];
}

function Lists() {
  const router = useRouter();
  const { params } = useRoute();
  const [tab, setTab] = useState(params['view'] === 'stock' ? 'stock' : 'orders');
  const [makesSupplier, setMakesSupplier] = useState(false);
  const context = useMemo(
    () => ({
      newOrder: () => router.open('purchasing', { view: 'new' }),
      newSupplier: () => setMakesSupplier(true),
      showStock: () => setTab('stock'),
    }),
    [router],
  );
  const actions = useActions(purchasingActions, context);
  const tabs = useTabs(actions);
  return (
    <Page
      title={text('frame.area.purchasing')}
      actions={
        <>
          <ActionButton action={actions['purchasing.stock']} size="compact" />
          <ActionButton action={actions['purchasing.newSupplier']} size="compact" />
          <ActionButton action={actions['purchasing.newOrder']} size="compact" tone="primary" />
        </>
      }
    >
      <div className="purchasing-lists">
        <Tabs label={text('frame.area.purchasing')} selected={tab} onSelect={setTab} tabs={tabs} />
      </div>
      {makesSupplier ? (
        <SupplierDialog
          onClose={() => setMakesSupplier(false)}
          onCreated={() => {
            setMakesSupplier(false);
            setTab('suppliers');
          }}
        />
      ) : null}
    </Page>
  );
}
