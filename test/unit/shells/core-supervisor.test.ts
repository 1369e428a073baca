import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createHostClient, serveCore } from '../../../src-main/core-port.ts';
import { forkCore } from '../../../src-main/core-process-port.ts';
import { createCoreSupervisor, type CoreProcess } from '../../../src-main/core-supervisor.ts';
import { systemTimers } from '../../../src-main/timers.ts';
import type { CallRequest, FromCore, Notice, ToCore } from '../../../src-shared/contract/wire.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { createFakeCore } from '../../support/fake-core.ts';
import { createFakeTimers, settle } from '../../support/fake-timers.ts';
import { createPortPair } from '../../support/port-pair.ts';

const request = (name: string, input: unknown = null): CallRequest => ({
  call: 1,
  name,
  input,
  action: 'action',
  session: null,
});

interface FakeProcess extends CoreProcess {
  readonly killed: boolean;
  die(reason: string): void;
}

type Behaviour = 'serve' | 'silent' | 'refuse';

function createFakeProcess(behaviour: Behaviour): FakeProcess {
  const { left, right } = createPortPair<ToCore, FromCore>();
  const exits: ((reason: string) => void)[] = [];
  const die = (reason: string): void => {
    for (const exit of exits) exit(reason);
  };
  let killed = false;
  if (behaviour === 'serve') {
    void serveCore(createFakeCore(createHostClient(right)), right).then(() => die('exit code 0'));
  }
  if (behaviour === 'refuse') {
    right.send({ kind: 'failed', error: { code: 'DATA_FOLDER_IN_USE', message: 'Already open.' } });
  }
  return {
    port: left,
    onExit: (listener) => exits.push(listener),
    die,
    kill: () => {
      killed = true;
      die('SIGKILL');
    },
    get killed() {
      return killed;
    },
  };
}

function supervised(behaviours: Behaviour = 'serve') {
  const timers = createFakeTimers();
  const processes: FakeProcess[] = [];
  const notices: Notice[] = [];
  const supervisor = createCoreSupervisor({
    timers,
    startProcess: () => {
      const started = createFakeProcess(behaviours);
      processes.push(started);
      return started;
    },
  });
  supervisor.on((notice) => notices.push(notice));
  const current = (): FakeProcess => processes.at(-1)!;
  return { supervisor, timers, processes, notices, current };
}

describe('a supervised core', () => {
  test('is started again when it dies, and says so', async () => {
    const { supervisor, timers, processes, notices, current } = supervised();
    expect(await supervisor.start()).toEqual(ok(null));
    current().die('SIGKILL');
    expect(supervisor.state().kind).toBe('waiting');
    await timers.advance(100);
    expect(processes).toHaveLength(2);
    expect(supervisor.state().kind).toBe('running');
    expect(notices.map(({ topic }) => topic)).toEqual(['core-lost', 'core-restarted']);
    expect((await supervisor.call(request('fake.echo', 'again'))).result).toEqual(ok('again'));
  });

  test('answers CORE_LOST to what was running and to what comes before it is back', async () => {
    const { supervisor, current } = supervised();
    await supervisor.start();
    const running = supervisor.call(request('fake.hang'));
    current().die('SIGKILL');
    expect((await running).result).toMatchObject({ error: { code: 'CORE_LOST' } });
    expect((await supervisor.call(request('fake.echo'))).result).toMatchObject({ error: { code: 'CORE_LOST' } });
  });

  test('waits longer after every fast death, then gives up with a sentence a person can act on', async () => {
    const { supervisor, timers, processes, notices, current } = supervised('silent');
    const started = supervisor.start();
    const waits: (number | undefined)[] = [];
    for (let death = 1; death < 5; death += 1) {
      current().die('exit code 7');
      waits.push(timers.waits()[0]);
      await timers.advance(5_000);
    }
    current().die('exit code 7');
    expect(waits).toEqual([100, 200, 400, 800]);
    expect(processes).toHaveLength(5);
    expect(timers.waits()).toEqual([]);
    const result = await started;
    expect(result).toMatchObject({ ok: false, error: { code: 'CORE_FAILED' } });
    expect(result).toMatchObject({ error: { message: expect.stringContaining('exit code 7') } });
    expect(notices.at(-1)?.topic).toBe('core-failed');
    expect((await supervisor.call(request('fake.echo'))).result).toMatchObject({ error: { code: 'CORE_FAILED' } });
  });

  test('is started again however often it dies, as long as it lives a while in between', async () => {
    const { supervisor, timers, processes, current } = supervised();
    await supervisor.start();
    for (let death = 0; death < 12; death += 1) {
      await timers.advance(1_500);
      current().die('SIGKILL');
      await timers.advance(100);
    }
    expect(processes).toHaveLength(13);
    expect(supervisor.state().kind).toBe('running');
  });

  test('is not started again when it says why it cannot open', async () => {
    const { supervisor, timers, processes, current } = supervised('refuse');
    expect(await supervisor.start()).toMatchObject({ ok: false, error: { code: 'DATA_FOLDER_IN_USE' } });
    current().die('exit code 1');
    await timers.advance(60_000);
    expect(processes).toHaveLength(1);
    expect((await supervisor.call(request('fake.echo'))).result).toMatchObject({ error: { message: 'Already open.' } });
  });

  test('can be started again by hand after it gave up', async () => {
    const { supervisor, processes, current } = supervised('refuse');
    await supervisor.start();
    current().die('exit code 1');
    await supervisor.start();
    expect(processes).toHaveLength(2);
  });

  test('ends when it is told to stop and is not started again', async () => {
    const { supervisor, timers, processes } = supervised();
    await supervisor.start();
    await supervisor.stop();
    await timers.advance(60_000);
    expect(processes).toHaveLength(1);
    expect(processes[0]?.killed).toBe(false);
  });

  test('is killed when it does not end after it is told to', async () => {
    const { supervisor, timers, current } = supervised('silent');
    void supervisor.start();
    const stopped = supervisor.stop();
    await settle();
    await timers.advance(10_000);
    await stopped;
    expect(current().killed).toBe(true);
  });
});

