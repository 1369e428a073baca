/**
 * The packaged program's fuses (design: architecture, "fuses set"): what electron-builder.yml says is what electron-builder
 * writes into the binary. The binary here is a fuse wire and nothing else; the packager and the reader are the real ones.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';
import { makeTestFolder } from '../../support/test-folder.ts';

/** By which Electron finds its fuses in its own binary (electron/build/fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

const FUSES: Readonly<Record<string, FuseState>> = {
  RunAsNode: FuseState.DISABLE,
  EnableCookieEncryption: FuseState.ENABLE,
  EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
  EnableNodeCliInspectArguments: FuseState.DISABLE,
  EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
  OnlyLoadAppFromAsar: FuseState.ENABLE,
  LoadBrowserProcessSpecificV8Snapshot: FuseState.DISABLE,
  GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
  // Says how WebAssembly checks its memory, which opens nothing: as Electron sets it.
  WasmTrapHandlers: FuseState.ENABLE,
};

const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));

/** The lines `name: true` under `electronFuses:`. */
function configuredFuses(): Record<string, boolean> {
  const [, block = ''] = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(readFileSync('electron-builder.yml', 'utf8')) ?? [];
  return Object.fromEntries(
    [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, on]) => [name, on === 'true']),
  );
}

interface Packager {
  readonly config: { readonly electronFuses: Record<string, boolean> };
  readonly appInfo: { readonly productFilename: string };
  doAddElectronFuses(context: { readonly appOutDir: string; readonly electronPlatformName: string }): Promise<void>;
}

/** electron-builder's own packager, of which only the step is used that sets fuses. */
function packager(electronFuses: Record<string, boolean>): Packager {
  const ofBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const { PlatformPackager } = ofBuilder('app-builder-lib') as { PlatformPackager: { prototype: Packager } };
  return Object.create(PlatformPackager.prototype, {
    config: { value: { electronFuses } },
    appInfo: { value: { productFilename: 'Parterre' } },
  }) as Packager;
}

test('every fuse of the packaged program is set as it must be', async () => {
  expect(Object.keys(FUSES), 'a fuse that is new in Electron is decided on').toEqual(names);
  const appOutDir = makeTestFolder();
  const file = join(appOutDir, 'Parterre.exe');
  // Everything on, so that what is off was set.
  const wire = String.fromCharCode(FuseState.ENABLE).repeat(names.length);
  writeFileSync(file, `MZ${SENTINEL}\u0001${String.fromCharCode(names.length)}${wire}`, 'latin1');
  await packager(configuredFuses()).doAddElectronFuses({ appOutDir, electronPlatformName: 'win32' });
  const set = await getCurrentFuseWire(file);
  const states = names.map((name) => [name, set[FuseV1Options[name as keyof typeof FuseV1Options]]]);
  expect(Object.fromEntries(states)).toEqual(FUSES);
});
