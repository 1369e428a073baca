/**
 * What the core asks of a store. Two stores answer: SQLite (src-main/store) and Postgres (src-central/store); one
 * suite proves that they answer alike. A command reads through CommandReader, decides, and returns facts; only the
 * executor applies facts.
 */
import type { SQL } from 'drizzle-orm';
import type { Columns, RowOf } from '../schema/kit.ts';
import type { Row, TableName } from '../schema/schema.ts';
import type { Facts } from './facts.ts';

/** Columns that must equal a value, or be one of several. */
export type Match<T extends TableName> = {
  readonly [K in keyof Row<T>]?: Row<T>[K] | readonly NonNullable<Row<T>[K]>[];
};

/** Reads on a snapshot of committed data, never inside a command. */
export interface Reader {
  /** Whole rows of a table; `tail` is what follows `from <table>` (where, order by, limit). The agency is the caller's to name. */
  rows<T extends TableName>(table: T, tail: SQL): Promise<Row<T>[]>;
  /** Any select; `shape` names and types its columns. */
  query<S extends Columns>(shape: S, statement: SQL): Promise<RowOf<S>[]>;
}

export interface CommandReader {
  /** Rows that match, locked until the command ends, in key order. Tables must be loaded in LOCK_ORDER. */
  load<T extends TableName>(table: T, match: Match<T>): Promise<Row<T>[]>;
  /** Like load, but others may read them so too: for what a command relies on and does not change. */
  loadShared<T extends TableName>(table: T, match: Match<T>): Promise<Row<T>[]>;
  /** Reads without a lock: finds keys to load. Nothing may be decided on what it returns. */
  peek<S extends Columns>(shape: S, statement: SQL): Promise<RowOf<S>[]>;
}

export interface WriteTransaction extends CommandReader {
  /**
   * Writes facts.
   * @throws when a row is not in the version the facts were decided on (a bug: decided rows are locked)
   */
  apply(facts: Facts): Promise<void>;
}

export interface Outcome<T> {
  readonly commit: boolean;
  readonly value: T;
  readonly committed?: () => void;
}

export interface Store {
  readonly agencyId: string;
  readonly read: Reader;
  /**
   * Runs `work` in one transaction; commits if it returns `commit: true`, else rolls back. A deadlock or a lost race
   * runs it again. `work` awaits nothing but the transaction. `committed` is called after the commit: before the next
   * transaction begins where one writes at a time (SQLite), in any order where several do (Postgres).
   */
  write<T>(work: (transaction: WriteTransaction) => Promise<Outcome<T>>): Promise<T>;
  close(): Promise<void>;
}

/** A unique rule said no. The store names the rule; the executor makes an error of it. */
export class UniqueRuleBroken extends Error {
  readonly rule: string;
  constructor(rule: string) {
    super(`unique rule ${rule} broken`);
    this.rule = rule;
  }
}

/** A row lock was not to be had in time. */
export class StoreBusy extends Error {}

/** The disk refuses to write. Nothing of the transaction was kept. */
export class StoreUnwritable extends Error {
  /** The folder, as the person at the PC knows it; null where it is none of theirs. */
  readonly place: string | null;
  constructor(reason: string, place: string | null = null) {
    super(reason);
    this.place = place;
  }
}

/** The disk is full. */
export class StoreFull extends StoreUnwritable {}
