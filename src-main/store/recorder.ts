/**
 * A device's record of what it did: journal and audit chain in the command's own transaction, then the second
 * journal. At start the two places are compared and each is healed from the other.
 */
import { hash as digest } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { FactsBuilder, type Facts } from '../../src-shared/core/facts.ts';
import type { Recorder, RecordEntry } from '../../src-shared/core/recorder.ts';
import type { Store } from '../../src-shared/core/store.ts';
import { auditDetail, auditHash, factsTexts, journalHash } from '../../src-shared/core/chains.ts';
import { int, text } from '../../src-shared/schema/kit.ts';
import type { NewRow } from '../../src-shared/core/facts.ts';
import type { JournalLine, SecondJournal } from './second-journal.ts';

export const RECORD_FORMAT = 1;

const sha256 = (value: string): string => digest('sha256', value);

/** The database and the second journal tell different stories: offline sales are refused until a person decides. */
export class JournalsDiffer extends Error {}

export interface DeviceRecorder extends Recorder {
  readonly replayed: number;
}

interface Heads {
  sequence: number;
  journalHash: string;
  auditSequence: number;
  auditHash: string;
}

/**
 * Opens the record of one device.
 * @throws JournalsDiffer, JournalDamaged
 */
export async function openDeviceRecorder(options: {
  readonly store: Store;
  readonly second: SecondJournal | null;
  readonly deviceId: string;
  readonly incarnation: () => number;
  readonly newId: () => string;
}): Promise<DeviceRecorder> {
  const { store, second, deviceId } = options;
  const replayed = second ? await heal(store, second, deviceId) : 0;
  const heads = await readHeads(store, deviceId);

  const linesOf = (entry: RecordEntry): { line: JournalLine; next: Heads; facts: Facts } => {
    const sequence = heads.sequence + 1;
    const texts = factsTexts(entry.facts);
    const head = JSON.stringify({
      format: RECORD_FORMAT,
      device: deviceId,
      incarnation: options.incarnation(),
      sequence,
      command: entry.commandId,
      name: entry.name,
      user: entry.userId,
      allowedBy: entry.allowedBy,
      at: entry.at,
      input: entry.input,
      previous: heads.journalHash,
    });
    const record = `${head.slice(0, -1)},"facts":${texts.facts}}`;
    const hash = journalHash(sha256, heads.journalHash, record);
    const audit = auditRow(entry, texts.detail, heads, options.newId());
    const builder = new FactsBuilder(store.agencyId, entry.at);
    const row = builder.insert('auditRecords', audit);
    builder.insert('journal', { deviceId, sequence, commandId: entry.commandId, record, hash });
    return {
      line: { sequence, record, hash, audit: withoutDetail(row) },
      next: { sequence, journalHash: hash, auditSequence: audit.sequence!, auditHash: audit.hash! },
      facts: builder.build(),
    };
  };

  const auditRow = (entry: RecordEntry, detail: string, from: Heads, id: string): NewRow<'auditRecords'> => {
    const row = {
      id,
      deviceId,
      sequence: from.auditSequence + 1,
      commandId: entry.commandId,
      name: entry.name,
      userId: entry.userId,
      allowedBy: entry.allowedBy,
      at: entry.at,
      subject: entry.subject,
      detail,
      previousHash: from.auditHash,
    };
    return { ...row, hash: auditHash(sha256, row) };
  };

  return {
    replayed,
    settle: () => second?.flush(),
    record: (entry) => {
      const { line, next, facts } = linesOf(entry);
      return {
        facts,
        committed: () => {
          Object.assign(heads, next);
          second?.append(line);
        },
      };
    },
  };
}

/** The detail is made of the record's facts, which stand beside it: written twice, it was a third of each line. */
function withoutDetail(audit: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(audit).filter(([name]) => name !== 'detail'));
}

async function readHeads(store: Store, deviceId: string): Promise<Heads> {
  const [last] = await store.read.rows(
    'journal',
    sql`where agency_id = ${store.agencyId} and device_id = ${deviceId} order by sequence desc limit 1`,
  );
  const [audit] = await store.read.query(
    { sequence: int(), hash: text() },
    sql`select sequence, hash from audit_records where agency_id = ${store.agencyId} and device_id = ${deviceId} and sequence is not null order by sequence desc limit 1`,
  );
  return {
    sequence: last?.sequence ?? 0,
    journalHash: last?.hash ?? '',
    auditSequence: audit?.sequence ?? 0,
    auditHash: audit?.hash ?? '',
  };
}

/** Replays what the database lacks, appends what the second journal lacks. @returns the number of records replayed */
async function heal(store: Store, second: SecondJournal, deviceId: string): Promise<number> {
  const mine = sql`agency_id = ${store.agencyId} and device_id = ${deviceId}`;
  const rows = await store.read.query(
    { sequence: int(), hash: text() },
    sql`select sequence, hash from journal where ${mine} order by sequence`,
  );
  const written = second.hashes.length;
  const shared = Math.min(rows.length, written);
  for (let i = 0; i < shared; i++)
    if (rows[i]!.hash !== second.hashes[i])
      throw new JournalsDiffer(`The journal and its second copy differ from record ${rows[i]!.sequence} on.`);
  for (const { sequence } of rows.slice(shared)) {
    const [row] = await store.read.rows('journal', sql`where ${mine} and sequence = ${sequence}`);
    const [audit] = await store.read.rows(
      'auditRecords',
      sql`where agency_id = ${store.agencyId} and command_id = ${row!.commandId}`,
    );
    second.append({ sequence, record: row!.record, hash: row!.hash, audit: withoutDetail({ ...audit }) });
  }
  second.flush();
  let previous = rows.at(-1)?.hash ?? '';
  for (let i = shared; i < written; i++) previous = await replay(store, second.read(i), deviceId, previous);
  return written - shared;
}

async function replay(store: Store, line: JournalLine, deviceId: string, previous: string): Promise<string> {
  if (journalHash(sha256, previous, line.record) !== line.hash)
    throw new JournalsDiffer(`Record ${line.sequence} of the second journal was altered.`);
  const { facts, command } = JSON.parse(line.record) as { facts: Facts; command: string };
  const journalRow = {
    agencyId: store.agencyId,
    deviceId,
    sequence: line.sequence,
    commandId: command,
    record: line.record,
    hash: line.hash,
  };
  const own: Facts = {
    inserts: [
      { table: 'journal', row: journalRow },
      { table: 'auditRecords', row: { ...line.audit, detail: auditDetail(facts) } },
    ],
    changes: [],
    bulk: [],
  };
  await store.write(async (transaction) => {
    await transaction.apply(facts);
    await transaction.apply(own);
    return { commit: true, value: null };
  });
  return line.hash;
}
