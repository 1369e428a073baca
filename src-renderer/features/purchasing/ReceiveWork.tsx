import { useState, type ReactNode } from 'react';
import type { PurchaseOrderLineView, PurchaseOrderView } from '../../../src-shared/contract/purchasing.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { useRouter } from '../../app/router.ts';
import { SeatChoiceBar } from '../../app/SeatChoiceBar.tsx';
import { useEventMap } from '../../app/use-program.ts';
import { SeatChooser } from '../../canvas/SeatChooser.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { receiveChoiceActions } from './purchasing-actions.ts';
import { useOrderMap } from './use-order-map.ts';
import { ReceiveForm, type SeatsToReceive } from './ReceiveForm.tsx';

export interface ReceiveWorkProps {
  readonly order: PurchaseOrderView;
  /** The line that seats are received on now; null when none can be. */
  readonly line: PurchaseOrderLineView | null;
  /** The order's lines, over the form. */
  readonly children: ReactNode;
}

/** Lines and form on the left, the event's seats by order on the right; what the form reads shows on the map. */
export function ReceiveWork({ order, line, children }: ReceiveWorkProps) {
  const router = useRouter();
  const { map, error } = useEventMap(order.eventId);
  const hasSeats = map?.event.seatsGenerated ?? false;
  return (
    <div className="purchasing-order">
      {map && hasSeats ? (
        <Work order={order} line={line} map={map}>
          {children}
        </Work>
      ) : (
        <>
          <div className="purchasing-column">{children}</div>
          {map ? (
            <EmptyState
              title={text('purchasingScreen.receive.noSeats')}
              action={
                <Button onPress={() => router.open('events', { eventId: order.eventId, section: 'seats' })}>
                  {text('purchasingScreen.receive.openEvent')}
                </Button>
              }
            />
          ) : null}
          {!map && error ? <EmptyState title={text('office.notRead')}>{error.message}</EmptyState> : null}
          {!map && !error ? <Skeleton lines={8} /> : null}
        </>
      )}
    </div>
  );
}

const NOTHING_CHOSEN: readonly number[] = [];

function Work({ order, line, map, children }: ReceiveWorkProps & { readonly map: EventMap }) {
  const [seats, setSeats] = useState<SeatsToReceive>({ ordinals: [], by: 'WRITING' });
  const stock = useOrderMap(map, order.purchaseOrderId);
  const choose = (ordinals: readonly number[]) => setSeats({ ordinals, by: 'MAP' });
  return (
    <>
      <div className="purchasing-column">
        {children}
        {line ? <ReceiveForm order={order} line={line} map={map} seats={seats} onSeats={setSeats} /> : null}
      </div>
      {stock.map ? (
        <SeatChooser
          columns={map.columns}
          shapes={map.shapes}
          areas={map.areas}
          source={stock.map.source}
          theme={stock.map.theme}
          label={text('purchasingScreen.map', { title: order.eventTitle })}
          chosen={line ? seats.ordinals : NOTHING_CHOSEN}
          describe={stock.map.describe}
          {...(line ? { onChoose: choose } : {})}
          bar={
            line ? (
              <SeatChoiceBar
                table={receiveChoiceActions}
                columns={map.columns}
                chosen={seats.ordinals}
                onChoose={choose}
              />
            ) : null
          }
        />
      ) : stock.error ? (
        <EmptyState title={text('office.notRead')}>{stock.error.message}</EmptyState>
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  );
}
