import { useMemo, useRef, useState, type RefObject } from 'react';
import { useLocale } from 'react-aria-components';
import type { EventSummary } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundAction } from '../../app/actions/action.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { matchesTyped } from '../../app/folded.ts';
import { useRouter } from '../../app/router.ts';
import { useProgramState, useReading } from '../../app/use-program.ts';
import { instantToWallTime, whenInWords } from '../../app/wall-clock.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';
import { ToggleChip } from '../../ui/ToggleChip.tsx';
import { eventListActions } from './event-actions.ts';
import { EventCalendar } from './EventCalendar.tsx';
import { EventStatusMark } from './EventStatusMark.tsx';
import './events.css';

function columnsOf(locale: string): readonly TableColumn<EventSummary>[] {
  return [
    {
      id: 'when',
      name: text('eventScreen.when'),
      cell: (event) => <span className="figures">{whenInWords(event.startsAt, event.timeZone, locale)}</span>,
    },
    { id: 'title', name: text('eventScreen.title'), isWide: true, cell: (event) => <strong>{event.title}</strong> },
    { id: 'kind', name: text('eventScreen.kind'), cell: (event) => event.kind },
    { id: 'venue', name: text('eventScreen.venue'), cell: (event) => event.venueName },
    {
      id: 'inventory',
      name: text('eventScreen.inventory'),
      cell: (event) => text(`eventScreen.inventory.${event.inventory}.short`),
    },
    {
      id: 'state',
      name: text('eventScreen.state'),
      cell: (event) => <EventStatusMark status={event.status} />,
    },
    { id: 'free', name: text('eventScreen.free'), align: 'end', cell: ({ counts }) => counts.available },
    { id: 'held', name: text('eventScreen.held'), align: 'end', cell: ({ counts }) => counts.held },
    { id: 'sold', name: text('eventScreen.sold'), align: 'end', cell: ({ counts }) => counts.sold },
  ];
}

function matches(event: EventSummary, words: string): boolean {
  const { title, kind, venueName, status } = event;
  const whole = `${title} ${kind} ${venueName} ${text(`eventScreen.status.${status}`)}`;
  return matchesTyped(whole, words);
}

function useEventList(search: RefObject<HTMLDivElement | null>) {
  const router = useRouter();
  const [view, setView] = useState<'list' | 'calendar'>('list');
  const [words, setWords] = useState('');
  const [showsPast, setShowsPast] = useState(false);
  const [nowMs] = useState(() => Date.now());
  const reading = useReading('event.list', {}, ['events', 'eventSeats']);
  const found = reading.value
    ?.filter((event) => (showsPast || view === 'calendar' || event.endsAt >= nowMs) && matches(event, words.trim()))
    .sort((left, right) => left.startsAt - right.startsAt);
  const context = useMemo(
    () => ({
      isCalendar: view === 'calendar',
      newEvent: () => router.open('events', { view: 'new' }),
      search: () => search.current?.querySelector('input')?.focus(),
      show: setView,
    }),
    [router, view, search],
  );
  return { view, words, setWords, showsPast, setShowsPast, nowMs, reading, found, context };
}

/** All events by date, as rows or as a month on the wall. */
export function EventList() {
  const router = useRouter();
  const { locale } = useLocale();
  const search = useRef<HTMLDivElement>(null);
  const list = useEventList(search);
  const { view, found, context } = list;
  const timeZone = useProgramState((state) => state.house?.timeZone ?? 'UTC');
  const actions = useActions(eventListActions, context);
  const columns = useMemo(() => columnsOf(locale), [locale]);
  const open = (eventId: string) => router.open('events', { eventId });
  return (
    <Page
      title={text('frame.area.events')}
      facts={
        <>
          <div className="event-search" ref={search}>
            <SearchBox
              label={text('eventScreen.search')}
              placeholder={text('eventScreen.search.hint')}
              keyHint="/"
              value={list.words}
              onChange={list.setWords}
            />
          </div>
          {view === 'list' ? (
            <ToggleChip isLit={list.showsPast} onChange={list.setShowsPast}>
              {text('eventScreen.past')}
            </ToggleChip>
          ) : null}
        </>
      }
      actions={
        <>
          <ActionButton
            action={actions[view === 'list' ? 'events.calendar' : 'events.list']}
            size="compact"
            tone="quiet"
          />
          <ActionButton action={actions['events.new']} size="compact" tone="primary" />
        </>
      }
    >
      {view === 'calendar' && found ? (
        <EventCalendar
          events={found}
          today={instantToWallTime(list.nowMs, timeZone).date}
          onOpen={open}
          onNew={(date) => router.open('events', { view: 'new', date })}
        />
      ) : (
        <Table
          label={text('frame.area.events')}
          columns={columns}
          rows={found ?? null}
          rowId={(event) => event.eventId}
          rowName={(event) => event.title}
          onOpen={open}
          empty={<NoEvents isFiltered={Boolean(list.reading.value?.length)} newEvent={actions['events.new']} />}
        />
      )}
    </Page>
  );
}

function NoEvents({ isFiltered, newEvent }: { readonly isFiltered: boolean; readonly newEvent: BoundAction }) {
  if (isFiltered) {
    return <EmptyState title={text('eventScreen.noneFound')}>{text('eventScreen.noneFound.text')}</EmptyState>;
  }
  return (
    <EmptyState title={text('eventScreen.empty')} action={<ActionButton action={newEvent} tone="primary" />}>
      {text('eventScreen.empty.text')}
    </EmptyState>
  );
}
