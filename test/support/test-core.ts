/** The calls of a house as its owner makes them: the real executor and router, with time and ids in the test's hand. */
import { createHash } from 'node:crypto';
import { openDeviceRecorder } from '../../src-main/store/recorder.ts';
import { openSqliteStore } from '../../src-main/store/sqlite-store.ts';
import { bulkHandlers } from '../../src-shared/commands/bulk-handlers.ts';
import { commandHandlers } from '../../src-shared/commands/handlers.ts';
import type { CallName, Input, Output } from '../../src-shared/contract/calls.ts';
import type { Person } from '../../src-shared/contract/session.ts';
import type { Notice } from '../../src-shared/contract/wire.ts';
import { createAccess, type SecretHasher } from '../../src-shared/core/access.ts';
import { createExecutor } from '../../src-shared/core/execute.ts';
import { createRouter, type Router } from '../../src-shared/core/router.ts';
import { createSeatFinders } from '../../src-shared/core/seat-finders.ts';
import { createSessionServices } from '../../src-shared/core/session-services.ts';
import type { AppError, Result } from '../../src-shared/domain/result.ts';
import { queryHandlers } from '../../src-shared/queries/handlers.ts';
import { createRandom, createSequence } from './determinism.ts';
import { TEST_DEVICE, type TestStore } from './stores.ts';
import { testVerifier } from './ticket-keys.ts';

/** 21 November 2026, 18:00 in Berlin. */
export const EVENING = Date.UTC(2026, 10, 21, 17, 0);

type Footing = Pick<TestStore, 'store' | 'executor' | 'seatFinders' | 'clock' | 'newId' | 'notices' | 'close'>;

export interface TestCore extends Footing {
  readonly router: Router;
  /** Set it to move time. */
  now: number;
  /** Calls as the owner. @throws when it is refused */
  do<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Calls as the owner, or as somebody else. @returns the refusal; @throws when there is none */
  refusal<N extends CallName>(name: N, input: Input<N>, person?: Person): Promise<AppError>;
  /** A call with an action of the test's own, for retries. */
  call<N extends CallName>(name: N, input: Input<N>, action: string, person?: Person): Promise<Result<Output<N>>>;
}

const OWNER: Person = { id: 'owner', name: 'Olga', role: 'OWNER' };

const hasher: SecretHasher = {
  hash: async (secret) => `hash of ${secret}`,
  matches: async (hash, secret) => hash === `hash of ${secret}`,
  digest: (token) => createHash('sha256').update(token).digest('hex'),
};

/** A house in Berlin that reckons in euros. @param opened a store without rows; SQLite in memory unless given */
export async function createTestCore(opened?: TestStore): Promise<TestCore> {
  const footing: Footing = opened ?? (await openInMemory());
  const { store, executor, newId, clock, seatFinders } = footing;
  clock.now = EVENING;
  const now = (): number => clock.now;
  const access = createAccess({ store, executor, hasher, now, newId });
  const services = createSessionServices({ access, executor, hasher, newToken: newId, newId });
  const deviceId = TEST_DEVICE.id;
  const queries = queryHandlers;
  const router = createRouter({ store, executor, access, queries, services, deviceId, seatFinders, now });
  const call: TestCore['call'] = async <N extends CallName>(
    name: N,
    input: Input<N>,
    action: string,
    person: Person = OWNER,
  ) => (await router.callAs(person, name, input, action)) as Result<Output<N>>;
  const house = { name: 'Theatre Royal', address: '1 High Street', currency: 'EUR', timeZone: 'Europe/Berlin' };
  const setUp = { ...house, receiptFooter: '', deviceId, deviceName: 'Counter 1' };
  await executor.run('system.setUp', setUp, { userId: 'system', allowedBy: null }, newId());
  return {
    ...footing,
    router,
    get now() {
      return clock.now;
    },
    set now(at) {
      clock.now = at;
    },
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
  };
}

async function openInMemory(): Promise<Footing> {
  const store = openSqliteStore({ file: ':memory:', agencyId: 'local', bulkHandlers, backupFolder: null });
  const newId = createSequence();
  const clock = { now: EVENING };
  const notices: Notice[] = [];
  const deviceId = TEST_DEVICE.id;
  const seatFinders = createSeatFinders({ agencyId: store.agencyId });
  const recorder = await openDeviceRecorder({ store, second: null, deviceId, incarnation: () => 1, newId });
  const executor = createExecutor({
    store,
    recorder,
    handlers: commandHandlers,
    device: TEST_DEVICE,
    now: () => clock.now,
    newId,
    random: createRandom(1),
    ticketVerifier: testVerifier,
    seatFinders,
    notify: (notice) => void notices.push(notice),
  });
  return { store, executor, seatFinders, clock, newId, notices, close: () => store.close() };
}
