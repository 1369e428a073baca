/** The core's own process: opens the data folder it is given and serves it to its shell. A new folder gets the demo house. */
import { v7 as uuid } from 'uuid';
import { parseArgs } from 'node:util';
import { ok } from '../src-shared/domain/result.ts';
import { createCore } from './core.ts';
import { runCoreProcess } from './core-process-port.ts';
import { openDataFolder } from './data-folder.ts';
import { DEMO_HOUSE, seedDemo } from './demo/seed-demo.ts';

await runCoreProcess(async () => {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const folder = openDataFolder(values.data!, null);
  if (!folder.ok) return folder;
  const core = await createCore({ folder: folder.value, setUp: DEMO_HOUSE });
  if (!core.ok) return core;
  if (core.value.isNew)
    await seedDemo({ router: core.value.router, executor: core.value.executor, now: Date.now(), newId: () => uuid() });
  return ok(core.value);
});
