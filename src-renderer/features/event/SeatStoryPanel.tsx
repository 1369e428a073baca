import { useLocale } from 'react-aria-components';
import type { EventDetail, SeatStory } from '../../../src-shared/contract/event.ts';
import { text, type TextKey } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { minorToText } from '../../ui/money-text.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Timeline } from '../../ui/Timeline.tsx';

/** A state of the seat in words; what is not a state (a price, a hold's id) as it stands. */
function stateInWords(state: string): string {
  const known = ['AVAILABLE', 'HELD', 'BLOCKED', 'RESERVED', 'SOLD', 'OWNED', 'NOT_OWNED', 'RETURNED_TO_SUPPLIER'];
  return known.includes(state) ? text(`eventScreen.seatStatus.${state}` as TextKey) : state;
}

/** All that is known of one seat, and all that ever happened to it. */
export function SeatStoryPanel({ event, seatId }: { readonly event: EventDetail; readonly seatId: string }) {
  const reading = useReading('event.seatStory', { eventId: event.eventId, seatId }, ['eventSeats', 'holds']);
  const story = reading.value?.seatId === seatId ? reading.value : null;
  return (
    <section className="event-story" aria-label={text('eventScreen.story')}>
      {story ? <Story event={event} story={story} /> : null}
      {!story && reading.error ? <EmptyState title={text('office.notRead')}>{reading.error.message}</EmptyState> : null}
      {!story && !reading.error ? <Skeleton lines={5} /> : null}
    </section>
  );
}

function Story({ event, story }: { readonly event: EventDetail; readonly story: SeatStory }) {
  const { locale } = useLocale();
  const when = new Intl.DateTimeFormat(locale, {
    timeZone: event.timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const facts: readonly [string, string | null][] = [
    [text('eventScreen.story.state'), stateInWords(story.status)],
    [
      text('eventScreen.story.price'),
      story.priceMinor === null
        ? text('eventScreen.story.noPrice')
        : minorToText(story.priceMinor, event.currency, locale),
    ],
    [text('eventScreen.story.hold'), story.hold ? `${story.hold.name}: ${story.hold.reason}` : null],
    [text('eventScreen.story.blocked'), story.blockReason],
    [text('eventScreen.story.sale'), story.saleNumber],
  ];
  return (
    <>
      <h2>{text('office.seat', { section: story.section, row: story.row, label: story.label })}</h2>
      <dl>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd data-selectable>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {story.steps.length === 0 ? (
        <p className="office-hint">{text('eventScreen.story.none')}</p>
      ) : (
        <Timeline
          label={text('eventScreen.story')}
          entries={story.steps.map((step, index) => ({
            id: String(index),
            when: when.format(step.at),
            what:
              step.from === null
                ? stateInWords(step.to)
                : text('eventScreen.story.change', { from: stateInWords(step.from), to: stateInWords(step.to) }),
            who: step.userName,
          }))}
        />
      )}
    </>
  );
}
