/**
 * The core behind a port: one side serves it, the other holds a client that looks the same.
 * Knows nothing of processes: a MessagePort, a child process and a pair in memory all do.
 *
 * 1. Every call gets exactly one answer, even when the core is lost in the middle: then CORE_LOST, and whoever called
 *    repeats it with the same action id.
 * 2. Many windows share one client: their call numbers may collide, so the client numbers calls itself.
 */
import type { CallAnswer, CallRequest, FromCore, Notice, Port, ToCore } from '../src-shared/contract/wire.ts';
import { fail, type AppError, type Result } from '../src-shared/domain/result.ts';
import { text } from '../src-shared/text/text.ts';
import type { Host, HostAnswers, HostRequestName } from './host.ts';

/** What `createCore` gives, and what every shell talks to. */
export interface Core {
  /** Answers every request once; refusals are answers. A rejected promise is a bug. */
  call(request: CallRequest): Promise<CallAnswer>;
  /** Hears every notice until the returned function is called. */
  on(listener: (notice: Notice) => void): () => void;
  /** Finishes what runs and closes the store. */
  stop(): Promise<void>;
}

/** A client of a core at the other end of a port. */
export interface CoreClient extends Core {
  /** Settles when the other end says it is ready, or says why it never will be. */
  readonly opened: Promise<Result<null>>;
  /** The other end is gone: every call without an answer is answered with `error`, and every later one too. */
  lose(error: AppError): void;
}

export function coreLost(): AppError {
  return { code: 'CORE_LOST', message: text('shell.coreLost') };
}

/** Serves a core that is open on its port, until the other end says stop; resolves when the core has stopped. */
export function serveCore(core: Core, port: Port<FromCore, ToCore>): Promise<void> {
  const stopListening = core.on((notice) => port.send({ kind: 'notice', notice }));
  return new Promise((resolve, reject) => {
    port.onMessage((message) => {
      if (message.kind === 'call') {
        void answerCall(core, message.request).then((answer) => port.send({ kind: 'answer', answer }));
      }
      if (message.kind === 'stop') {
        stopListening();
        core.stop().then(resolve, reject);
      }
    });
    port.send({ kind: 'ready' });
  });
}

/** A thrown error is a bug in the core; it may cost its own call and nobody else's. */
async function answerCall(core: Core, request: CallRequest): Promise<CallAnswer> {
  try {
    return await core.call(request);
  } catch (cause) {
    console.error(`call ${request.name} threw`, cause);
    return { call: request.call, result: fail('BUG', text('shell.bug')) };
  }
}

/** The core's end of "ask the shell". Make it before the core, which may ask while it opens. */
export function createHostClient(port: Port<FromCore, ToCore>): Host {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let lastAsk = 0;
  port.onMessage((message) => {
    if (message.kind !== 'answer-host') return;
    waiting.get(message.ask)?.(message.result);
    waiting.delete(message.ask);
  });
  const ask = (name: HostRequestName, input: unknown): Promise<Result<unknown>> =>
    new Promise((resolve) => {
      lastAsk += 1;
      waiting.set(lastAsk, resolve);
      port.send({ kind: 'ask-host', ask: lastAsk, name, input });
    });
  // The shell at the other end is this same program: the table of HostRequests is the promise both keep.
  return { ask: ask as Host['ask'] };
}

/** Speaks to the core at the other end of a port; `answers` is what this shell can do for it. */
export function connectCore(port: Port<ToCore, FromCore>, answers: HostAnswers = {}): CoreClient {
  const listeners = new Set<(notice: Notice) => void>();
  const waiting = new Map<number, { request: CallRequest; resolve: (answer: CallAnswer) => void }>();
  const opening = Promise.withResolvers<Result<null>>();
  let lastCall = 0;
  let lostWith: AppError | null = null;

  port.onMessage((message) => {
    if (message.kind === 'ready') opening.resolve({ ok: true, value: null });
    if (message.kind === 'failed') opening.resolve({ ok: false, error: message.error });
    if (message.kind === 'notice') for (const listener of listeners) listener(message.notice);
    if (message.kind === 'answer') {
      const call = waiting.get(message.answer.call);
      waiting.delete(message.answer.call);
      call?.resolve({ call: call.request.call, result: message.answer.result });
    }
    if (message.kind === 'ask-host') {
      void answerHost(answers, message.name, message.input).then((result) =>
        port.send({ kind: 'answer-host', ask: message.ask, result }),
      );
    }
  });

  return {
    opened: opening.promise,
    call(request) {
      if (lostWith) return Promise.resolve({ call: request.call, result: { ok: false, error: lostWith } });
      return new Promise((resolve) => {
        lastCall += 1;
        waiting.set(lastCall, { request, resolve });
        port.send({ kind: 'call', request: { ...request, call: lastCall } });
      });
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      if (!lostWith) port.send({ kind: 'stop' });
      return Promise.resolve();
    },
    lose(error) {
      lostWith = error;
      opening.resolve({ ok: false, error });
      for (const { request, resolve } of waiting.values())
        resolve({ call: request.call, result: { ok: false, error } });
      waiting.clear();
    },
  };
}

async function answerHost(answers: HostAnswers, name: string, input: unknown): Promise<Result<unknown>> {
  const answer = Object.hasOwn(answers, name) ? answers[name as HostRequestName] : undefined;
  if (!answer) return fail('HOST_CANNOT', text('shell.hostCannot', { name }));
  try {
    return await (answer as (input: unknown) => Promise<Result<unknown>>)(input);
  } catch (cause) {
    console.error(`the shell failed at ${name}`, cause);
    return fail('HOST_FAILED', text('shell.hostFailed', { name, reason: String(cause) }));
  }
}
