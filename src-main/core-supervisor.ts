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
  const patience = createPatience(limits);
  const listeners = new Set<(notice: Notice) => void>();
  let state: CoreState = { kind: 'stopped' };
  let life: Life | null = null;
  let starts = 0;
  let started = Promise.withResolvers<Result<null>>();
  let cancelWait = (): void => {};

  const announce = (notice: Notice): void => listeners.forEach((listener) => listener(notice));
  const giveUp = (error: AppError): void => {
    state = { kind: 'failed', error };
    started.resolve({ ok: false, error });
    announce({ topic: 'core-failed', data: error });
  };
  const onReady = (): void => {
    state = { kind: 'running' };
    started.resolve({ ok: true, value: null });
    if (starts > 1) announce({ topic: 'core-restarted', data: null });
  };
  const onDeath = (reason: string, livedMs: number): void => {
    const waitMs = patience.afterDeath(livedMs);
    if (waitMs === null) {
      const message = text('shell.coreKeepsDying', { count: limits.fastDeaths, reason });
      return giveUp({ code: 'CORE_FAILED', message, data: { reason } });
    }
    state = { kind: 'waiting' };
    announce({ topic: 'core-lost', data: { reason } });
    cancelWait = timers.after(waitMs, launch);
  };
  const launch = (): void => {
    state = { kind: 'starting' };
    starts += 1;
    life = beginLife(deps, { onReady, onRefused: giveUp, onDeath, onNotice: announce });
  };

  return {
    state: () => state,
    start() {
      if (state.kind === 'stopped' || state.kind === 'failed') {
        started = Promise.withResolvers<Result<null>>();
        patience.renew();
        life?.leave();
        launch();
      }
      return started.promise;
    },
    call(request: CallRequest): Promise<CallAnswer> {
      if (life && state.kind === 'running') return life.client.call(request);
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
      await life?.end(limits.stopMs);
    },
  };
}

/** One process from its start to its end. */
interface Life {
  readonly client: CoreClient;
  /** Its end is no longer anybody's business. */
  leave(): void;
  /** Tells it to stop, and kills it when it has not ended after `stopMs`; resolves when it is gone. */
  end(stopMs: number): Promise<void>;
}

interface LifeEvents {
  readonly onReady: () => void;
  readonly onRefused: (error: AppError) => void;
  /** `livedMs` counts from when it was ready; 0 when it never was. */
  readonly onDeath: (reason: string, livedMs: number) => void;
  readonly onNotice: (notice: Notice) => void;
}

function beginLife({ startProcess, hostAnswers, timers }: CoreSupervisorDeps, events: LifeEvents): Life {
  const process = startProcess();
  const client = connectCore(process.port, hostAnswers);
  const exited = Promise.withResolvers<null>();
  let readyAt: number | null = null;
  let isOver = false;

  client.on(events.onNotice);
  void client.opened.then((opened) => {
    if (isOver) return;
    if (opened.ok) {
      readyAt = timers.now();
      events.onReady();
    } else {
      isOver = true;
      events.onRefused(opened.error);
    }
  });
  process.onExit((reason) => {
    exited.resolve(null);
    // The death is told before its calls are answered: whoever repeats one at once must not reach this process again.
    const wasOver = isOver;
    isOver = true;
    if (!wasOver) events.onDeath(reason, readyAt === null ? 0 : timers.now() - readyAt);
    client.lose(coreLost());
  });

  return {
    client,
    leave() {
      isOver = true;
    },
    async end(stopMs) {
      isOver = true;
      const cancelKill = timers.after(stopMs, () => process.kill());
      await client.stop();
      await exited.promise;
      cancelKill();
    },
  };
}

type Limits = typeof defaultLimits;

/** How long to wait after a death; null when it is one fast death in a row too many. */
function createPatience(limits: Limits) {
  let fastDeaths = 0;
  return {
    renew: (): void => {
      fastDeaths = 0;
    },
    afterDeath(livedMs: number): number | null {
      fastDeaths = livedMs < limits.fastDeathMs ? fastDeaths + 1 : 0;
      if (fastDeaths >= limits.fastDeaths) return null;
      return Math.min(limits.longestWaitMs, limits.firstWaitMs * 2 ** Math.max(0, fastDeaths - 1));
    },
  };
}
