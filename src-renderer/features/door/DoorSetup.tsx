import { useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { EventSummary } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { eventTimeText } from '../../app/event-time.ts';
import { useProgramState } from '../../app/use-program.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { doorSetupActions } from './door-actions.ts';
import type { DoorSession } from './door-session.ts';

/** As many as one scan may be checked against. */
const MOST_EVENTS = 6;
/** Doors that open within half a day are tonight's. */
const TONIGHT_MS = 12 * 60 * 60_000;

/** Tonight's events, or where there are none the next one: what a door most likely serves. */
function likelyEvents(events: readonly EventSummary[], nowMs: number): readonly string[] {
  const tonight = events.filter(({ doorsAt, endsAt }) => endsAt > nowMs && doorsAt - nowMs < TONIGHT_MS);
  return (tonight.length > 0 ? tonight : events.slice(0, 1)).map(({ eventId }) => eventId);
}

interface EventChoiceProps {
  readonly event: EventSummary;
  readonly number: number;
  readonly isChosen: boolean;
  readonly nowMs: number;
  readonly onToggle: () => void;
}

function EventChoice({ event, number, isChosen, nowMs, onToggle }: EventChoiceProps) {
  const { locale } = useLocale();
  return (
    <li className="door-choice" data-chosen={isChosen}>
      <Checkbox isSelected={isChosen} onChange={onToggle}>
        <span className="door-choice-title">{event.title}</span>
        <span className="door-choice-detail">
          {eventTimeText(event.startsAt, event.timeZone, nowMs, locale)} · {event.venueName}
        </span>
      </Checkbox>
      <Kbd keys={`${number}`} />
    </li>
  );
}

/** What this door lets in to: one event or several. */
export function DoorSetup({ session, gate }: { readonly session: DoorSession; readonly gate: string | null }) {
  const events = useProgramState((state) => state.events).slice(0, MOST_EVENTS);
  const [nowMs] = useState(() => Date.now());
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const chosen = useMemo(() => ticked ?? likelyEvents(events, nowMs), [ticked, events, nowMs]);
  const toggle = (eventId: string): void =>
    setTicked(chosen.includes(eventId) ? chosen.filter((each) => each !== eventId) : [...chosen, eventId]);
  const actions = useActions(doorSetupActions, {
    eventCount: events.length,
    chosenCount: chosen.length,
    toggle: (index) => toggle(events[index]?.eventId ?? ''),
    serve: () => session.serve(chosen),
  });
  if (events.length === 0)
    return <EmptyState title={text('doorScreen.serve.empty')}>{text('doorScreen.serve.empty.text')}</EmptyState>;
  return (
    <section className="door-setup" aria-labelledby="door-setup-title">
      <h1 id="door-setup-title">{text('doorScreen.serve.title')}</h1>
      <p className="door-setup-text">{text('doorScreen.serve.text')}</p>
      <ul
        className="door-choices"
        role="presentation"
        // A tick box that has the focus keeps Enter from the actions, though it has no use for it.
        onKeyDown={(event) => {
          if (event.key === 'Enter' && chosen.length > 0) session.serve(chosen);
        }}
      >
        {events.map((event, index) => (
          <EventChoice
            key={event.eventId}
            event={event}
            number={index + 1}
            isChosen={chosen.includes(event.eventId)}
            nowMs={nowMs}
            onToggle={() => toggle(event.eventId)}
          />
        ))}
      </ul>
      <dl className="door-setup-gate">
        <dt>{text('doorScreen.gate')}</dt>
        <dd>
          <strong>{gate}</strong>
          <span>{text('doorScreen.serve.gateHint')}</span>
        </dd>
      </dl>
      <ActionButton action={actions['door.serve']} tone="primary" size="large" />
    </section>
  );
}
