/** How records are chained: each hash covers the one before, so that nothing can be altered, dropped or reordered unseen. */
import type { Facts } from './facts.ts';

export type Hash = (value: string) => string;

export function journalHash(hash: Hash, previous: string, record: string): string {
  return hash(`${previous}\n${record}`);
}

export interface AuditFields {
  readonly sequence: number | null;
  readonly deviceId: string;
  readonly commandId: string;
  readonly name: string;
  readonly userId: string;
  readonly allowedBy: string | null;
  readonly at: number;
  readonly subject: string | null;
  readonly detail: string;
  readonly previousHash: string | null;
}

export function auditHash(hash: Hash, record: AuditFields): string {
  return hash(
    [
      record.previousHash ?? '',
      record.sequence,
      record.deviceId,
      record.commandId,
      record.name,
      record.userId,
      record.allowedBy ?? '',
      record.at,
      record.subject ?? '',
      record.detail,
    ].join('\n'),
  );
}

/** What an audit record says of its command: every row it changed, as it was and as it became. */
export function auditDetail(facts: Facts): string {
  return JSON.stringify({
    changes: facts.changes.map(({ table, key, was, set }) => ({ table, key, was, set })),
    inserts: facts.inserts.filter(({ table }) => table !== 'commands'),
    bulk: facts.bulk,
  });
}
