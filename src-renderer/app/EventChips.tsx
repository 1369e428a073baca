import { ShoppingBasket } from 'lucide-react';
import { Group, ToggleButton, useLocale } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { eventTimeText, toCurtainText } from './event-time.ts';
import { EVENT_NUMBERS } from './frame-actions.ts';
import type { EventChip } from './frame-model.ts';
import './EventChips.css';

export interface EventChipsProps {
  readonly events: readonly EventChip[];
  readonly chosenId: string | null;
  readonly nowMs: number;
  readonly onChoose: (eventId: string) => void;
}

/** Today's and the next events; each keeps its own basket. */
export function EventChips({ events, chosenId, nowMs, onChoose }: EventChipsProps) {
  const { locale } = useLocale();
  if (events.length === 0) return <p className="app-events-none">{text('frame.event.none')}</p>;
  return (
    <Group className="app-events" aria-label={text('frame.events')}>
      {events.slice(0, EVENT_NUMBERS.length).map((event, index) => {
        const toCurtain = toCurtainText(event.startsAtMs, nowMs);
        return (
          <ToggleButton
            key={event.id}
            className="app-event"
            data-action={`frame.event.${index + 1}`}
            isSelected={event.id === chosenId}
            onChange={() => onChoose(event.id)}
          >
            <span className="app-event-head">
              <span className="app-event-name">{event.name}</span>
              {event.basketSeats > 0 ? (
                <span className="app-event-basket">
                  <ShoppingBasket aria-hidden="true" strokeWidth={2} />
                  <span aria-hidden="true">{event.basketSeats}</span>
                  <span className="visually-hidden">{text('frame.event.parked', { count: event.basketSeats })}</span>
                </span>
              ) : null}
            </span>
            <span className="app-event-when">
              {eventTimeText(event.startsAtMs, event.timeZone, nowMs, locale)}
              {toCurtain ? <span className="app-event-curtain">{toCurtain}</span> : null}
            </span>
            <span className="app-event-free">{text('frame.event.free', { count: event.freeSeats })}</span>
          </ToggleButton>
        );
      })}
    </Group>
  );
}
