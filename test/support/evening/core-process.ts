/**
 * The real core on the demo house, in its own process as always, under a test's hand:
 *
 * 1. `clock-ahead` in the data folder holds the milliseconds its clock is ahead; `clock-stands` the time it stands at.
 * 2. `death` in the data folder names a command and a moment: the process ends itself with SIGKILL there, once.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCore, type Core } from '../../../src-main/core.ts';
import { runCoreProcess } from '../../../src-main/core-process-port.ts';
import { openDataFolder } from '../../../src-main/data-folder.ts';
import { DEMO_HOUSE, seedDemo } from '../../../src-main/demo/seed-demo.ts';
import type { CallAnswer, CallRequest } from '../../../src-shared/contract/wire.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import type { Death } from './program.ts';

/** How many steps of its promises a command gets before it is cut off: enough to be inside, too few to be done. */
const STEPS_INSIDE = 12;

function deathAt(file: string, { name, override }: CallRequest): Death | null {
  if (!existsSync(file)) return null;
  const death = JSON.parse(readFileSync(file, 'utf8')) as Death;
  return death.command === name && (override !== undefined || !death.isAllowed) ? death : null;
}

function mortal(core: Core, file: string): Core['call'] {
  const die = (): void => {
    rmSync(file);
    process.kill(process.pid, 'SIGKILL');
  };
  return async (request: CallRequest): Promise<CallAnswer> => {
    const death = deathAt(file, request);
    if (death?.moment === 'BEFORE') die();
    const answer = core.call(request);
    if (death?.moment === 'INSIDE') {
      for (let step = 0; step < STEPS_INSIDE; step += 1) await Promise.resolve();
      die();
    }
    await answer;
    if (death?.moment === 'AFTER') die();
    return answer;
  };
}

function clockIn(path: string): () => number {
  const numberIn = (name: string): number | null => {
    const file = join(path, name);
    return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
  };
  return () => numberIn('clock-stands') ?? Date.now() + (numberIn('clock-ahead') ?? 0);
}

await runCoreProcess(async (host) => {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const folder = openDataFolder(values.data!, null);
  if (!folder.ok) return folder;
  const now = clockIn(folder.value.path);
  const isNew = !existsSync(folder.value.database);
  const core = await createCore({ folder: folder.value, setUp: DEMO_HOUSE, host, now });
  if (!core.ok) return core;
  if (isNew) await seedDemo({ ...core.value, now: now() });
  core.value.startWork();
  return ok({ ...core.value, call: mortal(core.value, join(folder.value.path, 'death')) });
});
