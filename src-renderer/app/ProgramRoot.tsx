/** Joins the program to the frame: what the frame shows, and what it may ask for. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../src-shared/text/text.ts';
import type { Connection } from '../bridge/transport.ts';
import { MapGlides } from '../canvas/glide.ts';
import type { ActionRegistry } from './actions/action.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { App } from './App.tsx';
import { AREA_RIGHTS } from './area-rights.ts';
import { permittedAreas, type FrameModel, type FrameServices, type HouseState } from './frame-model.ts';
import { OverrideDialog } from './OverrideDialog.tsx';
import type { Program } from './program.ts';
import type { Router } from './router.ts';
import { SCREENS } from './screens.ts';
import { searchPalette } from './search-palette.ts';
import { useNow } from './use-now.ts';
import { ProgramContext, useProgramState, useReading } from './use-program.ts';

export interface ProgramRootProps {
  readonly program: Program;
  readonly registry: ActionRegistry;
  readonly router: Router;
  readonly locale: string;
}

function useConnection(program: Program): Connection {
  const [connection, setConnection] = useState(() => program.bridge.connection());
  useEffect(() => program.bridge.onConnection(setConnection), [program]);
  return connection;
}

function houseState(connection: Connection): HouseState {
  return connection.kind === 'open' || connection.kind === 'connecting' ? { kind: 'ALONE' } : { kind: 'CORE_LOST' };
}

/** A person with the role as people say it. */
function inWords(person: { readonly id: string; readonly name: string; readonly role: string }) {
  return { id: person.id, name: person.name, role: text(`role.${person.role}` as 'role.CLERK') };
}

function useFrameModel(program: Program, connection: Connection): FrameModel {
  const state = useStore(program.store);
  const nowMs = useNow();
  return useMemo(() => {
    const { signedIn, house } = state;
    return {
      houseName: house?.name ?? '',
      user: signedIn ? { ...inWords(signedIn.user), permissions: signedIn.permissions } : null,
      people: (house?.people ?? []).map(inWords),
      lastUserId: state.lastUserId,
      events: state.events.slice(0, 6).map((event) => ({
        id: event.eventId,
        name: event.title,
        startsAtMs: event.startsAt,
        timeZone: event.timeZone,
        freeSeats: event.counts.available,
        basketSeats: state.basketSeats[event.eventId] ?? 0,
      })),
      chosenEventId: state.chosenEventId,
      exceptions: 0,
      printQueue: state.printQueue,
      house: houseState(connection),
      nowMs,
      undoLabel: null,
      hidesRail: signedIn?.user.role === 'DOOR',
    };
  }, [state, connection, nowMs]);
}

function useFrameServices(program: Program, router: Router): FrameServices {
  return useMemo(
    () => ({
      signIn: (personId, pin) => program.signIn(personId, pin),
      lock: () => program.lock(),
      chooseEvent: (eventId) => {
        program.chooseEvent(eventId);
        if (router.store.getState().area !== 'door') router.open('sell');
      },
      findEvent: () => router.open('events'),
      openExceptions: () => router.open('reports'),
      openPrintQueue: () => router.open('bookings', { panel: 'print' }),
      undo: () => undefined,
      search: (words) => searchPalette(program, router, words),
    }),
    [program, router],
  );
}

/** Whoever signs in stands where they may be: a door's own people at the door, others in their first area. */
function useOwnArea(program: Program, router: Router): void {
  const signedIn = useStore(program.store, (state) => state.signedIn);
  useEffect(() => {
    if (!signedIn) return;
    const areas = permittedAreas(signedIn.permissions, AREA_RIGHTS);
    if (areas.includes(router.store.getState().area)) return;
    const first = signedIn.user.role === 'DOOR' ? 'door' : areas[0];
    if (first) router.open(first);
  }, [signedIn, router]);
}

/** What this PC is set to, for all its maps. */
function PcMaps({ children }: { readonly children: ReactNode }) {
  const isSignedIn = useProgramState(({ signedIn }) => signedIn !== null);
  const settings = useReading('settings.get', isSignedIn ? {} : null, ['settings']);
  return <MapGlides value={settings.value?.mapGlides ?? false}>{children}</MapGlides>;
}

export function ProgramRoot({ program, registry, router, locale }: ProgramRootProps) {
  const connection = useConnection(program);
  const model = useFrameModel(program, connection);
  const services = useFrameServices(program, router);
  const override = useStore(program.store, (state) => state.override);
  useOwnArea(program, router);
  if (connection.kind === 'refused' || connection.kind === 'failed')
    return (
      <main>
        <EmptyState title={text('program.cannotOpen')}>
          {connection.kind === 'failed' ? connection.error.message : text('program.addressUsed')}
        </EmptyState>
      </main>
    );
  return (
    <ProgramContext value={program}>
      <PcMaps>
        <App
          locale={locale}
          model={model}
          services={services}
          areaRights={AREA_RIGHTS}
          registry={registry}
          router={router}
          screens={SCREENS}
        />
      </PcMaps>
      {override ? (
        <OverrideDialog
          act={override.act}
          people={override.people.map(inWords)}
          allow={override.allow}
          onDone={() => undefined}
          onCancel={override.cancel}
        />
      ) : null}
    </ProgramContext>
  );
}