describe('a core in a real child process', () => {
  const entry = fileURLToPath(new URL('../../support/fake-core-process.ts', import.meta.url));
  const supervise = (args: readonly string[] = []) =>
    createCoreSupervisor({
      timers: systemTimers,
      startProcess: () => forkCore({ entry, args }),
      hostAnswers: { 'list-printers': () => Promise.resolve(ok([])) },
      limits: { firstWaitMs: 1, fastDeaths: 2 },
    });

  test('carries bytes and typed arrays both ways, unchanged', async () => {
    const supervisor = supervise();
    await supervisor.start();
    const input = { pdf: new Uint8Array([1, 2, 255]), x: new Float32Array([1.5, -2]), nothing: null };
    expect((await supervisor.call(request('fake.echo', input))).result).toEqual(ok(input));
    expect((await supervisor.call(request('fake.printers'))).result).toEqual(ok([]));
    await supervisor.stop();
  });

  test('comes back under a new process after kill -9', async () => {
    const supervisor = supervise();
    await supervisor.start();
    const first = (await supervisor.call(request('fake.pid'))).result;
    const restarted = new Promise((resolve) =>
      supervisor.on(({ topic }) => topic === 'core-restarted' && resolve(null)),
    );
    process.kill((first as { value: number }).value, 'SIGKILL');
    await restarted;
    const second = (await supervisor.call(request('fake.pid'))).result;
    expect(second).toMatchObject({ ok: true });
    expect(second).not.toEqual(first);
    await supervisor.stop();
  });

  test('does not outlive the program that started it, even one that is killed', async () => {
    const forkModule = fileURLToPath(new URL('../../../src-main/core-process-port.ts', import.meta.url));
    const shell = spawn(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `const { forkCore } = await import('file://${forkModule}');
        const core = forkCore({ entry: '${entry}', args: [] });
        core.port.onMessage(() => console.log(core.pid));`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const corePid = await new Promise<number>((resolve) =>
      shell.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
    );
    expect(corePid).toBeGreaterThan(0);
    shell.kill('SIGKILL');
    // The core holds the same pipe: it ends when both are gone.
    await new Promise((resolve) => shell.stdout.once('end', resolve));
  });

  test('is given up when it dies at once, again and again', async () => {
    expect(await supervise(['--die']).start()).toMatchObject({
      error: { code: 'CORE_FAILED', data: { reason: 'exit code 7' } },
    });
  });

  test('tells why it cannot open', async () => {
    expect(await supervise(['--refuse']).start()).toMatchObject({ error: { code: 'DATA_FOLDER_IN_USE' } });
  });
});
