/** The door's map: who has come, seat by seat and by section, as the scans come in. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { useEventMap, useProgram } from '../../app/use-program.ts';
import { createArrivalsTheme } from '../../canvas/column-themes.ts';
import { SeatChooser } from '../../canvas/SeatChooser.tsx';
import { useSeatColumn } from '../../canvas/use-seat-column.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { followArrivals } from './follow-arrivals.ts';
import { sectionArrivals, type SectionArrivals } from './section-arrivals.ts';

export interface ArrivalsMapProps {
  readonly events: readonly { readonly eventId: string; readonly title: string }[];
}

export function ArrivalsMap({ events }: ArrivalsMapProps) {
  const [chosenId, choose] = useState<string | null>(null);
  const eventId = chosenId ?? events[0]?.eventId ?? null;
  const { map, error } = useEventMap(eventId);
  return (
    <div className="door-map" data-theme="light">
      {events.length > 1 && eventId !== null ? (
        <div className="door-map-bar">
          <Segmented
            label={text('doorScreen.map.event')}
            segments={events.map(({ eventId: id, title }) => ({ id, name: title }))}
            value={eventId}
            onChange={choose}
          />
        </div>
      ) : null}
      {map ? (
        <Arrivals key={map.event.eventId} map={map} />
      ) : error ? (
        <EmptyState title={text('doorScreen.map.notRead')}>{error.message}</EmptyState>
      ) : (
        <Skeleton lines={8} />
      )}
    </div>
  );
}

const NOTHING_CHOSEN: readonly number[] = [];

function useArrivals({ event, columns, source: states }: EventMap) {
  const { bridge } = useProgram();
  const { column, source } = useSeatColumn(columns, states);
  const theme = useMemo(() => createArrivalsTheme(column), [column]);
  const [error, told] = useState<AppError | null>(null);
  const { eventId } = event;
  useEffect(
    () =>
      followArrivals({
        eventId,
        column,
        states,
        ask: (input) => bridge.call('door.arrivals', input),
        onScans: (listener) => bridge.on('scans', listener),
        onResume: (listener) => bridge.onResume(listener),
        told,
      }),
    [bridge, eventId, column, states],
  );
  const version = useSyncExternalStore(source.subscribe, source.version);
  const sections = useMemo(
    () => ({ version, rows: sectionArrivals(columns, states.states(), column.values) }),
    [version, columns, states, column],
  );
  return { theme, source, sections: sections.rows, error };
}

function Arrivals({ map }: { readonly map: EventMap }) {
  const { theme, source, sections, error } = useArrivals(map);
  return (
    <>
      {error ? <Message tone="bad">{text('doorScreen.map.behind', { reason: error.message })}</Message> : null}
      {sections.length === 0 ? (
        <EmptyState title={text('doorScreen.map.nobody')}>{text('doorScreen.map.nobody.text')}</EmptyState>
      ) : (
        <div className="door-map-house">
          <SeatChooser
            columns={map.columns}
            shapes={map.shapes}
            areas={map.areas}
            source={source}
            theme={theme}
            label={text('doorScreen.map.label', { title: map.event.title })}
            chosen={NOTHING_CHOSEN}
          />
          <ul className="door-sections" aria-label={text('doorScreen.map.sections')}>
            {sections.map((section) => (
              <Section key={section.sectionId} section={section} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Section({ section: { name, sold, inside, seenTwice, wrongDoor } }: { readonly section: SectionArrivals }) {
  return (
    <li data-full={inside === sold}>
      <p className="door-section-name">{name}</p>
      <p className="figures">
        {inside === sold
          ? text('doorScreen.group.all', { total: sold })
          : text('doorScreen.group', { inside, total: sold })}
      </p>
      {seenTwice > 0 ? (
        <p className="door-section-alarm">{text('doorScreen.map.twice', { count: seenTwice })}</p>
      ) : null}
      {wrongDoor > 0 ? (
        <p className="door-section-alarm">{text('doorScreen.map.wrong', { count: wrongDoor })}</p>
      ) : null}
    </li>
  );
}
