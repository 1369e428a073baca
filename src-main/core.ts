/**
 * Composition root of one installation: puts the store, the record, the handlers and the devices together. It has no
 * rule of the business and no idea which shell it serves.
 */
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { sql } from 'drizzle-orm';
import { fail, ok, type AppError, type Result } from '../src-shared/domain/result.ts';
import { bulkHandlers } from '../src-shared/commands/bulk-handlers.ts';
import { commandHandlers } from '../src-shared/commands/handlers.ts';
import type { Input } from '../src-shared/contract/calls.ts';
import type { CallAnswer, CallRequest, Notice } from '../src-shared/contract/wire.ts';
import { createAccess } from '../src-shared/core/access.ts';
import { createExecutor, type Executor } from '../src-shared/core/execute.ts';
import { createRouter, type Router } from '../src-shared/core/router.ts';
import { createSeatFinders, type SeatFinders } from '../src-shared/core/seat-finders.ts';
import { createSessionServices } from '../src-shared/core/session-services.ts';
import type { TicketVerifier } from '../src-shared/domain/tickets/code.ts';
import { readDeviceSettings } from '../src-shared/queries/device-settings.ts';
import { text } from '../src-shared/text/text.ts';
import { queryHandlers } from '../src-shared/queries/handlers.ts';
import type { DataFolder } from './data-folder.ts';
import { startBackgroundWork } from './background-work.ts';
import { createPrinters } from './devices/printers.ts';
import type { Host } from './host.ts';
import { openTicketKeys } from './keys.ts';
import { createMaintenanceServices } from './maintenance-services.ts';
import { createPaperMaker, createPaperServices } from './paper-services.ts';
import { newToken, secretHasher } from './secrets.ts';
import { StoreFull, StoreUnwritable } from '../src-shared/core/store.ts';
import { DatabaseFromTheFuture, MigrationChanged } from '../src-shared/core/migrations.ts';
import { unwritable } from './store/disk.ts';
import { JournalsDiffer, openDeviceRecorder } from './store/recorder.ts';
import { JournalDamaged, openSecondJournal, type SecondJournal } from './store/second-journal.ts';
import { openSqliteStore, type SqliteStore } from './store/sqlite-store.ts';

/** One PC is one agency until it joins a central one. */
export const LOCAL_AGENCY = 'local';

export interface CoreOptions {
  readonly folder: DataFolder;
  /** Used when the folder is new; without it a new folder is an error (NOT_SET_UP). */
  readonly setUp: Omit<Input<'system.setUp'>, 'deviceId'> | null;
  readonly now?: () => number;
  /** The shell around it; without one there is no system printer. */
  readonly host?: Host;
}

export interface Core {
  readonly router: Router;
  readonly executor: Executor;
  readonly store: SqliteStore;
  readonly folder: DataFolder;
  readonly secondJournal: SecondJournal;
  readonly deviceId: string;
  /** The folder had no house before. */
  readonly isNew: boolean;
  /** Records the database lacked and got back from the second journal. */
  readonly replayed: number;
  /** Prints what is queued and frees baskets whose time is over, until it stops. The command line leaves that to the program. */
  startWork(): void;
  call(request: CallRequest): Promise<CallAnswer>;
  on(listener: (notice: Notice) => void): () => void;
  stop(): Promise<void>;
}

const NO_HOST: Host = {
  ask: async (name) => fail('HOST_CANNOT', text('shell.hostCannot', { name })),
};

const SYSTEM = { userId: 'system', allowedBy: null };
const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const newId = (): string => uuid();

/**
 * Opens the data folder's house.
 * Errors: NOT_SET_UP, DATABASE_FROM_THE_FUTURE, MIGRATION_CHANGED, JOURNALS_DIFFER, JOURNAL_DAMAGED, DATABASE_DAMAGED,
 * DATA_FOLDER_UNREADABLE, STORE_FULL.
 */
export async function createCore(options: CoreOptions): Promise<Result<Core>> {
  try {
    return await open(options);
  } catch (error) {
    return startError(error, options.folder);
  }
}

async function open({ folder, setUp, now = Date.now, host = NO_HOST }: CoreOptions): Promise<Result<Core>> {
  const keys = openTicketKeys(folder.path);
  if (!keys.ok) return keys;
  const store = openSqliteStore({
    file: folder.database,
    agencyId: LOCAL_AGENCY,
    bulkHandlers,
    backupFolder: folder.backups,
  });
  const second = await openOrClose(store, () => openSecondJournal(folder.secondJournal));
  const listeners = new Set<(notice: Notice) => void>();
  const notify = (notice: Notice): void => listeners.forEach((listener) => listener(notice));
  const close = async (): Promise<void> => {
    await store.close();
    second.close();
  };
  const ticketVerifier = keys.value.verifier;
  const seatFinders = createSeatFinders({ agencyId: LOCAL_AGENCY });
  const device = await openOrClose({ close }, () =>
    openDevice({ store, second, setUp, now, notify, folder, ticketVerifier, seatFinders }),
  );
  if (!device.ok) {
    await close();
    return device;
  }
  const { executor, deviceId } = device.value;
  const access = createAccess({ store, executor, hasher: secretHasher, now, newId });
  const maker = createPaperMaker();
  const settings = () => readDeviceSettings(store.read, LOCAL_AGENCY, deviceId);
  const { signer } = keys.value;
  const printers = createPrinters(host);
  const services = {
    ...createSessionServices({ access, executor, hasher: secretHasher, newToken, newId }),
    ...createPaperServices({ store, maker, signer, settings }),
    ...createMaintenanceServices({ store, second, folder, now, settings, maker, printers }),
  };
  const queries = queryHandlers;
  const router = createRouter({ store, executor, access, queries, services, deviceId, seatFinders, now });
  let stopWork = async (): Promise<void> => undefined;

  return ok({
    router,
    executor,
    store,
    folder,
    secondJournal: second,
    deviceId,
    isNew: device.value.isNew,
    replayed: device.value.replayed,
    startWork: () => {
      const onNotice = (listener: (notice: Notice) => void) => void listeners.add(listener);
      stopWork = startBackgroundWork({ store, executor, maker, signer, printers, settings, now, newId, onNotice });
    },
    call: async (request) => ({ call: request.call, result: await router.call(request) }),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      await stopWork();
      await close();
    },
  });
}

