/** The door's session in React. It belongs to the program, not to the screen: coming back finds it as it was left. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { DoorCounts } from '../../../src-shared/contract/door.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { Program } from '../../app/program.ts';
import { useProgram, useReading } from '../../app/use-program.ts';
import { createDoorSession, type DoorSession, type DoorState } from './door-session.ts';
import { createDoorSounds } from './door-sounds.ts';

const sessions = new WeakMap<Program, DoorSession>();

function sessionOf(program: Program): DoorSession {
  const known = sessions.get(program);
  if (known) return known;
  const session = createDoorSession({
    play: createDoorSounds(),
    calls: {
      scan: (input) => program.bridge.call('door.scan', input),
      admitByHand: (input, seat) => program.act(text('doorScreen.admit.act', { seat }), 'door.admitByHand', input),
      correct: (input, seat) => program.act(text('doorScreen.correct.act', { seat }), 'door.correct', input),
    },
  });
  sessions.set(program, session);
  return session;
}

export function useDoorSession(): DoorSession {
  const program = useProgram();
  return useMemo(() => sessionOf(program), [program]);
}

export function useDoorState<T>(session: DoorSession, select: (state: DoorState) => T): T {
  return useStore(session.store, select);
}

/** The name of this PC's gate; null until it is read. */
export function useGate(): string | null {
  return useReading('settings.get', {}, ['settings']).value?.gate ?? null;
}

/** The last five minutes move on by themselves. */
const READ_AGAIN_MS = 20_000;
const NONE_YET: readonly DoorCounts[] = [];

/** How full the events are that this door serves; none until they are read. */
export function useDoorCounts(eventIds: readonly string[]): readonly DoorCounts[] {
  const counts = useReading('door.counts', { eventIds: [...eventIds] }, ['admissions', 'scans', 'tickets', 'events']);
  const { readAgain } = counts;
  useEffect(() => {
    const timer = setInterval(readAgain, READ_AGAIN_MS);
    return () => clearInterval(timer);
  });
  return counts.value ?? NONE_YET;
}

/** The whole window in the door's black, dialogs and all, while the screen is shown. */
export function useDoorTheme(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset['theme'];
    dataset['theme'] = 'door';
    return () => {
      dataset['theme'] = before;
    };
  }, []);
}
