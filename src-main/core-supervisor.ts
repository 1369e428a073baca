/**
 * Keeps a core process alive: starts it, starts it again when it dies, and gives up in words when it keeps dying.
 * To a shell it is a core like any other. It must not know what kind of process it holds.
 *
 * 1. A call made while no core is ready is answered CORE_LOST at once; nothing queues here.
 * 2. A core that says `failed` (data folder in use, database from the future) is not started again: trying cannot help.
 * 3. Giving up is counted in fast deaths in a row; one life longer than `fastDeathMs` clears the count.
 * 4. After every start but the first, `core-restarted` tells the windows to read again what they show.
 */
import type { CallAnswer, CallRequest, FromCore, Notice, Port, ToCore } from '../src-shared/contract/wire.ts';
import type { AppError, Result } from '../src-shared/domain/result.ts';
import { text } from '../src-shared/text/text.ts';
import { connectCore, coreLost, type Core, type CoreClient } from './core-port.ts';
import type { HostAnswers } from './host.ts';
import type { Timers } from './timers.ts';

/** A child process that serves a core on its port. */
export interface CoreProcess {
  /** The operating system's number for it, where there is one. */
  readonly pid?: number | undefined;
  readonly port: Port<ToCore, FromCore>;
  /** `reason` is for people and logs: the exit code or the signal. */
  onExit(listener: (reason: string) => void): void;
  kill(): void;
}

export type CoreState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'stopped' };

export interface CoreSupervisor extends Core {
  /** Starts the core, or starts it again after it failed. Ok once it is ready; else why it cannot be had. */
  start(): Promise<Result<null>>;
  state(): CoreState;
}

export interface CoreSupervisorDeps {
  readonly startProcess: () => CoreProcess;
  readonly timers: Timers;
  readonly hostAnswers?: HostAnswers;
  readonly limits?: Partial<typeof defaultLimits>;
}

const defaultLimits = {
  /** A core that dies sooner than this after it was ready died of its start, not of its work. Longer and a crash loop never ends. */
  fastDeathMs: 1_000,
  /** Fast deaths in a row before giving up: with the waits below, some three seconds of trying. */
  fastDeaths: 5,
  /** The first wait before starting again; it doubles up to `longestWaitMs`. The first must not be felt at the counter. */
  firstWaitMs: 100,
  longestWaitMs: 5_000,
  /** How long a core may take to finish what runs after it was told to stop. Then it is killed; the store survives that. */
  stopMs: 10_000,
};

export function createCoreSupervisor(deps: CoreSupervisorDeps): CoreSupervisor {
  const { timers } = deps;
  const limits = { ...defaultLimits, ...deps.limits };
  const listeners = new Set<(notice: Notice) => void>();
  const announce = (topic: string, data: unknown): void => {
    for (const listener of listeners) listener({ topic, data });
  };

  let state: CoreState = { kind: 'stopped' };
  let client: CoreClient | null = null;
  let process: CoreProcess | null = null;
  let exited = Promise.withResolvers<null>();
  let cancelWait = (): void => {};
  let started = Promise.withResolvers<Result<null>>();
  let fastDeaths = 0;
  let starts = 0;

  const giveUp = (error: AppError): void => {
    state = { kind: 'failed', error };
    started.resolve({ ok: false, error });
    announce('core-failed', error);
  };

  const launch = (): void => {
    state = { kind: 'starting' };
    starts += 1;
    const current = deps.startProcess();
    const currentClient = connectCore(current.port, deps.hostAnswers);
    let readyAt: number | null = null;
    process = current;
    client = currentClient;
    exited = Promise.withResolvers<null>();
    const ended = exited;
    currentClient.on(({ topic, data }) => announce(topic, data));
    currentClient.opened.then((opened) => {
      // A core that was lost or replaced before it opened is dealt with where it exits.
      if (process !== current || state.kind !== 'starting') return;
      if (!opened.ok) return giveUp(opened.error);
      readyAt = timers.now();
      state = { kind: 'running' };
      started.resolve({ ok: true, value: null });
      if (starts > 1) announce('core-restarted', null);
    }, giveUpOnBug);
    current.onExit((reason) => {
      ended.resolve(null);
      if (process !== current) return;
      process = null;
      const livedMs = readyAt === null ? 0 : timers.now() - readyAt;
      const wasAskedTo = state.kind === 'stopped' || state.kind === 'failed';
      if (!wasAskedTo) afterDeath(reason, livedMs);
      currentClient.lose(coreLost());
    });
  };

  const giveUpOnBug = (cause: unknown): void => giveUp({ code: 'BUG', message: String(cause) });

  const afterDeath = (reason: string, livedMs: number): void => {
    fastDeaths = livedMs < limits.fastDeathMs ? fastDeaths + 1 : 0;
    if (fastDeaths >= limits.fastDeaths) {
      giveUp({
        code: 'CORE_FAILED',
        message: text('shell.coreKeepsDying', { count: fastDeaths, reason }),
        data: { reason },
      });
      return;
    }
    state = { kind: 'waiting' };
    announce('core-lost', { reason });
    const waitMs = Math.min(limits.longestWaitMs, limits.firstWaitMs * 2 ** Math.max(0, fastDeaths - 1));
    cancelWait = timers.after(waitMs, launch);
  };

  return {
    state: () => state,
    start() {
      if (state.kind === 'stopped' || state.kind === 'failed') {
        started = Promise.withResolvers<Result<null>>();
        fastDeaths = 0;
        launch();
      }
      return started.promise;
    },
    call(request: CallRequest): Promise<CallAnswer> {
      if (client && state.kind === 'running') return client.call(request);
      const error = state.kind === 'failed' ? state.error : coreLost();
      return Promise.resolve({ call: request.call, result: { ok: false, error } });
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      cancelWait();
      state = { kind: 'stopped' };
      started.resolve({ ok: false, error: coreLost() });
      const ending = process;
      if (!ending) return;
      const cancelKill = timers.after(limits.stopMs, () => ending.kill());
      await client?.stop();
      await exited.promise;
      cancelKill();
    },
  };
}
