import { useLocale } from 'react-aria-components';
import type { EventDetail } from '../../../src-shared/contract/event.ts';
import { text, type TextKey } from '../../../src-shared/text/text.ts';
import { useRoute, useRouter } from '../../app/router.ts';
import { useReading } from '../../app/use-program.ts';
import { whenInWords } from '../../app/wall-clock.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ToneMark } from '../../ui/ToneMark.tsx';
import { DetailsSection } from './DetailsSection.tsx';
import { EventStatusMark } from './EventStatusMark.tsx';
import { PricesSection } from './PricesSection.tsx';
import { SeatsSection } from './SeatsSection.tsx';
import { useEventStatus } from './use-event-status.tsx';
import './events.css';

const SECTIONS = ['details', 'prices', 'seats'] as const;
type Section = (typeof SECTIONS)[number];

/** Where each thing that is missing before sale is put right. */
const SECTION_OF: Readonly<Record<string, Section>> = {
  'event.missing.seats': 'seats',
  'event.missing.prices': 'prices',
  'event.missing.capacity': 'details',
  'event.missing.future': 'details',
};

/** One event: its sections in the order of work, which are also the list of what is missing before it can be sold. */
export function EventPage({ eventId }: { readonly eventId: string }) {
  const router = useRouter();
  const reading = useReading('event.get', { eventId }, [
    'events',
    'eventSeats',
    'prices',
    'priceLevels',
    'ticketTypes',
    'holds',
  ]);
  if (reading.value) return <ReadEvent event={reading.value} />;
  return (
    <Page
      title={text('frame.area.events')}
      back={{ label: text('office.back'), onPress: () => router.open('events') }}
      padding="regular"
    >
      {reading.error ? (
        <EmptyState title={text('office.notRead')}>{reading.error.message}</EmptyState>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function ReadEvent({ event }: { readonly event: EventDetail }) {
  const router = useRouter();
  const { params } = useRoute();
  const { locale } = useLocale();
  const status = useEventStatus(event);
  const section = SECTIONS.find((each) => each === params['section']) ?? firstMissing(event) ?? 'details';
  return (
    <Page
      title={event.title}
      back={{ label: text('office.back'), onPress: () => router.open('events') }}
      facts={
        <>
          <EventStatusMark status={event.status} />
          <span className="figures">{whenInWords(event.startsAt, event.timeZone, locale)}</span>
          <span>{event.venueName}</span>
          <span>{text(`eventScreen.inventory.${event.inventory}.short`)}</span>
        </>
      }
      actions={status.buttons}
      messages={status.message}
    >
      <div className="event-page">
        <SectionList event={event} current={section} />
        <div className="event-page-section" key={section}>
          {section === 'details' ? <DetailsSection event={event} /> : null}
          {section === 'prices' ? <PricesSection event={event} /> : null}
          {section === 'seats' ? <SeatsSection event={event} /> : null}
        </div>
      </div>
      {status.dialog}
    </Page>
  );
}

function firstMissing(event: EventDetail): Section | null {
  if (event.prices.length === 0) return 'prices';
  const [missing] = event.missing;
  return missing ? (SECTION_OF[missing] ?? null) : null;
}

/** What the section has, or what it still lacks. */
function sectionState(event: EventDetail, section: Section, locale: string): { words: string; isDone: boolean } {
  const missing = event.missing.filter((key) => SECTION_OF[key] === section);
  if (missing.length > 0) return { words: missing.map((key) => text(key as TextKey)).join(' '), isDone: false };
  const { counts } = event;
  switch (section) {
    case 'details':
      return { words: whenInWords(event.startsAt, event.timeZone, locale), isDone: true };
    case 'prices': {
      if (event.prices.length === 0) return { words: text('eventScreen.prices.none'), isDone: false };
      const values = { levels: event.levels.length, types: event.types.length };
      return { words: text('eventScreen.prices.summary', values), isDone: true };
    }
    case 'seats': {
      const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
      return {
        words: text('eventScreen.seats.summary', { count, held: counts.held, blocked: counts.blocked }),
        isDone: true,
      };
    }
  }
}

function SectionList({ event, current }: { readonly event: EventDetail; readonly current: Section }) {
  const router = useRouter();
  const { locale } = useLocale();
  return (
    <nav className="event-sections" aria-label={text('eventScreen.sections')}>
      <ol>
        {SECTIONS.map((section) => {
          const { words, isDone } = sectionState(event, section, locale);
          return (
            <li key={section}>
              <button
                type="button"
                className="event-section-link"
                {...(section === current ? { 'aria-current': 'step' as const } : {})}
                onClick={() => router.open('events', { eventId: event.eventId, section })}
              >
                <ToneMark tone={isDone ? 'ok' : 'warn'} />
                <span>
                  <span className="visually-hidden">
                    {text(isDone ? 'eventScreen.section.done' : 'eventScreen.section.missing')}:{' '}
                  </span>
                  <span className="event-section-name">{text(`eventScreen.section.${section}`)}</span>
                  <span className="event-section-words">{words}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {event.seatsGenerated ? <Counts event={event} /> : null}
    </nav>
  );
}

function Counts({ event }: { readonly event: EventDetail }) {
  return (
    <section className="event-counts" aria-label={text('eventScreen.counts')}>
      <h2>{text('eventScreen.counts')}</h2>
      <dl className="figures">
        {(['available', 'held', 'blocked', 'reserved', 'sold', 'notForSale'] as const).map((count) => (
          <div key={count}>
            <dt>{text(`eventScreen.count.${count}`)}</dt>
            <dd>{event.counts[count]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
