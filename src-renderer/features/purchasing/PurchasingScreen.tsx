import { useMemo, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { useRoute, useRouter } from '../../app/router.ts';
import { useReading } from '../../app/use-program.ts';
import { Page } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { NewOrder } from './NewOrder.tsx';
import { OrderList } from './OrderList.tsx';
import { OrderPage } from './OrderPage.tsx';
import { purchasingActions } from './purchasing-actions.ts';
import { SupplierDialog } from './SupplierDialog.tsx';
import { SupplierList } from './SupplierList.tsx';
import './purchasing.css';

/** Purchasing: orders and suppliers, one order, or a new one. */
export function PurchasingScreen() {
  const { params } = useRoute();
  if (params['view'] === 'new') return <NewOrder />;
  const purchaseOrderId = params['purchaseOrderId'];
  return purchaseOrderId ? <OrderPage key={purchaseOrderId} purchaseOrderId={purchaseOrderId} /> : <Lists />;
}

function Lists() {
  const router = useRouter();
  const orders = useReading('purchaseOrder.list', {}, ['purchaseOrders', 'purchaseOrderLines']);
  const suppliers = useReading('supplier.list', {}, ['suppliers', 'ledgerEntries']);
  const [tab, setTab] = useState('orders');
  const [makesSupplier, setMakesSupplier] = useState(false);
  const context = useMemo(
    () => ({
      newOrder: () => router.open('purchasing', { view: 'new' }),
      newSupplier: () => setMakesSupplier(true),
    }),
    [router],
  );
  const actions = useActions(purchasingActions, context);
  return (
    <Page
      title={text('frame.area.purchasing')}
      actions={
        <>
          <ActionButton action={actions['purchasing.newSupplier']} size="compact" />
          <ActionButton action={actions['purchasing.newOrder']} size="compact" tone="primary" />
        </>
      }
    >
      <div className="purchasing-lists">
        <Tabs
          label={text('frame.area.purchasing')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'orders',
              name: text('purchasingScreen.orders'),
              ...(orders.value ? { count: orders.value.length } : {}),
              content: <OrderList orders={orders.value} newOrder={actions['purchasing.newOrder']} />,
            },
            {
              id: 'suppliers',
              name: text('purchasingScreen.suppliers'),
              ...(suppliers.value ? { count: suppliers.value.length } : {}),
              content: <SupplierList suppliers={suppliers.value} newSupplier={actions['purchasing.newSupplier']} />,
            },
          ]}
        />
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