/** A start that fails leaves no file open, so that the next can be tried at once. */
async function openOrClose<T>(opened: { close(): Promise<void> }, next: () => T | Promise<T>): Promise<T> {
  try {
    return await next();
  } catch (error) {
    await opened.close();
    throw error;
  }
}

interface OpenedDevice {
  readonly executor: Executor;
  readonly deviceId: string;
  readonly isNew: boolean;
  readonly replayed: number;
}

/** Heals the record from its two places, sets up a new folder, and begins a new incarnation. */
async function openDevice(options: {
  readonly store: SqliteStore;
  readonly second: SecondJournal;
  readonly setUp: CoreOptions['setUp'];
  readonly now: () => number;
  readonly notify: (notice: Notice) => void;
  readonly folder: DataFolder;
  readonly ticketVerifier: TicketVerifier;
  readonly seatFinders: SeatFinders;
}): Promise<Result<OpenedDevice>> {
  const { store, second, setUp } = options;
  const [before] = await devicesOf(store);
  const device = { id: before?.id ?? deviceOf(second) ?? newId(), number: 1 };
  let incarnation = 0;
  const recorder = await openDeviceRecorder({
    store,
    second,
    deviceId: device.id,
    incarnation: () => incarnation,
    newId,
  });
  const executor = createExecutor({
    store,
    recorder,
    handlers: commandHandlers,
    device,
    now: options.now,
    newId,
    random,
    ticketVerifier: options.ticketVerifier,
    seatFinders: options.seatFinders,
    notify: options.notify,
  });
  const [known] = await devicesOf(store);
  incarnation = (known?.incarnation ?? 0) + 1;
  if (!known) {
    if (!setUp) return fail('NOT_SET_UP', text('start.notSetUp', { folder: options.folder.path }));
    const done = await executor.run('system.setUp', { ...setUp, deviceId: device.id }, SYSTEM, newId());
    if (!done.ok) return startRefusal(done.error, options.folder.path);
  }
  const started = await executor.run('system.startDevice', {}, SYSTEM, newId());
  if (!started.ok) return startRefusal(started.error, options.folder.path);
  return ok({ executor, deviceId: device.id, isNew: !known, replayed: recorder.replayed });
}

function devicesOf(store: SqliteStore) {
  return store.read.rows('devices', sql`where agency_id = ${LOCAL_AGENCY} order by number limit 1`);
}

/** A lost database is rebuilt from the second journal, under the same device. */
function deviceOf(second: SecondJournal): string | null {
  return second.hashes.length === 0 ? null : (JSON.parse(second.read(0).record) as { device: string }).device;
}

/** What a command says of the disk, as a start that cannot go on without it says it. */
function startRefusal({ code, message }: AppError, folder: string): Result<never> {
  if (code === 'STORE_FULL' || code === 'SECOND_JOURNAL_FULL')
    return fail('STORE_FULL', text('start.diskFull', { folder }));
  return fail(code, text('start.dataUnreadable', { folder, reason: message }));
}

function startError(
  error: unknown,
  { path: folder, database: file, secondJournal: journal }: DataFolder,
): Result<never> {
  const reason = (error as Error).message;
  if (error instanceof DatabaseFromTheFuture) {
    const { found, known } = error;
    return fail('DATABASE_FROM_THE_FUTURE', text('start.fromTheFuture', { folder, found, known }), { found, known });
  }
  if (error instanceof MigrationChanged)
    return fail('MIGRATION_CHANGED', text('start.migrationChanged', { folder, reason }));
  if (error instanceof JournalsDiffer)
    return fail('JOURNALS_DIFFER', text('start.journalsDiffer', { file, journal, reason }));
  if (error instanceof JournalDamaged)
    return fail('JOURNAL_DAMAGED', text('start.journalDamaged', { journal, reason }));
  const { code } = error as { code?: unknown };
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return fail('DATABASE_DAMAGED', text('start.databaseDamaged', { file, journal, reason }));
  const refused = error instanceof StoreUnwritable ? error : unwritable(error, folder);
  if (refused instanceof StoreFull)
    return fail('STORE_FULL', text('start.diskFull', { folder: refused.place ?? folder }));
  if (refused || (typeof code === 'string' && (code.startsWith('SQLITE_') || 'errno' in (error as object))))
    return fail('DATA_FOLDER_UNREADABLE', text('start.dataUnreadable', { folder, reason }));
  throw error;
}
