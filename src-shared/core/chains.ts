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

export interface FactsTexts {
  /** The facts as JSON. */
  readonly facts: string;
  /** What an audit record says of its command: every row it changed, as it was and as it became. */
  readonly detail: string;
}

/** Both texts of a command's facts. They are nine tenths alike, so that each part is put into text once. */
export function factsTexts({ inserts, changes, bulk }: Facts): FactsTexts {
  const factsChanges: string[] = [];
  const detailChanges: string[] = [];
  for (const { table, key, expect, was, set } of changes) {
    const row = `"table":"${table}","key":${JSON.stringify(key)},"was":${JSON.stringify(was)},"set":${JSON.stringify(set)}`;
    detailChanges.push(`{${row}}`);
    factsChanges.push(`{${row},"expect":${JSON.stringify(expect)}}`);
  }
  const factsInserts: string[] = [];
  const detailInserts: string[] = [];
  for (const insert of inserts) {
    const row = JSON.stringify(insert);
    factsInserts.push(row);
    if (insert.table !== 'commands') detailInserts.push(row);
  }
  const operations = JSON.stringify(bulk);
  return {
    facts: `{"inserts":[${factsInserts.join()}],"changes":[${factsChanges.join()}],"bulk":${operations}}`,
    detail: `{"changes":[${detailChanges.join()}],"inserts":[${detailInserts.join()}],"bulk":${operations}}`,
  };
}

export function auditDetail(facts: Facts): string {
  return factsTexts(facts).detail;
}
