/**
 * The loopback shell: the same renderer in an installed browser, served on 127.0.0.1, with the core in a child
 * process. It holds no rule of the business.
 *
 * Each address opens one page; `newAddress` makes another (a second `parterre start` asks for it). A page keeps its
 * key through reloads.
 */
import { createServer } from 'node:http';
import { fail, ok, type AppError, type Result } from '../../../src-shared/domain/result.ts';
import { text } from '../../../src-shared/text/text.ts';
import { forkCore } from '../../core-process-port.ts';
import { createCoreSupervisor, type CoreProcess, type CoreSupervisorDeps } from '../../core-supervisor.ts';
import { systemTimers, type Timers } from '../../timers.ts';
import { listRendererFiles } from '../renderer-files.ts';
import { createAdmission, randomSecret } from './admission.ts';
import { cupsAnswers } from './cups.ts';
import { createHttpAnswers } from './http-answers.ts';
import { addressOf, removeRunningFile, writeRunningFile } from './running-file.ts';
import { openSocketPages } from './socket-pages.ts';

export interface LoopbackOptions {
  /** The built renderer. */
  readonly rendererFolder: string;
  /** The module that serves the core; it is given `--data <dataFolder>` and `coreArgs`. */
  readonly coreEntry: string;
  readonly coreArgs?: readonly string[];
  readonly dataFolder: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly timers?: Timers;
  readonly limits?: CoreSupervisorDeps['limits'];
}

export interface Loopback {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** An address with a token of its own: opens one page, once. */
  newAddress(): string;
  /** Pages connected now, and how many ever were. */
  pages(): number;
  pagesEver(): number;
  /** The core's process now, for tests that kill it; null between two lives. */
  corePid(): number | null;
  stop(): Promise<void>;
}

/** Opens the core, then the door. Errors: what the core could not be opened with; PORT_TAKEN. */
export async function startLoopback(options: LoopbackOptions): Promise<Result<Loopback>> {
  const timers = options.timers ?? systemTimers;
  let coreProcess: CoreProcess | null = null;
  const supervisor = createCoreSupervisor({
    timers,
    hostAnswers: cupsAnswers(),
    ...(options.limits ? { limits: options.limits } : {}),
    startProcess: () => {
      coreProcess = forkCore({
        entry: options.coreEntry,
        args: ['--data', options.dataFolder, ...(options.coreArgs ?? [])],
      });
      return coreProcess;
    },
  });
  const started = await supervisor.start();
  if (!started.ok) return started;

  const server = createServer();
  let host = '';
  const admission = createAdmission(timers);
  const controlKey = randomSecret();
  server.on(
    'request',
    createHttpAnswers({ files: listRendererFiles(options.rendererFolder), admission, host: () => host, controlKey }),
  );
  const pages = openSocketPages({
    server,
    core: supervisor,
    admission,
    host: () => host,
    coreFailure: (): AppError | null => {
      const state = supervisor.state();
      return state.kind === 'failed' ? state.error : null;
    },
  });

  const listening = await listen(server, options.port ?? 0);
  if (!listening.ok) {
    await supervisor.stop();
    return listening;
  }
  host = `127.0.0.1:${listening.value}`;
  const origin = `http://${host}`;
  writeRunningFile(options.dataFolder, { pid: process.pid, port: listening.value, controlKey });

  return ok({
    origin,
    newAddress: () => addressOf(origin, admission.issueToken()),
    pages: () => pages.count(),
    pagesEver: () => pages.countEver(),
    corePid: () => (supervisor.state().kind === 'running' ? (coreProcess?.pid ?? null) : null),
    async stop() {
      removeRunningFile(options.dataFolder);
      pages.close();
      server.close();
      server.closeAllConnections();
      await supervisor.stop();
    },
  });
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<Result<number>> {
  return new Promise((resolve) => {
    server.once('error', (error) =>
      resolve(fail('PORT_TAKEN', text('shell.portTaken', { port, reason: error.message }))),
    );
    // 127.0.0.1 and never a name or 0.0.0.0: no other machine may knock.
    server.listen(port, '127.0.0.1', () => resolve(ok((server.address() as { port: number }).port)));
  });
}
