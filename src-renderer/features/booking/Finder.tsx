/** The left of Bookings: one box that takes anything, and tonight's lists. */
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocale } from 'react-aria-components';
import type { SaleSummary } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useProgramState, useReading, type Reading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Select } from '../../ui/Select.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { eventTimeText } from '../../app/event-time.ts';
import type { BookingView } from './booking-actions.ts';
import { useFocusInsideAtStart } from '../../ui/use-focus-at-start.ts';
import { useNow } from '../../app/use-now.ts';
import { SaleList, type ListKind } from './SaleList.tsx';
import { useAnswer } from './use-answer.ts';

export interface FinderProps {
  readonly view: BookingView;
  readonly saleId: string | null;
  readonly printCount: number;
  readonly printList: ReactNode;
  readonly onView: (view: BookingView) => void;
  /** Words are typed: they are what the list is of. The box keeps the keyboard, and what stands in it. */
  readonly onWords: () => void;
  readonly onOpen: (saleId: string | null) => void;
  readonly onHandOver: (saleId: string, number: string) => void;
}

/** As many as `booking.search` gives without a list's name. */
const MOST_FOUND = 50;
const EVERY_EVENT = 'every';
/** Lists change with sales, their tickets and their names. */
const TABLES = ['sales', 'bookings', 'tickets', 'customers'] as const;

/** The empty words of a list, when nothing is in it. */
function emptyOf(kind: ListKind, words: string) {
  if (kind === 'found' && words !== '')
    return (
      <EmptyState title={text('booking.notFound.title', { text: words })}>{text('booking.notFound.text')}</EmptyState>
    );
  const key = { found: 'none', willCall: 'noWillCall', unpaid: 'noUnpaid' } as const;
  return <EmptyState title={text(`booking.${key[kind]}.title`)}>{text(`booking.${key[kind]}.text`)}</EmptyState>;
}

function EventChoice({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const events = useProgramState((state) => state.events);
  const { locale } = useLocale();
  const now = useNow();
  const choices = [
    { id: EVERY_EVENT, name: text('booking.everyEvent') },
    ...events.map((event) => ({
      id: event.eventId,
      name: event.title,
      detail: eventTimeText(event.startsAt, event.timeZone, now, locale),
    })),
  ];
  return <Select label={text('booking.event')} choices={choices} value={value} onChange={onChange} size="compact" />;
}

interface ListTabProps extends FinderProps {
  readonly kind: ListKind;
  readonly reading: Reading<readonly SaleSummary[]>;
  readonly words: string;
}

function ListTab({ kind, reading, words, saleId, onOpen, onHandOver }: ListTabProps) {
  const sales = reading.value;
  return (
    <>
      {reading.error ? (
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
      ) : null}
      <SaleList
        kind={kind}
        sales={sales}
        selected={saleId}
        empty={emptyOf(kind, words)}
        onSelect={onOpen}
        onEnter={(sale) => {
          onOpen(sale.saleId);
          if (kind === 'willCall') onHandOver(sale.saleId, sale.number);
        }}
      />
      {kind === 'found' && sales?.length === MOST_FOUND ? (
        <p className="booking-list-note">{text('booking.full')}</p>
      ) : null}
    </>
  );
}

export function Finder(props: FinderProps) {
  const { view, printCount, onView, onWords, onOpen } = props;
  const [words, setWords] = useState('');
  const [eventId, setEventId] = useState(EVERY_EVENT);
  const frame = useFocusInsideAtStart<HTMLDivElement>('input');
  const ofEvent = eventId === EVERY_EVENT ? {} : { eventId };
  const found = useReading('booking.search', { text: words.slice(0, 300) }, TABLES);
  const willCall = useReading('booking.search', { text: '', only: 'WILL_CALL', ...ofEvent }, TABLES);
  const unpaid = useReading('booking.search', { text: '', only: 'UNPAID', ...ofEvent }, TABLES);

  const { markTyped, goToFirst } = useAnswer(found.value, props.saleId, onOpen, () =>
    frame.current?.querySelector<HTMLElement>('[role=grid]')?.focus(),
  );
  const goToList = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    goToFirst();
  };

  const tab = (id: BookingView, count: number | null, kind: ListKind, reading: Reading<readonly SaleSummary[]>) => ({
    id,
    name: text(`booking.view.${id}`),
    ...(count === null ? {} : { count }),
    content: (
      <div className="booking-list">
        {kind === 'found' ? null : <EventChoice value={eventId} onChange={setEventId} />}
        <ListTab {...props} kind={kind} reading={reading} words={words} />
      </div>
    ),
  });

  const tabs = [
    tab('find', null, 'found', found),
    tab('willCall', willCall.value?.length ?? 0, 'willCall', willCall),
    tab('unpaid', unpaid.value?.length ?? 0, 'unpaid', unpaid),
    { id: 'print', name: text('booking.view.print'), count: printCount, content: props.printList },
  ];

  return (
    <div ref={frame} className="booking-finder-body">
      <div className="booking-search" role="presentation" onKeyDown={goToList}>
        <SearchBox
          label={text('booking.search')}
          placeholder={text('booking.search.hint')}
          keyHint="/"
          value={words}
          onChange={(next) => {
            setWords(next);
            if (next.trim() !== '') markTyped();
            onWords();
          }}
        />
      </div>
      <Tabs
        label={text('booking.views')}
        tabs={tabs}
        selected={view}
        onSelect={(next) => {
          if (next !== view) onView(next as BookingView);
        }}
      />
    </div>
  );
}
