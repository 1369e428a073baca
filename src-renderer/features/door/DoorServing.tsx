import { Volume2, VolumeX } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions, useListedActions } from '../../app/actions/use-actions.ts';
import { useScan } from '../../app/scan/use-scan.ts';
import { useProgram } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { ArrivalsMap } from './ArrivalsMap.tsx';
import { doorActions, type DoorContext } from './door-actions.ts';
import { DoorSide } from './DoorSide.tsx';
import { correctable, type DoorSession, type Shown } from './door-session.ts';
import { LookUp } from './LookUp.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useDoorCounts, useDoorState } from './use-door.ts';
import { FACES, faceOf, seatText } from './verdict-face.ts';
import { VerdictView } from './VerdictView.tsx';

export interface DoorServingProps {
  readonly session: DoorSession;
  readonly eventIds: readonly string[];
  readonly gate: string;
}

type Panel =
  | { readonly kind: 'LOOK_UP' }
  | { readonly kind: 'ADMIT'; readonly ticketId: string; readonly seat: string }
  | { readonly kind: 'CORRECT'; readonly seat: string };

/** Anything a scanner can have read: a supplier's bar code is told UNKNOWN, not passed over. */
const acceptsAnything = (): boolean => true;

/** A button pressed by the mouse must not keep the keys: Space is for looking up. */
function releaseFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function useIsCoreLost(): boolean {
  const { bridge } = useProgram();
  const [connection, setConnection] = useState(bridge.connection);
  useEffect(() => bridge.onConnection(setConnection), [bridge]);
  return connection.kind !== 'open' && connection.kind !== 'connecting';
}

function useDoorContext(session: DoorSession, openPanel: (panel: Panel) => void, toggleMap: () => void): DoorContext {
  const last = correctable(useDoorState(session, (state) => state.shown));
  const isMuted = useDoorState(session, (state) => state.isMuted);
  const seat = last ? seatText(last.ticket) : null;
  return useMemo(
    () => ({
      canCorrect: seat !== null,
      isMuted,
      lookUp: () => openPanel({ kind: 'LOOK_UP' }),
      correct: () => openPanel({ kind: 'CORRECT', seat: seat ?? '' }),
      toggleMap: () => {
        releaseFocus();
        toggleMap();
      },
      chooseEvents: () => {
        releaseFocus();
        session.stopServing();
      },
      toggleSound: () => {
        releaseFocus();
        session.toggleSound();
      },
    }),
    [session, openPanel, toggleMap, seat, isMuted],
  );
}

interface DoorBarProps {
  readonly session: DoorSession;
  readonly context: DoorContext;
  readonly isMapShown: boolean;
}

function DoorBar({ session, context, isMapShown }: DoorBarProps) {
  const actions = useActions(doorActions, context);
  const lock = useListedActions().find(({ id }) => id === 'frame.lock');
  const isMuted = useDoorState(session, (state) => state.isMuted);
  return (
    <footer className="door-bar">
      <ActionButton action={actions['door.lookUp']} />
      <ActionButton action={actions['door.correct']} />
      <ActionButton action={actions['door.map']}>
        {text(isMapShown ? 'doorScreen.map.close' : 'doorScreen.map')}
      </ActionButton>
      <span className="door-bar-gap" />
      <Button data-action="door.sound" tone="quiet" icon={isMuted ? VolumeX : Volume2} onPress={context.toggleSound}>
        {text(isMuted ? 'doorScreen.sound.off' : 'doorScreen.sound.on')}
      </Button>
      <ActionButton action={actions['door.events']} tone="quiet" />
      {lock ? <ActionButton action={lock} tone="quiet" /> : null}
    </footer>
  );
}

function DoorPanel(
  props: DoorServingProps & { readonly panel: Panel; readonly onPanel: (panel: Panel | null) => void },
) {
  const { session, eventIds, gate, panel, onPanel } = props;
  if (panel.kind === 'LOOK_UP')
    return (
      <LookUp
        eventIds={eventIds}
        onClose={() => onPanel(null)}
        onTake={(found) => onPanel({ kind: 'ADMIT', ...found })}
      />
    );
  const { seat } = panel;
  return (
    <ReasonDialog
      act={panel.kind}
      seat={seat}
      onClose={() => onPanel(null)}
      onGive={(reason) => {
        onPanel(null);
        void (panel.kind === 'ADMIT'
          ? session.admitByHand({ ticketId: panel.ticketId, seat }, reason, gate)
          : session.correct(reason, gate));
      }}
    />
  );
}

/**
 * The map stands for the moment it was asked for in: it is gone as soon as something is asked or answered, so that it
 * never hides a verdict.
 */
function useMapToggle(session: DoorSession): { isMapShown: boolean; toggleMap: () => void } {
  const shown = useDoorState(session, (state) => state.shown);
  const isBusy = useDoorState(session, (state) => state.isBusy);
  const [over, setOver] = useState<{ readonly shown: Shown | null } | null>(null);
  const isMapShown = over !== null && over.shown === shown && !isBusy;
  const toggleMap = useCallback(() => setOver(isMapShown ? null : { shown }), [isMapShown, shown]);
  return { isMapShown, toggleMap };
}

/** The door at work: one colour from edge to edge until the next scan. */
export function DoorServing(props: DoorServingProps) {
  const { session, eventIds, gate } = props;
  const [panel, setPanel] = useState<Panel | null>(null);
  const { isMapShown, toggleMap } = useMapToggle(session);
  const context = useDoorContext(session, setPanel, toggleMap);
  const counts = useDoorCounts(eventIds);
  const shown = useDoorState(session, (state) => state.shown);
  const isBusy = useDoorState(session, (state) => state.isBusy);
  const isCoreLost = useIsCoreLost();
  useScan(
    (scanned) => {
      setPanel(null);
      return session.scan(scanned, gate);
    },
    { accepts: acceptsAnything, refuse: session.refuse, isOverDialogs: true },
  );
  const look =
    shown?.kind === 'ANSWER' ? FACES[faceOf(shown.answer, shown.isCorrection)].look : FACES['NOT_TAKEN'].look;
  return (
    <div className="door" data-look={isMapShown ? undefined : look}>
      <main className="door-verdict-place">
        {isMapShown ? (
          <ArrivalsMap events={counts} />
        ) : (
          <VerdictView shown={shown} isBusy={isBusy} isCoreLost={isCoreLost} />
        )}
      </main>
      <DoorSide session={session} counts={counts} gate={gate} isCoreLost={isCoreLost} />
      <DoorBar session={session} context={context} isMapShown={isMapShown} />
      {panel ? <DoorPanel {...props} panel={panel} onPanel={setPanel} /> : null}
    </div>
  );
}
