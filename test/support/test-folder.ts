/** A folder of its own for a test, gone when the test file is done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
