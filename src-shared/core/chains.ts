/** How records are chained: each hash covers the one before, so that nothing can be altered, dropped or reordered unseen. */

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
