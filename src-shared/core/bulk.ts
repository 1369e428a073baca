/**
 * Bulk operations: facts too big to list row by row. Each is a function of its arguments and of what the store
 * already holds, so that every store that applies it ends with the same rows.
 */
import type { SQL } from 'drizzle-orm';
import type { Columns, RowOf } from '../schema/kit.ts';
import type { TableName } from '../schema/schema.ts';
import type { Values } from './facts.ts';

export interface BulkTransaction {
  readonly agencyId: string;
  query<S extends Columns>(shape: S, statement: SQL): Promise<RowOf<S>[]>;
  run(statement: SQL): Promise<void>;
  insertRows(table: TableName, rows: readonly Values[]): Promise<void>;
}

export type BulkHandler = (transaction: BulkTransaction, args: Values) => Promise<void>;
