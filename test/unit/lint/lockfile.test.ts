import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeTestFolder } from '../../support/test-folder.ts';

interface Lockfile {
  readonly packages: Record<
    string,
    { resolved?: string; gypfile?: boolean; version?: string; hasInstallScript?: boolean }
  >;
}

const readLock = (file: string): Lockfile => JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
const sqlite = 'node_modules/better-sqlite3';

describe('the lockfile', () => {
  test('names no registry', () => {
    const { packages } = readLock('package-lock.json');
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/https?:\/\/[^"]*registry/);
  });

  test('says that better-sqlite3 is not to be compiled', () => {
    expect(readLock('package-lock.json').packages[sqlite]).toMatchObject({ gypfile: false });
  });

  test('is put right again after npm wrote it', () => {
    const root = makeTestFolder();
    mkdirSync(join(root, 'scripts'));
    copyFileSync('scripts/pin-lockfile.mjs', join(root, 'scripts', 'pin-lockfile.mjs'));
    const written = readLock('package-lock.json');
    delete written.packages[sqlite]?.gypfile;
    const zod = written.packages['node_modules/zod'];
    if (zod) zod.resolved = 'https://registry.example/zod.tgz';
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(written, null, 2));
    execFileSync(process.execPath, [join(root, 'scripts', 'pin-lockfile.mjs')]);
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).toBe(readFileSync('package-lock.json', 'utf8'));
  });

  test('is answered by allowScripts for every package that has an install script', () => {
    const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    const scripted = Object.entries(readLock('package-lock.json').packages)
      // The project itself stands under no path; its own script is ours to run.
      .filter(([path, { hasInstallScript }]) => path !== '' && hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(scripted.filter((name) => !(name in allowScripts))).toEqual([]);
    expect(allowScripts['better-sqlite3']).toBe(false);
    expect(allowScripts['node']).toBe(true);
  });
});
