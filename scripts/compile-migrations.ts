/** Compiles migrations/{local,central}/NNNN_*.sql into modules, so that no program looks for files at run time. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Migration } from '../src-shared/core/migrations.ts';

const root = join(import.meta.dirname, '..');

/** One folder's migrations, in order. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    return { number: Number(name.slice(0, 4)), name: name.slice(5, -4), checksum, sql };
  });
}

/** The text of the module for one folder of migrations. */
function compileMigrations(folder: string, exportName: string): string {
  const entries = JSON.stringify(readMigrations(folder), null, 2);
  return `/** Made by \`npm run migrations\` from migrations/. A test checks that it is current. */\n\nexport const ${exportName} = ${entries};\n`;
}

export const targets = [
  {
    folder: join(root, 'migrations/local'),
    exportName: 'localMigrations',
    file: join(root, 'src-main/store/migrations.generated.ts'),
  },
  {
    folder: join(root, 'migrations/central'),
    exportName: 'centralMigrations',
    file: join(root, 'src-central/store/migrations.generated.ts'),
  },
];

if (import.meta.main)
  for (const target of targets) writeFileSync(target.file, compileMigrations(target.folder, target.exportName));
