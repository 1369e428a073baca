/** One booking: who, where they sit, what was paid, what happened, and what can be done with it. */
import { useCallback, useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { SaleView, TicketView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundActions } from '../../app/actions/action.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { momentText } from '../../app/moment-text.ts';
import { useRouter } from '../../app/router.ts';
import { saveFile } from '../../app/save-file.ts';
import { useHouseZone, useWhen } from '../../app/use-now.ts';
import { useProgram, useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Status } from '../../ui/Status.tsx';
import { bookingActions, headActions, type BookingActionId, type BookingPanel } from './booking-actions.ts';
import { isKeptUnpaid, viewStanding } from './booking-words.ts';
import { GiveBackPanel } from './GiveBackPanel.tsx';
import { liveTickets } from './money-back.ts';
import { MoneyAndStory } from './MoneyAndStory.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { ReprintPanel } from './ReprintPanel.tsx';
import { TicketList } from './TicketList.tsx';
import type { Said, Say } from './use-hand-over.ts';

/** What a booking is read from. */
const TABLES = ['sales', 'bookings', 'tickets', 'payments', 'refunds', 'printItems', 'customers'] as const;

export interface BookingProps {
  readonly saleId: string;
  readonly said: Said | null;
  readonly onSay: Say;
  readonly onHandOver: (saleId: string, number: string) => void;
}

export function Booking(props: BookingProps) {
  const reading = useReading('sale.get', { saleId: props.saleId }, TABLES);
  if (reading.value) return <OpenBooking {...props} sale={reading.value} />;
  if (reading.error)
    return (
      <Message
        tone="bad"
        action={
          <Button size="compact" onPress={reading.readAgain}>
            {text('booking.again')}
          </Button>
        }
      >
        {text('booking.failed', { reason: reading.error.message })}
      </Message>
    );
  return (
    <div className="booking-loading">
      <Skeleton width="14rem" />
      <Skeleton width="24rem" lines={6} />
    </div>
  );
}

function useBookingContext(
  { sale, onSay, onHandOver }: BookingProps & { readonly sale: SaleView },
  chosen: readonly TicketView[],
  openPanel: (panel: BookingPanel | null) => void,
  showReceipt: () => void,
) {
  const program = useProgram();
  const router = useRouter();
  const when = useWhen();
  const { saleId, number } = sale;

  const savePdf = useCallback(async () => {
    const ticketIds = (chosen.length > 0 ? chosen : liveTickets(sale)).map((ticket) => ticket.ticketId);
    const pdf = await program.bridge.call('ticket.pdf', { ticketIds });
    if (!pdf.ok) return onSay(saleId, { tone: 'bad', sentence: pdf.error.message });
    saveFile(pdf.value.fileName, new Uint8Array(pdf.value.bytes), 'application/pdf');
    onSay(saleId, { tone: 'ok', sentence: text('booking.done.saved', { file: pdf.value.fileName }) });
  }, [program, sale, saleId, chosen, onSay]);

  const takePayment = useCallback(async () => {
    const resumed = await program.act(text('booking.act.sentence.pay', { number }), 'sale.resume', { saleId });
    if (!resumed.ok) return onSay(saleId, { tone: 'bad', sentence: resumed.error.message });
    const [first] = sale.bookings;
    if (first) program.chooseEvent(first.eventId);
    router.open('sell', { saleId });
  }, [program, router, sale, saleId, number, onSay]);

  /** At the event that is shown if the customer goes there, else at the first of theirs. */
  const findBeside = useCallback(() => {
    const events = new Set(liveTickets(sale).map(({ eventId }) => eventId));
    const shown = program.store.getState().chosenEventId;
    const [first] = events;
    if (first !== undefined && !(shown !== null && events.has(shown))) program.chooseEvent(first);
    router.open('sell', { nearSaleId: saleId, nearName: sale.customer?.name ?? number });
  }, [program, router, sale, saleId, number]);

  return useMemo(
    () => ({
      sale,
      chosen,
      handedOverWhen: sale.handedOverAt === null ? '' : when(sale.handedOverAt),
      openPanel,
      handOver: () => onHandOver(saleId, number),
      showReceipt,
      savePdf: () => void savePdf(),
      takePayment: () => void takePayment(),
      findBeside,
    }),
    [sale, saleId, number, chosen, when, openPanel, showReceipt, onHandOver, savePdf, takePayment, findBeside],
  );
}

function OpenBooking(props: BookingProps & { readonly sale: SaleView }) {
  const { sale, said, onSay } = props;
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [panel, setPanel] = useState<BookingPanel | null>(null);
  const [showsReceipt, setShowsReceipt] = useState(false);
  const live = useMemo(() => liveTickets(sale), [sale]);
  // A single ticket need not be chosen; one that was given back meanwhile is chosen no more.
  const chosen = useMemo(
    () => (live.length === 1 ? live : live.filter((ticket) => chosenIds.has(ticket.ticketId))),
    [live, chosenIds],
  );
  const showReceipt = useCallback(() => setShowsReceipt(true), []);
  const actions = useActions(bookingActions, useBookingContext(props, chosen, setPanel, showReceipt));
  const closePanel = useCallback(
    (result: Said | null) => {
      setPanel(null);
      if (result) {
        setChosenIds(new Set());
        onSay(sale.saleId, result);
      }
    },
    [onSay, sale.saleId],
  );

  return (
    <div className="booking-open">
      <BookingHead sale={sale} actions={actions} />
      {said ? (
        <Message tone={said.tone} detail={said.detail} onDismiss={() => onSay(sale.saleId, null)}>
          {said.sentence}
        </Message>
      ) : null}
      <div className="booking-parts">
        <TicketList sale={sale} chosen={chosen} onChoose={setChosenIds} actions={actions} />
        <aside className="booking-side">
          {panel === 'reprint' ? (
            <ReprintPanel sale={sale} tickets={chosen} onClose={closePanel} />
          ) : panel ? (
            <GiveBackPanel
              key={panel}
              kind={panel}
              sale={sale}
              tickets={panel === 'refund' ? chosen : live}
              onClose={closePanel}
            />
          ) : (
            <MoneyAndStory sale={sale} />
          )}
        </aside>
      </div>
      {showsReceipt ? <ReceiptDialog receiptIds={sale.receiptIds} onClose={() => setShowsReceipt(false)} /> : null}
    </div>
  );
}

interface BookingHeadProps {
  readonly sale: SaleView;
  readonly actions: BoundActions<BookingActionId>;
}

function BookingHead({ sale, actions }: BookingHeadProps) {
  const { locale } = useLocale();
  const timeZone = useHouseZone();
  const when = useWhen();
  const { tone, word } = viewStanding(sale);
  const count = liveTickets(sale).length;
  const isKept = isKeptUnpaid(sale);
  const about = [
    sale.number,
    count === 1 ? text('booking.about.ticket') : text('booking.about.tickets', { count }),
    text(isKept ? 'booking.about.keptBy' : 'booking.about.soldBy', {
      name: sale.userName,
      when: momentText(sale.confirmedAt ?? sale.createdAt, timeZone, locale),
    }),
  ];
  const reach = [sale.customer?.phone, sale.customer?.email].filter(Boolean);
  return (
    <header className="booking-head">
      <div className="booking-who">
        <h2 data-selectable data-unnamed={sale.customer === null}>
          {sale.customer?.name ?? text('booking.noName')}
        </h2>
        <p className="booking-standing">
          <Status tone={tone}>{word}</Status>
          {isKept && sale.deadline !== null ? (
            <span className="figures">{text('booking.collectBy', { time: when(sale.deadline) })}</span>
          ) : null}
        </p>
      </div>
      <div className="booking-head-actions">
        {headActions(sale).map((id, index) => (
          <ActionButton
            key={id}
            action={actions[id]}
            tone={index === 0 && (id === 'bookings.handOver' || id === 'bookings.pay') ? 'primary' : 'plain'}
          />
        ))}
      </div>
      <p className="booking-about" data-selectable>
        {[...about, ...reach].join(' · ')}
      </p>
    </header>
  );
}
