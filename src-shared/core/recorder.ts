/**
 * How a command is put on record with its effect. On a device: the journal and the audit chain in the same
 * transaction, then a second journal before anything happens outside. At a parent: the audit record, sealed behind
 * the commit.
 */
import type { Facts } from './facts.ts';

export interface RecordEntry {
  readonly commandId: string;
  readonly name: string;
  readonly userId: string;
  readonly allowedBy: string | null;
  readonly at: number;
  readonly subject: string | null;
  readonly input: unknown;
  readonly facts: Facts;
}

export interface Recording {
  /** Rows to write in the command's transaction. */
  readonly facts: Facts;
  /** Called once the transaction has committed, before the next begins. */
  committed(): void;
}

export interface Recorder {
  /**
   * Before a command: makes durable what is not yet.
   * @throws StoreUnwritable when that is still impossible
   */
  settle(): void;
  record(entry: RecordEntry): Recording;
}
