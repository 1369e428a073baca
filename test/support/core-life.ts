/** The real core process on a data folder, as its shell has it: asked, killed, and started with less than a person has. */
import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { connectCore, coreLost, type CoreClient } from '../../src-main/core-port.ts';
import type { CallName, Input, Output } from '../../src-shared/contract/calls.ts';
import type { FromCore } from '../../src-shared/contract/wire.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';

const ENTRY = resolve(import.meta.dirname, '../../src-main/core-process.ts');

export interface CoreLife {
  readonly client: CoreClient;
  kill(): void;
  readonly ended: Promise<void>;
}

export interface CoreLimits {
  /** `ulimit -f`: no file grows beyond so many blocks of 512 bytes. */
  readonly fileBlocks?: number;
}

/** @returns the life, or what the core could not be opened with */
export async function beginCoreLife(data: string, { fileBlocks }: CoreLimits = {}): Promise<Result<CoreLife>> {
  const shell =
    fileBlocks === undefined
      ? { execArgv: [] }
      : { execPath: '/bin/sh', execArgv: ['-c', `ulimit -f ${fileBlocks}; exec "${process.execPath}" "$0" "$@"`] };
  const child = fork(ENTRY, ['--data', data], {
    ...shell,
    serialization: 'advanced',
    // What the core says of itself on a terminal is none of a test's output.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const client = connectCore({
    send: (message) => void (child.connected && child.send(message, undefined, {}, () => undefined)),
    onMessage: (listener) => void child.on('message', (message) => listener(message as unknown as FromCore)),
  });
  const ended = new Promise<void>((done) => {
    child.once('exit', () => {
      client.lose(coreLost());
      done();
    });
  });
  const opened = await client.opened;
  if (!opened.ok) {
    await ended;
    return opened;
  }
  return ok({ client, ended, kill: () => void child.kill('SIGKILL') });
}

/** Somebody at that core's window: signed in, and every act with an action of its own. */
export interface AtCore {
  ask<N extends CallName>(name: N, input: Input<N>, action?: string): Promise<Result<Output<N>>>;
  /** @throws when it is refused */
  must<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
}

export async function signInAt({ client }: CoreLife, name: string, pin: string, newId: () => string): Promise<AtCore> {
  let session: string | null = null;
  const ask: AtCore['ask'] = async (call, input, action = newId()) => {
    const { result } = await client.call({ call: 1, name: call, input, action, session });
    return result as Result<never>;
  };
  const must: AtCore['must'] = async (call, input) => {
    const result = await ask(call, input);
    if (!result.ok) throw new Error(`${call}: ${result.error.code}: ${result.error.message}`);
    return result.value;
  };
  const { people } = await must('session.house', {});
  const person = people.find((one) => one.name === name);
  ({ session } = await must('session.signIn', { userId: person?.id ?? '', pin }));
  return { ask, must };
}
