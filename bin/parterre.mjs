#!/usr/bin/env node
// Runs on whatever Node the machine has (20 or later) and starts the program under the Node 24 that npm brought with
// it: the store's SQLite needs Node-API 10 and ends without a word on an older one.
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const ownNode = findOwnNode();

if (ownNode && ownNode !== realpathSync(process.execPath)) runUnder(ownNode);
else if (canRunHere()) await runHere();
else explain(ownNode ? '' : ', and the one npm brings is not there');

/** The program of the npm package `node`; null when npm did not install it or did not run its install script. */
function findOwnNode() {
  try {
    const require = createRequire(import.meta.url);
    const manifest = require.resolve('node/package.json');
    return realpathSync(join(dirname(manifest), require(manifest).bin.node));
  } catch {
    return null;
  }
}

function canRunHere() {
  return Number(process.versions.napi) >= 10 && Boolean(process.features.typescript);
}

async function runHere() {
  const commandLine = join(root, 'src-main', 'command-line', 'main.ts');
  const { main } = await import(pathToFileURL(commandLine).href);
  process.exitCode = await main(process.argv.slice(2));
}

function runUnder(program) {
  const child = spawn(program, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // The terminal sends Ctrl+C to both, and this one waits for the other to finish; the rest reaches only this one.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => explain(`, and the one npm brings cannot be run: ${error.message}`));
  child.once('exit', (code, signal) => {
    if (!signal) {
      process.exitCode = code ?? 1;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function explain(why) {
  console.error(
    `Parterre needs Node 24 (Node-API 10). This is Node ${process.versions.node} (Node-API ${process.versions.napi})${why}.\n` +
      `Run "npm install" in ${root}.`,
  );
  process.exitCode = 1;
}
