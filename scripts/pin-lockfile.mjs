// Puts back into package-lock.json what npm drops whenever it writes it, and takes out what must not be there. Runs
// after every `npm install`, on whatever Node that has, hence plain JavaScript.
//
// - better-sqlite3 carries `"gypfile": false`. Without it an install from the lockfile runs node-gyp, which needs
//   Python, make and a compiler, although the package brings its binaries.
// - no address of a registry: everybody installs from their own.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const before = readFileSync(file, 'utf8');
const lock = JSON.parse(before);
lock.packages['node_modules/better-sqlite3'].gypfile = false;
for (const entry of Object.values(lock.packages)) {
  if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;
}
const after = `${JSON.stringify(lock, null, 2)}\n`;
if (after !== before) writeFileSync(file, after);
