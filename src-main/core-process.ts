/** The core's own process: opens the data folder it is given and serves it to its shell. A new folder gets the demo house. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuid } from 'uuid';
import { ok } from '../src-shared/domain/result.ts';
import { createCore, type Core } from './core.ts';
import { runCoreProcess } from './core-process-port.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { DEMO_HOUSE, seedDemo } from './demo/seed-demo.ts';

/** Stands in the folder while the demo is made: nobody has been served yet, so a half-made one is thrown away. */
function demoMarker(folder: DataFolder): string {
  return join(folder.path, 'demo-unfinished');
}

function discardUnfinishedDemo(folder: DataFolder): void {
  if (!existsSync(demoMarker(folder))) return;
  for (const file of ['', '-wal', '-shm'].map((suffix) => `${folder.database}${suffix}`)) rmSync(file, { force: true });
  rmSync(folder.secondJournal, { force: true });
}

async function makeDemo(core: Core): Promise<void> {
  await seedDemo({ router: core.router, executor: core.executor, now: Date.now(), newId: () => uuid() });
  rmSync(demoMarker(core.folder));
}

await runCoreProcess(async (host) => {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const folder = openDataFolder(values.data!, null);
  if (!folder.ok) return folder;
  discardUnfinishedDemo(folder.value);
  const isNew = !existsSync(folder.value.database) && !existsSync(folder.value.secondJournal);
  if (isNew) writeFileSync(demoMarker(folder.value), '');
  const core = await createCore({ folder: folder.value, setUp: DEMO_HOUSE, host });
  if (!core.ok) return core;
  if (isNew) await makeDemo(core.value);
  core.value.startWork();
  return ok(core.value);
});
