/** Bookings: on the left what is looked for, on the right the one that was found. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { useRoute } from '../../app/router.ts';
import { useReading } from '../../app/use-program.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Booking } from './Booking.tsx';
import { finderActions, type BookingView } from './booking-actions.ts';
import { Finder } from './Finder.tsx';
import { PrintItem, PrintList } from './PrintList.tsx';
import { useHandOver, type Said } from './use-hand-over.ts';
import './booking.css';

/** What the route asks for: a sale (from the palette, from a scan), or the print list. */
function useRouteWish(openSale: (saleId: string) => void, show: (view: BookingView) => void): void {
  const { params } = useRoute();
  useEffect(() => {
    if (params['saleId']) openSale(params['saleId']);
    if (params['panel'] === 'print') show('print');
  }, [params, openSale, show]);
}

export function BookingsScreen() {
  const { params } = useRoute();
  const [view, setView] = useState<BookingView>(params['panel'] === 'print' ? 'print' : 'find');
  const [saleId, setSaleId] = useState<string | null>(params['saleId'] ?? null);
  const [said, setSaid] = useState<{ readonly saleId: string; readonly said: Said } | null>(null);
  const [printItemId, setPrintItemId] = useState<string | null>(null);
  const finder = useRef<HTMLDivElement>(null);
  const queue = useReading('print.queue', {}, ['printItems']);

  const openSale = useCallback((id: string | null) => {
    setSaleId(id);
    setSaid((before) => (before?.saleId === id ? before : null));
  }, []);
  const show = useCallback((next: BookingView) => {
    setView(next);
    // The list changes with the next frame; what takes the keyboard stands in it.
    requestAnimationFrame(() => {
      const target = finder.current?.querySelector<HTMLElement>(next === 'find' ? 'input' : '[role=grid]');
      target?.focus();
      if (target instanceof HTMLInputElement) target.select();
    });
  }, []);
  useRouteWish(openSale, show);
  const context = useMemo(() => ({ show }), [show]);
  useActions(finderActions, context);
  const say = useCallback((id: string, next: Said | null) => setSaid(next && { saleId: id, said: next }), []);
  const handOver = useHandOver(say);
  const openFromPrint = useCallback(
    (id: string) => {
      openSale(id);
      setView('find');
    },
    [openSale],
  );

  return (
    <div className="booking-screen">
      <div className="booking-finder" ref={finder}>
        <Finder
          view={view}
          saleId={saleId}
          printCount={queue.value?.length ?? 0}
          printList={
            <PrintList queue={queue} chosenId={printItemId} onChoose={setPrintItemId} onOpenSale={openFromPrint} />
          }
          onView={show}
          onWords={() => setView('find')}
          onOpen={openSale}
          onHandOver={handOver}
        />
      </div>
      <div className="booking-one">
        {view === 'print' ? (
          <PrintItem queue={queue} chosenId={printItemId} onOpenSale={openFromPrint} />
        ) : saleId === null ? (
          <EmptyState title={text('booking.choose.title')}>{text('booking.choose.text')}</EmptyState>
        ) : (
          <Booking
            key={saleId}
            saleId={saleId}
            said={said?.saleId === saleId ? said.said : null}
            onSay={say}
            onHandOver={handOver}
          />
        )}
      </div>
    </div>
  );
}
