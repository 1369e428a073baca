/** The real core on the demo house, with its clock ahead by the milliseconds that stand in the data folder's `clock-ahead`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCore } from '../../../../src-main/core.ts';
import { runCoreProcess } from '../../../../src-main/core-process-port.ts';
import { openDataFolder } from '../../../../src-main/data-folder.ts';
import { DEMO_HOUSE, seedDemo } from '../../../../src-main/demo/seed-demo.ts';
import { ok } from '../../../../src-shared/domain/result.ts';

await runCoreProcess(async (host) => {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const folder = openDataFolder(values.data!, null);
  if (!folder.ok) return folder;
  const ahead = join(folder.value.path, 'clock-ahead');
  const now = (): number => Date.now() + (existsSync(ahead) ? Number(readFileSync(ahead, 'utf8')) : 0);
  const isNew = !existsSync(folder.value.database);
  const core = await createCore({ folder: folder.value, setUp: DEMO_HOUSE, host, now });
  if (!core.ok) return core;
  if (isNew)
    await seedDemo({ router: core.value.router, executor: core.value.executor, now: now() });
  core.value.startWork();
  return ok(core.value);
});
