import { DoorServing } from './DoorServing.tsx';
import { DoorSetup } from './DoorSetup.tsx';
import { useDoorSession, useDoorState, useDoorTheme, useGate } from './use-door.ts';
import './door.css';

/** The door: first what it lets in to, then one verdict after the other from edge to edge. */
export function DoorScreen() {
  useDoorTheme();
  const session = useDoorSession();
  const eventIds = useDoorState(session, (state) => state.eventIds);
  const gate = useGate();
  return eventIds && gate !== null ? (
    <DoorServing session={session} eventIds={eventIds} gate={gate} />
  ) : (
    <DoorSetup session={session} gate={gate} />
  );
}
