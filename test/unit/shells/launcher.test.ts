import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeTestFolder } from '../../support/test-folder.ts';

/** A project of nothing but the launcher and a command line that says what it sees. `node` is what npm brought. */
function makeProject(node: 'working' | 'missing' | 'broken') {
  const root = makeTestFolder();
  mkdirSync(join(root, 'bin'));
  mkdirSync(join(root, 'src-main', 'command-line'), { recursive: true });
  copyFileSync('bin/parterre.mjs', join(root, 'bin', 'parterre.mjs'));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(root, 'src-main', 'command-line', 'main.ts'),
    `export async function main(args: string[]): Promise<number> {
       if (args[0] === 'wait') {
         const stopped = new Promise<void>((resolve) => process.once('SIGTERM', () => resolve()));
         const alive = setInterval(() => {}, 1000);
         console.log('waiting');
         await stopped;
         clearInterval(alive);
         console.log('stopped');
         return 3;
       }
       console.log(JSON.stringify({ args, program: process.env['PARTERRE_TEST_NODE'] ?? null }));
       return 5;
     }`,
  );
  if (node === 'missing') return root;
  const folder = join(root, 'node_modules', 'node');
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "node", "version": "24.0.0", "bin": { "node": "bin/node" } }');
  const program =
    node === 'working'
      ? `#!/bin/sh\nPARTERRE_TEST_NODE=own exec "${process.execPath}" --import "${preload(root)}" "$@"\n`
      : 'nonsense';
  writeFileSync(join(folder, 'bin', 'node'), program);
  chmodSync(join(folder, 'bin', 'node'), node === 'working' ? 0o755 : 0o644);
  return root;
}

/** The launcher tells by its own path that it runs under npm's Node; a script standing in for it must look like it. */
function preload(root: string): string {
  const file = join(root, 'look-like-own-node.mjs');
  writeFileSync(file, `process.execPath = ${JSON.stringify(join(root, 'node_modules', 'node', 'bin', 'node'))};`);
  return file;
}

/** Runs the launcher as an old Node would be when `napi` says so. */
function launch(root: string, args: readonly string[], napi?: string) {
  const asOld = join(root, 'as-old.mjs');
  writeFileSync(asOld, napi ? `Object.defineProperty(process.versions, 'napi', { value: '${napi}' });` : '');
  const child = spawn(process.execPath, ['--import', asOld, join(root, 'bin', 'parterre.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  child.stderr.on('data', (chunk: Buffer) => (said.error += chunk.toString()));
  const line = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString();
      resolve();
    }),
  );
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, said, line, ended };
}

describe.skipIf(process.platform === 'win32')('the launcher', () => {
  test('runs the program under the Node that npm brought, with its arguments and its exit code', async () => {
    const { said, ended } = launch(makeProject('working'), ['start', '--data', 'a b'], '9');
    expect(await ended).toBe(5);
    expect(JSON.parse(said.out)).toEqual({ args: ['start', '--data', 'a b'], program: 'own' });
  });

  test('passes a request to end on and waits for the program to finish', async () => {
    const { child, said, line, ended } = launch(makeProject('working'), ['wait']);
    await line;
    child.kill('SIGTERM');
    expect(await ended).toBe(3);
    expect(said.out).toContain('stopped');
  });

  test('runs on this Node when npm brought none and this one will do', async () => {
    const { said, ended } = launch(makeProject('missing'), ['x']);
    expect(await ended).toBe(5);
    expect(JSON.parse(said.out)).toEqual({ args: ['x'], program: null });
  });

  test.each(['missing', 'broken'] as const)('says in words what is needed when the Node of npm is %s', async (node) => {
    const { said, ended } = launch(makeProject(node), ['start'], '9');
    expect(await ended).toBe(1);
    expect(said.error).toContain('Parterre needs Node 24 (Node-API 10).');
    expect(said.error).toContain('(Node-API 9)');
    expect(said.error).toContain('npm install');
  });
});
