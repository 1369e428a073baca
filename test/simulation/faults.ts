/** Where a process can die or a disk be full: between any two storage operations. */
import type { Store, WriteTransaction } from '../../src-shared/core/store.ts';
import { StoreFull } from '../../src-shared/core/store.ts';
import type { JournalLine, SecondJournal } from '../../src-main/store/second-journal.ts';

/** The process is gone: nothing catches this but whoever starts it again. */
export class Killed extends Error {}

export interface Faults {
  /** A storage operation begins here. @throws Killed or StoreFull when one is due */
  point(): void;
  /** Lets the process die, or the disk be full, at the operation that comes `after` so many others. */
  plan(kind: 'KILL' | 'FULL', after: number): void;
  clear(): void;
}

export function createFaults(): Faults {
  let planned: { kind: 'KILL' | 'FULL'; left: number } | null = null;
  return {
    point: () => {
      if (planned === null || planned.left-- > 0) return;
      const { kind } = planned;
      planned = null;
      throw kind === 'KILL' ? new Killed() : new StoreFull('the disk is full');
    },
    plan: (kind, after) => void (planned = { kind, left: after }),
    clear: () => void (planned = null),
  };
}

/** The store, with a point before and after each thing it does. */
export function faultyStore(store: Store, faults: Faults): Store {
  const at =
    <A extends readonly unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      faults.point();
      return work(...args);
    };
  const write: Store['write'] = (work) =>
    store.write(async (transaction) => {
      const { load, loadShared, peek, apply } = transaction;
      const faulty = {
        load: at(load),
        loadShared: at(loadShared),
        peek: at(peek),
        apply: at(apply),
      } as WriteTransaction;
      const outcome = await work(faulty);
      faults.point();
      const committed = (): void => {
        if (outcome.commit) killOnly(faults);
        outcome.committed?.();
      };
      return { ...outcome, committed };
    });
  return { ...store, write };
}

/** After the commit there is no room left to want. */
function killOnly(faults: Faults): void {
  try {
    faults.point();
  } catch (error) {
    if (error instanceof Killed) throw error;
  }
}

/** A second journal in memory: what is not flushed dies with its process. */
export function createMemoryJournal(faults: Faults): SecondJournal & { die(): void } {
  const lines: JournalLine[] = [];
  const hashes: string[] = [];
  let pending: JournalLine[] = [];
  return {
    hashes,
    read: (index) => lines[index]!,
    append: (line) => pending.push(line),
    flush: () => {
      while (pending.length > 0) {
        faults.point();
        lines.push(pending[0]!);
        hashes.push(pending.shift()!.hash);
      }
    },
    close: () => undefined,
    die: () => void (pending = []),
  };
}
