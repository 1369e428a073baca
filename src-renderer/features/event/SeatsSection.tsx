import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { EventDetail } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundAction } from '../../app/actions/action.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { SeatChoiceBar } from '../../app/SeatChoiceBar.tsx';
import { useAct } from '../../app/use-act.ts';
import { useEventMap, useReading } from '../../app/use-program.ts';
import { createHoldTheme, createLevelTheme, createOwnershipTheme, type SeatTheme } from '../../canvas/marks.ts';
import { SeatChooser } from '../../canvas/SeatChooser.tsx';
import type { SeatLayer } from '../../canvas/seat-layer.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { sortChosen } from './chosen-seats.ts';
import { eventChoiceActions, seatWorkActions } from './event-actions.ts';
import { HoldList } from './HoldList.tsx';
import { SeatStoryPanel } from './SeatStoryPanel.tsx';
import { SeatWorkDialog, type SeatWork } from './SeatWorkDialog.tsx';

/** The event's seats on the map: made in one step, then held, released, blocked and unblocked. */
export function SeatsSection({ event }: { readonly event: EventDetail }) {
  return event.seatsGenerated ? <HeldSeats event={event} /> : <MakeSeats event={event} />;
}

function MakeSeats({ event }: { readonly event: EventDetail }) {
  const act = useAct();
  const maps = useReading('map.list', {}, ['mapVersions']);
  const version = maps.value
    ?.flatMap(({ versions }) => versions)
    .find(({ mapVersionId }) => mapVersionId === event.mapVersionId);
  const make = () =>
    void act.run(text('eventScreen.generate.act', { title: event.title }), 'event.generateSeats', {
      eventId: event.eventId,
    });
  return (
    <div className="event-section">
      {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
      <EmptyState
        title={text('eventScreen.generate.title')}
        action={
          <Button tone="primary" isPending={act.isBusy} onPress={make}>
            {version ? text('eventScreen.generate.count', { count: version.seatCount }) : text('eventScreen.generate')}
          </Button>
        }
      >
        {text('eventScreen.generate.text')}
      </EmptyState>
    </div>
  );
}

function HeldSeats({ event }: { readonly event: EventDetail }) {
  const { map, error } = useEventMap(event.eventId);
  if (error && !map) return <EmptyState title={text('office.notRead')}>{error.message}</EmptyState>;
  if (!map) return <Skeleton lines={8} />;
  return <SeatWorkbench event={event} map={map} />;
}

type ThemeName = 'holds' | 'levels' | 'ownership';

function useTheme(event: EventDetail, name: ThemeName): SeatTheme {
  const { holds, levels } = event;
  return useMemo(() => {
    if (name === 'levels') return createLevelTheme(levels, holds);
    return name === 'ownership' ? createOwnershipTheme() : createHoldTheme(holds);
  }, [name, holds, levels]);
}

interface WorkbenchProps {
  readonly event: EventDetail;
  readonly map: EventMap;
}

function useSeatWork({ event, map }: WorkbenchProps) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [work, setWork] = useState<SeatWork | null>(null);
  const { source } = map;
  const version = useSyncExternalStore(source.subscribe, source.version);
  const sorted = useMemo(
    () => ({ version, ...sortChosen(source.states(), chosen, event.holds) }),
    [source, version, chosen, event.holds],
  );
  const [hold] = sorted.holds;
  const context = useMemo(
    () => ({
      chosen: chosen.length,
      held: sorted.held.length,
      blocked: sorted.blocked.length,
      holds: sorted.holds.length,
      hold: () => setWork({ kind: 'HOLD', ordinals: chosen }),
      release: () => {
        if (hold) setWork({ kind: 'RELEASE', ordinals: sorted.held, hold });
      },
      block: () => setWork({ kind: 'BLOCK', ordinals: chosen }),
      unblock: () => setWork({ kind: 'UNBLOCK', ordinals: sorted.blocked }),
    }),
    [chosen, sorted, hold],
  );
  const actions = useActions(seatWorkActions, context);
  return { chosen, setChosen, work, setWork, actions };
}

function SeatWorkbench({ event, map }: WorkbenchProps) {
  const { chosen, setChosen, work, setWork, actions } = useSeatWork({ event, map });
  const [themeName, setThemeName] = useState<ThemeName>('holds');
  const theme = useTheme(event, themeName);
  const layer = useRef<SeatLayer | null>(null);
  const chooseHold = useCallback(
    (position: number) => {
      const { hold } = map.source.states();
      setChosen(Array.from(hold.keys()).filter((ordinal) => hold[ordinal] === position + 1));
    },
    [map.source, setChosen],
  );
  const themes: ThemeName[] = event.inventory === 'HOUSE' ? ['holds', 'levels'] : ['holds', 'levels', 'ownership'];
  const story = chosen.length === 1 ? map.columns.ids.at(chosen[0]!) : undefined;
  return (
    <div className="ui-split event-seats">
      <SeatChooser
        ref={layer}
        columns={map.columns}
        shapes={map.shapes}
        areas={map.areas}
        source={map.source}
        theme={theme}
        label={event.title}
        chosen={chosen}
        onChoose={setChosen}
        onStory={(ordinal) => setChosen([ordinal])}
        bar={<SeatChoiceBar table={eventChoiceActions} columns={map.columns} chosen={chosen} onChoose={setChosen} />}
      />
      <div className="event-seats-column">
        <div className="event-seats-work">
          {Object.values<BoundAction>(actions).map((action) => (
            <ActionButton key={action.id} action={action} size="compact" />
          ))}
        </div>
        {story ? (
          <SeatStoryPanel event={event} seatId={story} />
        ) : (
          <HoldList
            event={event}
            onChoose={chooseHold}
            onRelease={(hold) => setWork({ kind: 'RELEASE', ordinals: null, hold })}
          />
        )}
        <div className="event-seats-foot">
          <Select
            size="compact"
            label={text('eventScreen.mapBy')}
            choices={themes.map((id) => ({ id, name: text(`eventScreen.mapBy.${id}`) }))}
            value={themeName}
            onChange={(id) => setThemeName(id as ThemeName)}
          />
        </div>
      </div>
      {work ? (
        <SeatWorkDialog
          event={event}
          columns={map.columns}
          work={work}
          onClose={() => setWork(null)}
          onDone={() => {
            setWork(null);
            setChosen([]);
          }}
        />
      ) : null}
    </div>
  );
}
