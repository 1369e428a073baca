/** What was done, by whom, and proof that it was not altered since. */
import { instant, int, json, keyedTable, table, text } from './kit.ts';

/** A command runs once: its id, made where a person acted, and the answer it got. */
export const commands = table('commands', { name: text(), userId: text(), answer: json<unknown>() });

/**
 * Each store chains what it wrote itself. `hash` is null at a parent until its sealer has passed, so that no
 * command there waits for a hash.
 */
export const auditRecords = table(
  'audit_records',
  {
    deviceId: text(),
    sequence: int().orNull,
    commandId: text(),
    name: text(),
    userId: text(),
    /** The manager whose PIN allowed this one act. */
    allowedBy: text().orNull,
    at: instant(),
    /** The sale, order, event or map it was about: what a timeline is read by. */
    subject: text().orNull,
    /** Exact text, because it is hashed. */
    detail: text(),
    previousHash: text().orNull,
    hash: text().orNull,
  },
  {
    unique: [{ name: 'audit_records_one_sequence', columns: ['deviceId', 'sequence'] }],
    indexes: [
      { name: 'audit_records_by_time', columns: ['at'] },
      { name: 'audit_records_by_subject', columns: ['subject', 'at'] },
    ],
  },
);

/** On a device its outbox: every command and its facts as exact text, in order, hash-chained. */
export const journal = keyedTable(
  'journal',
  ['deviceId', 'sequence'],
  { deviceId: text(), sequence: int(), commandId: text(), record: text(), hash: text() },
  { groups: {} },
);

/** How many changes a feed has seen; `id` names it (`event:<id>`). Screens drop what they already hold. */
export const feeds = table('feeds', { number: int() });

/** Something a person must settle: both records, and how it was settled. */
export const exceptions = table('exceptions', {
  kind: text(),
  records: json<unknown>(),
  state: text<'OPEN' | 'SETTLED'>(),
  outcome: text().orNull,
  settledAt: instant().orNull,
});
