/** The stock of one event on its map: each order's seats under its letter, what of them is sold, and what is not ours. */
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { PurchaseOrderView } from '../../../src-shared/contract/purchasing.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundAction } from '../../app/actions/action.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { useRouter } from '../../app/router.ts';
import { useEventMap } from '../../app/use-program.ts';
import { countStyles } from '../../canvas/marks.ts';
import { SeatChooser } from '../../canvas/SeatChooser.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LetterSwatch } from '../../ui/LetterSwatch.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useOrderMap, type OrderMap } from './use-order-map.ts';

export interface StockMapProps {
  readonly orders: readonly PurchaseOrderView[] | null;
  /** The event to begin with; else the one ordered for last. */
  readonly eventId: string | null;
  readonly newOrder: BoundAction;
}

export function StockMap({ orders, eventId: first, newOrder }: StockMapProps) {
  const [chosenId, choose] = useState(first);
  const events = [...new Map(orders?.map((order) => [order.eventId, order.eventTitle]))];
  const eventId = chosenId ?? events[0]?.[0] ?? null;
  const { map, error } = useEventMap(eventId);
  if (orders?.length === 0)
    return (
      <EmptyState
        title={text('purchasingScreen.stock.empty')}
        action={<ActionButton action={newOrder} tone="primary" />}
      >
        {text('purchasingScreen.stock.empty.text')}
      </EmptyState>
    );
  if (!map) {
    return error ? <EmptyState title={text('office.notRead')}>{error.message}</EmptyState> : <Skeleton lines={8} />;
  }
  const select = (
    <Select
      size="compact"
      label={text('purchasingScreen.event')}
      choices={events.map(([id, name]) => ({ id, name }))}
      value={eventId}
      onChange={choose}
    />
  );
  return <EventStock key={map.event.eventId} map={map} select={select} />;
}

const NOTHING_CHOSEN: readonly number[] = [];

function EventStock({ map, select }: { readonly map: EventMap; readonly select: ReactNode }) {
  const { map: stock, error } = useOrderMap(map, null);
  return (
    <div className="purchasing-order">
      <div className="purchasing-column">
        <div className="purchasing-stock-event">{select}</div>
        {stock ? <Orders map={map} stock={stock} /> : null}
      </div>
      {stock ? (
        <SeatChooser
          columns={map.columns}
          shapes={map.shapes}
          areas={map.areas}
          source={stock.source}
          theme={stock.theme}
          label={text('purchasingScreen.stock.map', { title: map.event.title })}
          chosen={NOTHING_CHOSEN}
          describe={stock.describe}
        />
      ) : error ? (
        <EmptyState title={text('office.notRead')}>{error.message}</EmptyState>
      ) : (
        <Skeleton lines={8} />
      )}
    </div>
  );
}

/** Each order as the map has it, with what came and what of it is sold; it opens the order. */
function Orders({ map, stock }: { readonly map: EventMap; readonly stock: OrderMap }) {
  const router = useRouter();
  const { source, theme, orders } = stock;
  useSyncExternalStore(source.subscribe, source.version);
  const counts = countStyles(theme, map.columns, source.states());
  return (
    <ol aria-label={text('purchasingScreen.orders')}>
      {orders.map(({ purchaseOrderId, number, supplierName }, i) => {
        const style = theme.styles[i]!;
        const sold = counts[i + orders.length]!;
        return (
          <li key={purchaseOrderId} className="purchasing-line purchasing-stock-order">
            <button type="button" onClick={() => router.open('purchasing', { purchaseOrderId })}>
              <LetterSwatch color={style.fill!} letter={style.letter!} ink={style.ink} />
              <span className="purchasing-line-name">{number}</span>
              <span className="figures purchasing-line-count">
                {text('purchasingScreen.stock.sold', { sold, seats: counts[i]! + sold })}
              </span>
              <span className="purchasing-stock-supplier">{supplierName}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
