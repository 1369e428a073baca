/** Plays histories one after the other on one house: most in memory, some in files that are really closed and opened. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDatabase } from '../../src-main/store/database.ts';
import type { SqliteStore } from '../../src-main/store/sqlite-store.ts';
import { createMemoryFootings, openFileFooting } from './footing.ts';
import { createTally, runHistory, type Tally } from './history.ts';
import { buildHouse } from './house.ts';

/** Every so many seeds one is played in files, which take thirty times as long. */
const FILES_EVERY = 200;

export interface Simulator {
  readonly tally: Tally;
  /** @returns what does not hold */
  run(seed: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function createSimulator(): Promise<Simulator> {
  const { core, house } = await buildHouse();
  const store = core.store as SqliteStore;
  const folder = mkdtempSync(join(tmpdir(), 'parterre-house-'));
  const file = join(folder, 'house.sqlite');
  copyDatabase(store.writer, file);
  const inMemory = createMemoryFootings(store);
  const tally = createTally();
  return {
    tally,
    run: async (seed) => {
      const open = seed % FILES_EVERY === 0 ? () => openFileFooting(file) : inMemory;
      try {
        return await runHistory({ seed, house, open, tally });
      } catch (error) {
        return [`threw ${(error as Error).message}: ${String((error as Error).cause ?? (error as Error).stack)}`];
      }
    },
    close: async () => {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function lineOf(seeds: number, tally: Tally, violations: number): string {
  const { commands, sales, expired, kills, fullDisks, restores } = tally;
  return `${seeds} seeds, ${commands} commands, ${sales} sales, ${expired} expired, ${kills} kills, ${fullDisks} full disks, ${restores} restores, ${violations} violations`;
}
