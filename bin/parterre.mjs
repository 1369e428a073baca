#!/usr/bin/env node
// Runs on whatever Node the machine has (20 or later) and starts the program under the Node that npm brought with it:
// the store's SQLite needs Node-API 10 and ends without a word on an older one.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const commandLine = join(root, 'src-main', 'command-line', 'main.ts');

/** The npm package `node`'s program, or null when npm did not install it or did not run its install script. */
function findOwnNode() {
  try {
    const manifestFile = createRequire(import.meta.url).resolve('node/package.json');
    const manifest = createRequire(import.meta.url)(manifestFile);
    return join(dirname(manifestFile), manifest.bin.node);
  } catch {
    return null;
  }
}

const runsTypeScript = Boolean(process.features.typescript);
const hasNodeApi10 = Number(process.versions.napi) >= 10;

if (runsTypeScript && hasNodeApi10) {
  const { main } = await import(pathToFileURL(commandLine).href);
  process.exitCode = await main(process.argv.slice(2));
} else if (process.env.PARTERRE_NODE === 'own') {
  console.error(
    `Parterre needs Node 24 (Node-API 10). The one npm installed is ${process.version} (Node-API ${process.versions.napi}). ` +
      'Delete node_modules and run "npm install" again.',
  );
  process.exitCode = 1;
} else {
  runUnderOwnNode();
}

function runUnderOwnNode() {
  const ownNode = findOwnNode();
  const cannot = (reason) => {
    console.error(
      `Parterre needs Node 24 (Node-API 10); this is ${process.version} (Node-API ${process.versions.napi}), ` +
        `and the one npm brings cannot be run: ${reason}. Run "npm install" in ${root}.`,
    );
    process.exitCode = 1;
  };
  if (!ownNode) return cannot('the package "node" is not installed');
  const child = spawn(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PARTERRE_NODE: 'own' },
  });
  // The terminal sends Ctrl+C to both; this one waits for the other to finish. The rest only reaches this one.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => cannot(error.message));
  child.once('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else {
      process.exitCode = code ?? 1;
    }
  });
}
