/**
 * The window's one way to its core. It must not know which shell it runs in.
 *
 * 1. One action id per thing a person does, repeated on every retry, so that the core runs it once.
 * 2. A core that was lost in the middle of a call is asked again, until it answers or cannot be had.
 */
import type { CallRequest } from '../../src-shared/contract/wire.ts';
import type { AppError, Result } from '../../src-shared/domain/result.ts';
import { createListeners } from './listeners.ts';
import { backOffMs, browserWaiting, type Connection, type Transport, type Waiting } from './transport.ts';

/** Name of a call → what goes in and what comes out. */
export type Calls<Table> = { readonly [Name in keyof Table]: { readonly input: unknown; readonly output: unknown } };

export interface CallOptions {
  /** Given where one act of a person may be sent more than once (Enter twice); else each call is an act of its own. */
  readonly action?: string;
  /** A manager's PIN in place, for this one call. */
  readonly override?: { readonly userId: string; readonly pin: string };
}

export interface Bridge<Table extends Calls<Table>, Topics = Record<string, unknown>> {
  /** Always answers; what went wrong is in the result. */
  call<Name extends keyof Table & string>(
    name: Name,
    input: Table[Name]['input'],
    options?: CallOptions,
  ): Promise<Result<Table[Name]['output']>>;
  on<Topic extends keyof Topics & string>(topic: Topic, listener: (data: Topics[Topic]) => void): () => void;
  /** Notices may have been missed: read again what is shown. */
  onResume(listener: () => void): () => void;
  /** The same object until it changes, so that it can be read while rendering. */
  connection(): Connection;
  onConnection(listener: (connection: Connection) => void): () => void;
  /** The session every later call is made in; null after signing out. */
  setSession(session: string | null): void;
}

export interface BridgeDeps {
  readonly newActionId?: () => string;
  readonly waiting?: Waiting;
}

/** Waits of 100 ms doubling to 2 s, eighteen of them: half a minute, longer than any restart of a healthy core. */
const retriesMax = 18;
const firstRetryMs = 100;
const longestRetryMs = 2_000;

export function createBridge<Table extends Calls<Table>, Topics = Record<string, unknown>>(
  transport: Transport,
  { newActionId = () => crypto.randomUUID(), waiting = browserWaiting }: BridgeDeps = {},
): Bridge<Table, Topics> {
  const topics = new Map<string, ReturnType<typeof createListeners<unknown>>>();
  const resumed = createListeners<null>();
  const connection = followConnection(transport, () => resumed.tell(null));
  let session: string | null = null;
  let lastCall = 0;

  transport.onNotice(({ topic, data }) => topics.get(topic)?.tell(data));

  /** Waits for its turn or until the core is back, whichever is first. */
  const waitForCore = (attempt: number): Promise<void> =>
    new Promise((resolve) => {
      const stops = [
        waiting.after(backOffMs(attempt, firstRetryMs, longestRetryMs, waiting.random), () => done()),
        resumed.add(() => done()),
      ];
      const done = (): void => {
        for (const stop of stops) stop();
        resolve();
      };
    });

  const send = async (request: CallRequest): Promise<Result<unknown>> => {
    for (let attempt = 0; ; attempt += 1) {
      const { result } = await transport.call(request);
      if (result.ok || result.error.code !== 'CORE_LOST' || attempt >= retriesMax) return result;
      await waitForCore(attempt);
    }
  };

  const call = (name: string, input: unknown, { action, override }: CallOptions = {}): Promise<Result<unknown>> => {
    lastCall += 1;
    const request = { call: lastCall, name, input, action: action ?? newActionId(), session };
    return send(override ? { ...request, override } : request);
  };

  return {
    // The contract's table is the promise both ends keep; the core parses each input by its schema.
    call: call as Bridge<Table, Topics>['call'],
    on(topic, listener) {
      const listeners = topics.get(topic) ?? createListeners<unknown>();
      topics.set(topic, listeners);
      return listeners.add(listener as (data: unknown) => void);
    },
    onResume: (listener) => resumed.add(() => listener()),
    connection: connection.current,
    onConnection: connection.onChange,
    setSession(next) {
      session = next;
    },
  };
}

/** The road's state and the core's made one; `onResume` runs when notices may have been missed. */
function followConnection(transport: Transport, onResume: () => void) {
  const open: Connection = { kind: 'open' };
  const changed = createListeners<Connection>();
  let road = transport.connection();
  let core: Connection = open;
  let current: Connection = road;
  let wasOpen = road.kind === 'open';

  const update = (): void => {
    const next = road.kind === 'open' ? core : road;
    if (next === current) return;
    current = next;
    changed.tell(current);
    if (current.kind !== 'open') return;
    if (wasOpen) onResume();
    wasOpen = true;
  };

  transport.onConnection((next) => {
    road = next.kind === 'open' ? open : next;
    // What the core's state is now, the shell says after the road is open.
    if (next.kind === 'open') core = open;
    update();
  });
  transport.onNotice(({ topic, data }) => {
    if (topic === 'core-lost') core = { kind: 'restarting' };
    else if (topic === 'core-failed') core = { kind: 'failed', error: data as AppError };
    else if (topic === 'core-restarted') core = open;
    else return;
    update();
  });
  return { current: (): Connection => current, onChange: changed.add };
}
