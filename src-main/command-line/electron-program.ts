/**
 * Electron's program file, looked for and never imported: without its binary, importing `electron` blocks on a download.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The binary under `<root>/node_modules/electron`, or null when npm left it undownloaded. */
export function findElectronProgram(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}
