/** A core in memory with ids and a clock that tests set: the real store, executor and router, no files. */
import { createHash } from 'node:crypto';
import { bulkHandlers } from '../../src-shared/commands/bulk-handlers.ts';
import { commandHandlers } from '../../src-shared/commands/handlers.ts';
import type { CallName, Input, Output } from '../../src-shared/contract/calls.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import type { Notice } from '../../src-shared/contract/wire.ts';
import { createAccess, type SecretHasher } from '../../src-shared/core/access.ts';
import { createExecutor, type Executor } from '../../src-shared/core/execute.ts';
import { createRouter } from '../../src-shared/core/router.ts';
import { createSessionServices } from '../../src-shared/core/session-services.ts';
import type { Store } from '../../src-shared/core/store.ts';
import type { AppError, Result } from '../../src-shared/domain/result.ts';
import { queryHandlers } from '../../src-shared/queries/handlers.ts';
import { openDeviceRecorder } from '../../src-main/store/recorder.ts';
import { openSqliteStore } from '../../src-main/store/sqlite-store.ts';

export const AGENCY = 'local';
export const DEVICE = 'device-1';
/** 21 November 2026, 18:00 in Berlin. */
export const EVENING = Date.UTC(2026, 10, 21, 17, 0);

export interface TestCore {
  readonly store: Store;
  readonly executor: Executor;
  readonly notices: Notice[];
  /** Set it to move time. */
  now: number;
  newId(): string;
  /** Calls as the owner. @throws when it is refused */
  do<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Calls as the owner, or as somebody else. @returns the refusal; @throws when there is none */
  refusal<N extends CallName>(name: N, input: Input<N>, person?: Person): Promise<AppError>;
  /** A call with an action of the test's own, for retries. */
  call<N extends CallName>(name: N, input: Input<N>, action: string, person?: Person): Promise<Result<Output<N>>>;
  close(): Promise<void>;
}

const OWNER: Person = { id: 'owner', name: 'Olga', role: 'OWNER' };

const hasher: SecretHasher = {
  hash: async (secret) => `hash of ${secret}`,
  matches: async (hash, secret) => hash === `hash of ${secret}`,
  digest: (token) => createHash('sha256').update(token).digest('hex'),
};

/** A house in Berlin that reckons in euros. @param store an empty one; SQLite in memory without it */
export async function createTestCore(store: Store = memoryStore()): Promise<TestCore> {
  let ids = 0;
  const newId = (): string => `id-${String(++ids).padStart(6, '0')}`;
  const recorder = await openDeviceRecorder({ store, second: null, deviceId: DEVICE, incarnation: () => 1, newId });
  const notices: Notice[] = [];
  const now = (): number => core.now;
  const executor = createExecutor({
    store,
    recorder,
    handlers: commandHandlers,
    device: { id: DEVICE, number: 1 },
    now,
    newId,
    random: (count) => new Uint8Array(createHash('sha256').update(newId()).digest().subarray(0, count)),
    notify: (notice) => notices.push(notice),
  });
  const access = createAccess({ store, executor, hasher, now, newId });
  const services = createSessionServices({ access, executor, hasher, newToken: newId, newId });
  const router = createRouter({ store, executor, access, queries: queryHandlers, services, deviceId: DEVICE, now });
  const call: TestCore['call'] = async <N extends CallName>(
    name: N,
    input: Input<N>,
    action: string,
    person: Person = OWNER,
  ) => (await router.callAs(person, name, input, action)) as Result<Output<N>>;
  const core: TestCore = {
    store,
    executor,
    notices,
    now: EVENING,
    newId,
    call,
    do: async (name, input) => {
      const result = await call(name, input, newId());
      if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
      return result.value;
    },
    refusal: async (name, input, person) => {
      const result = await call(name, input, newId(), person);
      if (result.ok) throw new Error(`${name} was not refused`);
      return result.error;
    },
    close: () => store.close(),
  };
  const house = { name: 'Theatre Royal', address: '1 High Street', currency: 'EUR', timeZone: 'Europe/Berlin' };
  const setUp = { ...house, receiptFooter: '', deviceId: DEVICE, deviceName: 'Counter 1' };
  await executor.run('system.setUp', setUp, { userId: 'system', allowedBy: null }, newId());
  return core;
}

function memoryStore(): Store {
  return openSqliteStore({ file: ':memory:', agencyId: AGENCY, bulkHandlers, backupFolder: null });
}
