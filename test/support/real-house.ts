/** A house in a real data folder, opened in this process as the core's own process opens it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createCore, type Core } from '../../src-main/core.ts';
import { openDataFolder, type DataFolder } from '../../src-main/data-folder.ts';
import { seedDemo, DEMO_HOUSE } from '../../src-main/demo/seed-demo.ts';
import { verifyStore } from '../../src-main/verify.ts';
import type { CallName, Input, Output } from '../../src-shared/contract/calls.ts';
import type { Result } from '../../src-shared/domain/result.ts';
import { createSequence } from './determinism.ts';

export const OWNER = { id: 'owner', name: 'Olga', role: 'OWNER' } as const;

export const newId = createSequence(31);

const folders = new Map<Core, DataFolder>();

/** A folder of its own for each test. @returns where it is */
export function useDataFolder(): () => string {
  let path = '';
  beforeEach(() => void (path = mkdtempSync(join(tmpdir(), 'parterre-house-'))));
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  return () => path;
}

export async function openCore(path: string, now: () => number = Date.now): Promise<Result<Core>> {
  const opened = openDataFolder(path, null);
  if (!opened.ok) return opened;
  const core = await createCore({ folder: opened.value, setUp: DEMO_HOUSE, now });
  if (core.ok) folders.set(core.value, opened.value);
  else opened.value.release();
  return core;
}

export async function openHouse(path: string, now?: () => number): Promise<Core> {
  const core = await openCore(path, now);
  if (!core.ok) throw new Error(core.error.message);
  return core.value;
}

export async function openDemo(path: string): Promise<{ core: Core; eventId: string }> {
  const core = await openHouse(path);
  await seedDemo({ ...core, now: Date.now() });
  const [event] = await must(core, 'event.list', { onlyOnSale: true });
  return { core, eventId: event!.eventId };
}

export async function close(core: Core): Promise<void> {
  await core.stop();
  folders.get(core)?.release();
  folders.delete(core);
}

export const call = async <N extends CallName>(core: Core, name: N, input: Input<N>, action = newId()) =>
  (await core.router.callAs(OWNER, name, input, action)) as Result<Output<N>>;

/** @throws when it is refused */
export async function must<N extends CallName>(core: Core, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await call(core, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** A basket of two, paid by card, before Enter. */
export async function tendered(core: Core, eventId: string): Promise<string> {
  const saleId = newId();
  await must(core, 'sale.reserveBest', { saleId, eventId, quantity: 2 });
  await must(core, 'sale.beginPayment', { saleId });
  const { dueMinor: amountMinor } = await must(core, 'sale.get', { saleId });
  await must(core, 'sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor, reference: 'A17' });
  return saleId;
}

export async function problemsOf({ store, secondJournal }: Core): Promise<readonly string[]> {
  const checks = await verifyStore(store, secondJournal);
  return checks.flatMap(({ name, problems }) => problems.map((one) => `${name}: ${one}`));
}
