/** The core's own process: opens the data folder it is given and serves it to its shell. A new folder gets the demo house. */
import { parseArgs } from 'node:util';
import { ok } from '../src-shared/domain/result.ts';
import { createCore } from './core.ts';
import { runCoreProcess } from './core-process-port.ts';
import { openDataFolder } from './data-folder.ts';
import { DEMO_HOUSE, seedDemoIfDue } from './demo/seed-demo.ts';

await runCoreProcess(async (host) => {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const folder = openDataFolder(values.data!, null);
  if (!folder.ok) return folder;
  const core = await createCore({ folder: folder.value, setUp: DEMO_HOUSE, host });
  if (!core.ok) return core;
  const seeded = await seedDemoIfDue(core.value);
  if (!seeded.ok) return seeded;
  core.value.startWork();
  return ok(core.value);
});
