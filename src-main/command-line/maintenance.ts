/** `parterre seed-demo`, `backup` and `restore`. */
import { resolve } from 'node:path';
import { text } from '../../src-shared/text/text.ts';
import { makeBackup, restoreBackup } from '../backup.ts';
import { createCore } from '../core.ts';
import { openDataFolder } from '../data-folder.ts';
import { DEMO_HOUSE, DEMO_PEOPLE, isDemoDue, seedDemoIfDue } from '../demo/seed-demo.ts';
import { EXIT } from './exit-codes.ts';
import { dataFolderOf, readArguments, report, withCore } from './open-core.ts';

const COMMON = { data: { type: 'string' }, json: { type: 'boolean' } } as const;

export async function runSeedDemo(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args, COMMON);
  if (!parsed) return EXIT.usage;
  const asJson = parsed.values.json ?? false;
  return withCore({ data: parsed.values.data, asJson, setUp: DEMO_HOUSE }, async (core) => {
    if (!(await isDemoDue(core.store)))
      return report({ code: 'NOT_EMPTY', message: text('cli.notEmpty') }, asJson, EXIT.refused);
    const seeded = await seedDemoIfDue(core);
    if (!seeded.ok) return report(seeded.error, asJson, EXIT.refused);
    if (asJson) console.log(JSON.stringify({ people: DEMO_PEOPLE.map(({ name, role }) => ({ name, role })) }));
    else for (const { name, pin } of DEMO_PEOPLE) console.log(text('cli.demoPerson', { name, pin }));
    return EXIT.done;
  });
}

export async function runBackup(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args, { ...COMMON, to: { type: 'string' } });
  if (!parsed) return EXIT.usage;
  const asJson = parsed.values.json ?? false;
  return withCore({ data: parsed.values.data, asJson }, async (core) => {
    const made = makeBackup(core.folder, core.store.writer, Date.now(), parsed.values.to && resolve(parsed.values.to));
    if (!made.ok) return report(made.error, asJson, EXIT.refused);
    console.log(asJson ? JSON.stringify({ folder: made.value }) : text('cli.backedUp', { folder: made.value }));
    return EXIT.done;
  });
}

export async function runRestore(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args, COMMON);
  if (!parsed) return EXIT.usage;
  const asJson = parsed.values.json ?? false;
  const [backup, ...more] = parsed.positionals;
  if (backup === undefined || more.length > 0)
    return report({ code: 'USAGE', message: text('cli.restoreUsage') }, asJson, EXIT.usage);
  const folder = openDataFolder(dataFolderOf(parsed.values.data), null);
  if (!folder.ok) return report(folder.error, asJson, EXIT.noData);
  try {
    const restored = restoreBackup(folder.value, resolve(backup), Date.now());
    if (!restored.ok) return report(restored.error, asJson, EXIT.refused);
    const core = await createCore({ folder: folder.value, setUp: null });
    if (!core.ok) return report(core.error, asJson, EXIT.noData);
    const { replayed } = core.value;
    await core.value.stop();
    console.log(
      asJson ? JSON.stringify({ replayed, setAside: restored.value.setAside }) : text('cli.restored', { replayed }),
    );
    return EXIT.done;
  } finally {
    folder.value.release();
  }
}
