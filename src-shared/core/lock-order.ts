import { assert } from '../domain/result.ts';
import { LOCK_ORDER, type TableName } from '../schema/schema.ts';

const rankByTable = new Map(LOCK_ORDER.map((table, rank) => [table, rank]));

/** Checks that one transaction locks tables in LOCK_ORDER: two commands that lock crosswise wait for each other. */
export function createLockOrderCheck(): (table: TableName) => void {
  let last = -1;
  return (table) => {
    const rank = rankByTable.get(table);
    assert(rank !== undefined, () => `${table} has a place in LOCK_ORDER`);
    assert(rank >= last, () => `${table} is locked before ${LOCK_ORDER[last] ?? ''}`);
    last = rank;
  };
}
