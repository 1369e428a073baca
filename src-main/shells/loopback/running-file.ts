/**
 * `loopback.json` in the data folder: where a running loopback shell listens and the key to ask it for another
 * address. Readable by its owner alone. It is how a second `parterre start` opens a second window instead of a
 * second program, and why nothing that lasts stands in a process's arguments.
 */
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.strictObject({ pid: z.int(), port: z.int(), controlKey: z.string() });

export type RunningShell = z.infer<typeof schema>;

const fileIn = (dataFolder: string): string => join(dataFolder, 'loopback.json');

export function writeRunningFile(dataFolder: string, running: RunningShell): void {
  writeFileSync(fileIn(dataFolder), JSON.stringify(running), { mode: 0o600 });
  // `mode` counts only when the file is new; one left by a crash may stand there.
  chmodSync(fileIn(dataFolder), 0o600);
}

export function removeRunningFile(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

/** An address of the shell that runs on this data folder, good for one window; null when none runs. */
export async function askRunningShell(dataFolder: string): Promise<string | null> {
  const running = readRunningFile(dataFolder);
  if (!running) return null;
  const origin = `http://127.0.0.1:${running.port}`;
  try {
    const answer = await fetch(`${origin}/address`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ controlKey: running.controlKey }),
    });
    if (!answer.ok) return null;
    const { token } = z.object({ token: z.string() }).parse(await answer.json());
    return addressOf(origin, token);
  } catch {
    // Nobody listens there any more: the file was left by a crash.
    return null;
  }
}

/** The token stands in the fragment, which a browser sends to nobody. */
export function addressOf(origin: string, token: string): string {
  return `${origin}/#token=${token}`;
}

function readRunningFile(dataFolder: string): RunningShell | null {
  try {
    return schema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}
