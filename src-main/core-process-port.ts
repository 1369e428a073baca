/**
 * The core's process as seen from both of its ends, without Electron: `fork` here, and the way up from inside,
 * which is the same for `fork` and for Electron's `utilityProcess`.
 */
import { fork } from 'node:child_process';
import type { FromCore, Port, ToCore } from '../src-shared/contract/wire.ts';
import type { Result } from '../src-shared/domain/result.ts';
import { createHostClient, serveCore, type Core } from './core-port.ts';
import type { CoreProcess } from './core-supervisor.ts';
import type { Host } from './host.ts';

/** What Electron's utilityProcess puts on `process` in its child. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/**
 * The whole life of a core process: opens the core, serves it, and ends with it. `open` is told what the shell can
 * be asked; what it refuses with (data folder in use, database from the future) is what the window says.
 * Exit code 0 after a stop, 1 when the core could not be opened.
 */
export async function runCoreProcess(open: (host: Host) => Promise<Result<Core>>): Promise<void> {
  const shell = openShell();
  const opened = await open(createHostClient(shell.port));
  if (!opened.ok) {
    shell.port.send({ kind: 'failed', error: opened.error });
    await shell.flushed();
    process.exit(1);
  }
  await Promise.race([serveCore(opened.value, shell.port), shell.gone.then(() => opened.value.stop())]);
  await shell.flushed();
  process.exit(0);
}

interface ShellConnection {
  readonly port: Port<FromCore, ToCore>;
  /** Settles when the shell is no more, so that no core outlives its windows. */
  readonly gone: Promise<null>;
  /** Settles when what was sent has left this process. */
  flushed(): Promise<void>;
}

/** Ctrl+C reaches every process of the terminal: the core leaves it to its shell, which then says stop. */
function openShell(): ShellConnection {
  process.on('SIGINT', () => {});
  const { parentPort } = process as { parentPort?: ParentPort };
  return parentPort ? openUtilityShell(parentPort) : openForkShell();
}

/** Electron ends a utility process with its parent, so `gone` never settles here. */
function openUtilityShell(parentPort: ParentPort): ShellConnection {
  return {
    port: {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data as ToCore)),
    },
    gone: new Promise(() => {}),
    flushed: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

function openForkShell(): ShellConnection {
  if (!process.send) throw new Error('the core process is started by a shell: `parterre start`');
  const gone = Promise.withResolvers<null>();
  process.on('disconnect', () => gone.resolve(null));
  let lastSent: Promise<void> = Promise.resolve();
  return {
    port: {
      send(message) {
        // A shell that just died takes no more messages; `gone` deals with that.
        if (!process.connected) return;
        lastSent = new Promise((resolve) => process.send?.(message, undefined, {}, () => resolve()));
      },
      onMessage: (listener) => process.on('message', (message) => listener(message as ToCore)),
    },
    gone: gone.promise,
    flushed: () => lastSent,
  };
}

export interface ForkOptions {
  /** The module that serves the core. */
  readonly entry: string;
  /** Plain arguments such as `--data DIR`; nothing secret, anyone on the machine can read them. */
  readonly args: readonly string[];
}

/** Starts the core as a child of this Node. Messages are structured clones: bytes and typed arrays stay what they are. */
export function forkCore({ entry, args }: ForkOptions): CoreProcess {
  const child = fork(entry, [...args], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Node's own flags would be handed down otherwise: an inspector's port, for one, can be had only once.
    execArgv: [],
  });
  return {
    pid: child.pid,
    port: {
      send(message) {
        // Sending to a child that died is no error here: its exit answers what was waiting.
        if (child.connected) child.send(message, undefined, {}, () => {});
      },
      onMessage: (listener) => {
        child.on('message', (message) => listener(message as unknown as FromCore));
      },
    },
    onExit(listener) {
      let told = false;
      const tell = (reason: string): void => {
        if (!told) listener(reason);
        told = true;
      };
      child.once('exit', (code, signal) => tell(signal ?? `exit code ${code}`));
      child.once('error', (error) => tell(error.message));
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
