/** The counter: the map, and beside it the basket, what is paid, what was done. */
import { useCallback, useEffect, useRef } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { useRoute, useRouter } from '../../app/router.ts';
import { useEventMap, useProgram, useProgramState } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { liveTickets } from './basket-lines.ts';
import { Counter } from './Counter.tsx';
import { MapArea } from './MapArea.tsx';
import { PayingView } from './PayingView.tsx';
import { saleForEvent } from './sell-state.ts';
import { useSell, useSellState } from './use-sell.ts';
import './sell.css';

/** After a sale is finished keys are ignored for this long: the hand that pressed Enter may bounce. */
const BOUNCE_MS = 300;

/** Keeps every key from everything for a moment after a sale is done, or until the next customer is called by hand. */
function useBounceGuard(): void {
  const { store } = useSell();
  useEffect(() => {
    let doneAt = Number.NEGATIVE_INFINITY;
    const stop = store.subscribe((state, before) => {
      if (state.done && state.done !== before.done) doneAt = performance.now();
    });
    const guard = (event: KeyboardEvent) => {
      if (store.getState().done === null || performance.now() - doneAt >= BOUNCE_MS) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', guard, true);
    return () => {
      stop();
      window.removeEventListener('keydown', guard, true);
    };
  }, [store]);
}

/** The route names a sale that was taken up on another screen, or one that seats are wanted near to. */
function useBroughtSale(): void {
  const sell = useSell();
  const router = useRouter();
  const { params } = useRoute();
  const { saleId, nearSaleId, nearName = '' } = params;
  useEffect(() => {
    if (saleId !== undefined) sell.bring(saleId);
  }, [sell, saleId]);
  useEffect(() => {
    if (nearSaleId === undefined) return;
    sell.wish({ near: { saleId: nearSaleId, name: nearName } });
    // It is the counter's wish from here on: what puts it out must not be undone by coming back.
    router.open('sell');
  }, [sell, router, nearSaleId, nearName]);
}

export function SellScreen() {
  const eventId = useProgramState((state) => state.chosenEventId);
  const event = useProgramState((state) => state.events.find((each) => each.eventId === state.chosenEventId) ?? null);
  const { map, error } = useEventMap(eventId);
  const program = useProgram();
  const sale = useSellState((state) => saleForEvent(state, eventId));
  const column = useRef<HTMLElement>(null);
  const mapFrame = useRef<HTMLDivElement>(null);
  useBounceGuard();
  useBroughtSale();

  const focusBasket = useCallback(() => column.current?.focus({ preventScroll: true }), []);
  const focusMap = useCallback(
    () => mapFrame.current?.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true }),
    [],
  );
  /** The amount, where one can be typed. */
  const focusPaying = useCallback(
    () => (column.current?.querySelector<HTMLElement>('.sell-given input') ?? column.current)?.focus(),
    [],
  );
  const isPaying = sale?.status === 'PAYING';
  const sell = useSell();
  useEffect(() => sell.turnTo(eventId), [sell, eventId]);
  // Where the next key is needed: a new event, a sale that goes back, a sale that is done all begin at the basket.
  useEffect(() => {
    if (isPaying) focusPaying();
    else focusBasket();
  }, [eventId, isPaying, focusBasket, focusPaying]);

  if (!event) return <EmptyState title={text('sell.noEvent')}>{text('sell.noEvent.detail')}</EmptyState>;
  return (
    <div className="sell">
      {/* The map stays the same through paying: its view is where the clerk left it. */}
      <div className="sell-map-side" inert={isPaying} data-resting={isPaying}>
        {map ? (
          <MapArea map={map} sale={sale} frameRef={mapFrame} onPointerDone={focusBasket} />
        ) : (
          <MapPlace error={error?.message ?? null} onAgain={() => program.chooseEvent(event.eventId)} />
        )}
      </div>
      {isPaying ? (
        <>
          <p className="sell-bar sell-bar-resting">{text('sell.paying.resting')}</p>
          <aside ref={column} className="sell-column" tabIndex={-1} aria-label={text('sell.paying')}>
            <PayingView key={sale.saleId} sale={sale} onDone={focusPaying} />
          </aside>
        </>
      ) : (
        <Counter
          eventId={event.eventId}
          currency={event.currency}
          map={map}
          sale={sale !== null && liveTickets(sale).length > 0 ? sale : null}
          columnRef={column}
          focusBasket={focusBasket}
          focusMap={focusMap}
        />
      )}
    </div>
  );
}

function MapPlace({ error, onAgain }: { readonly error: string | null; readonly onAgain: () => void }) {
  return (
    <div className="sell-map sell-map-place">
      {error === null ? (
        <Skeleton lines={1} width="12rem" />
      ) : (
        <EmptyState title={text('sell.mapFailed')} action={<Button onPress={onAgain}>{text('sell.openAgain')}</Button>}>
          {error}
        </EmptyState>
      )}
    </div>
  );
}
