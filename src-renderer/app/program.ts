/**
 * What every screen shares: the bridge, who is signed in, the house, tonight's events and which of them is chosen.
 * It must not know any screen.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallTable } from '../../src-shared/contract/calls.ts';
import type { EventSummary } from '../../src-shared/contract/event.ts';
import type { House, SignedIn } from '../../src-shared/contract/session.ts';
import type { TableName } from '../../src-shared/contract/notices.ts';
import type { Permission } from '../../src-shared/domain/access/permissions.ts';
import type { AppError, Result } from '../../src-shared/domain/result.ts';
import type { CallOptions } from '../bridge/bridge.ts';
import type { ProgramBridge } from '../bridge/program-bridge.ts';
import { createEventMaps, type EventMaps } from './event-maps.ts';

/** An act that needs somebody else's right: shown as a PIN pad in place. */
export interface OverrideRequest {
  readonly act: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  allow(personId: string, pin: string): Promise<Result<unknown>>;
  cancel(): void;
}

export interface ProgramState {
  readonly house: House | null;
  readonly signedIn: SignedIn | null;
  readonly lastUserId: string | null;
  /** Today's and the next, soonest first. */
  readonly events: readonly EventSummary[];
  readonly chosenEventId: string | null;
  readonly printQueue: number;
  /** Seats in this counter's open baskets, by event. */
  readonly basketSeats: Readonly<Record<string, number>>;
  readonly override: OverrideRequest | null;
}

export interface Program {
  readonly bridge: ProgramBridge;
  readonly store: StoreApi<ProgramState>;
  readonly maps: EventMaps;
  start(): Promise<void>;
  signIn(userId: string, pin: string): Promise<Result<SignedIn>>;
  lock(): void;
  chooseEvent(eventId: string): void;
  may(permission: Permission): boolean;
  /**
   * Does something a person asked for. Where the right is missing and others have it, their PIN is asked for in
   * place; `act` says for what, in a sentence.
   */
  act<N extends keyof CallTable & string>(
    act: string,
    name: N,
    input: CallTable[N]['input'],
    options?: Pick<CallOptions, 'action'>,
  ): Promise<Result<CallTable[N]['output']>>;
  /** Runs after any command that touched one of the tables, and when notices may have been missed. */
  onChange(tables: readonly TableName[], listener: () => void): () => void;
}

const FIRST: ProgramState = {
  house: null,
  signedIn: null,
  lastUserId: null,
  events: [],
  chosenEventId: null,
  printQueue: 0,
  basketSeats: {},
  override: null,
};

interface NotPermitted {
  readonly people: OverrideRequest['people'];
}

export function createProgram(bridge: ProgramBridge): Program {
  const store = createStore<ProgramState>(() => FIRST);
  const maps = createEventMaps(bridge);

  const onChange: Program['onChange'] = (tables, listener) => {
    const stops = [
      bridge.on('changed', (notice) => {
        if (notice.tables.some((table) => tables.includes(table))) listener();
      }),
      bridge.onResume(listener),
    ];
    return () => stops.forEach((stop) => stop());
  };

  async function readHouse(): Promise<void> {
    const house = await bridge.call('session.house', {});
    if (house.ok) store.setState({ house: house.value });
  }

  async function readEvents(): Promise<void> {
    if (!store.getState().signedIn) return;
    const events = await bridge.call('event.today', {});
    if (!events.ok) return;
    const { chosenEventId } = store.getState();
    const chosen = events.value.some((event) => event.eventId === chosenEventId)
      ? chosenEventId
      : (events.value[0]?.eventId ?? null);
    store.setState({ events: events.value, chosenEventId: chosen });
  }

  async function readPrintQueue(): Promise<void> {
    if (!store.getState().signedIn) return;
    const queue = await bridge.call('print.queue', {});
    if (queue.ok) store.setState({ printQueue: queue.value.length });
  }

  return {
    bridge,
    store,
    maps,
    onChange,
    start: async () => {
      onChange(['users', 'agencies', 'devices'], () => void readHouse());
      onChange(['events', 'eventSeats'], () => void readEvents());
      onChange(['printItems'], () => void readPrintQueue());
      await readHouse();
    },
    signIn: async (userId, pin) => {
      const signedIn = await bridge.call('session.signIn', { userId, pin });
      if (!signedIn.ok) return signedIn;
      bridge.setSession(signedIn.value.session);
      store.setState({ signedIn: signedIn.value, lastUserId: userId });
      await Promise.all([readEvents(), readPrintQueue()]);
      return signedIn;
    },
    lock: () => {
      void bridge.call('session.signOut', {});
      bridge.setSession(null);
      store.setState({ signedIn: null, override: null });
    },
    chooseEvent: (eventId) => store.setState({ chosenEventId: eventId }),
    may: (permission) => store.getState().signedIn?.permissions.includes(permission) ?? false,
    act: async (act, name, input, options = {}) => {
      const action = options.action ?? crypto.randomUUID();
      const result = await bridge.call(name, input, { action });
      const canAsk =
        !result.ok && result.error.code === 'NOT_PERMITTED' && (result.error.data as NotPermitted).people.length > 0;
      return canAsk ? askForOverride({ bridge, store }, act, name, input, result.error, { action }) : result;
    },
  };
}

/** Shows the PIN pad and waits for it: the act with somebody's PIN, or the refusal when it is given up. */
function askForOverride<N extends keyof CallTable & string>(
  { bridge, store }: Pick<Program, 'bridge' | 'store'>,
  act: string,
  name: N,
  input: CallTable[N]['input'],
  error: AppError,
  options: CallOptions,
): Promise<Result<CallTable[N]['output']>> {
  const { people } = error.data as NotPermitted;
  return new Promise((resolve) => {
    const end = (result: Result<CallTable[N]['output']>): void => {
      store.setState({ override: null });
      resolve(result);
    };
    store.setState({
      override: {
        act,
        people,
        cancel: () => end({ ok: false, error }),
        allow: async (userId, pin) => {
          const result = await bridge.call(name, input, { ...options, override: { userId, pin } });
          const isPinRefused = !result.ok && ['WRONG_PIN', 'PIN_LOCKED', 'NOT_PERMITTED'].includes(result.error.code);
          // A refusal of the act itself ends the dialog: the screen behind it says what is wrong.
          if (!isPinRefused) end(result);
          return isPinRefused ? result : { ok: true, value: null };
        },
      },
    });
  });
}
