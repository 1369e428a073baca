/** A device's data survives every update of the program, and a wrong program does not touch it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseFromTheFuture, MigrationChanged, type Migration } from '../../src-shared/core/migrations.ts';
import { openWriter, type Connection } from '../../src-main/store/database.ts';
import { migrate } from '../../src-main/store/migrate.ts';
import { localMigrations } from '../../src-main/store/migrations.generated.ts';
import { openSqliteStore } from '../../src-main/store/sqlite-store.ts';

const migration = (number: number, sql: string): Migration => ({
  number,
  name: `step_${number}`,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

const PARENTS_AND_CHILDREN = migration(
  1,
  `create table parents (id text primary key, name text) strict;
   create table children (id text primary key, parent_id text not null references parents (id) on delete cascade) strict;`,
);

/** SQLite's own way to change a table: make it anew, copy, drop, rename. */
const REBUILD_OF_PARENTS = migration(
  2,
  `create table new_parents (id text primary key, name text not null default '', age integer) strict;
   insert into new_parents (id, name) select id, coalesce(name, '') from parents;
   drop table parents;
   alter table new_parents rename to parents;`,
);

let folder: string;
let file: string;
const opened: Connection[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parterre-migrate-'));
  file = join(folder, 'parterre.sqlite');
});
afterEach(() => {
  for (const connection of opened.splice(0)) connection.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(): Connection {
  const connection = openWriter(file);
  opened.push(connection);
  return connection;
}

function withChildren(): Connection {
  const connection = open();
  migrate(connection, [PARENTS_AND_CHILDREN], folder);
  connection.exec("insert into parents values ('p', 'Ada'), ('q', null)");
  connection.exec("insert into children values ('c', 'p'), ('d', 'q')");
  return connection;
}

const fingerprint = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const copies = (): string[] => readdirSync(folder).filter((name) => name.startsWith('before-version'));
const versionOf = (connection: Connection): unknown => connection.pragma('user_version', { simple: true });

describe('an update of the program', () => {
  test('keeps the children when it rebuilds their parent', () => {
    const connection = withChildren();
    migrate(connection, [PARENTS_AND_CHILDREN, REBUILD_OF_PARENTS], folder);
    expect(connection.prepare('select id, parent_id from children order by id').raw().all()).toEqual([
      ['c', 'p'],
      ['d', 'q'],
    ]);
    expect(connection.prepare('select * from parents order by id').raw().all()).toEqual([
      ['p', 'Ada', null],
      ['q', '', null],
    ]);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('that would leave a child without its parent is undone whole', () => {
    const connection = withChildren();
    const orphaning = migration(2, "create table toys (id text) strict; delete from parents where id = 'p'");
    expect(() => migrate(connection, [PARENTS_AND_CHILDREN, orphaning], folder)).toThrow('without their parent');
    expect(versionOf(connection)).toBe(1);
    expect(connection.prepare('select count(*) from parents').pluck().get()).toBe(2);
    expect(connection.prepare("select count(*) from sqlite_schema where name = 'toys'").pluck().get()).toBe(0);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('that fails keeps the steps before it, and goes on from there', () => {
    const connection = withChildren();
    const broken = migration(3, 'create table half (id text) strict; insert into nowhere values (1)');
    const steps = [PARENTS_AND_CHILDREN, REBUILD_OF_PARENTS];
    expect(() => migrate(connection, [...steps, broken], folder)).toThrow('nowhere');
    expect(versionOf(connection)).toBe(2);
    migrate(connection, [...steps, migration(3, 'create table whole (id text) strict')], folder);
    expect(versionOf(connection)).toBe(3);
  });

  test('lays a copy of the data as it was beside it first', () => {
    const connection = withChildren();
    migrate(connection, [PARENTS_AND_CHILDREN, REBUILD_OF_PARENTS], folder);
    expect(copies()).toEqual(['before-version-2-from-1.sqlite']);
    const copy = new Database(join(folder, copies()[0]!), { readonly: true });
    expect(copy.prepare('select name from parents order by id').pluck().all()).toEqual(['Ada', null]);
    expect(versionOf(copy)).toBe(1);
    copy.close();
  });

  test('tried again after it failed lays the copy again', () => {
    const connection = withChildren();
    const broken = migration(2, 'insert into nowhere values (1)');
    expect(() => migrate(connection, [PARENTS_AND_CHILDREN, broken], folder)).toThrow('nowhere');
    writeFileSync(join(folder, 'before-version-2-from-1.sqlite.unfinished'), 'a copy the power cut');
    connection.exec("insert into parents values ('r', 'Mo')");
    migrate(connection, [PARENTS_AND_CHILDREN, REBUILD_OF_PARENTS], folder);
    const copy = new Database(join(folder, copies()[0]!), { readonly: true });
    expect(copy.prepare('select count(*) from parents').pluck().get()).toBe(3);
    copy.close();
    expect(copies()).toHaveLength(1);
  });

  test('that has nothing to do does nothing', () => {
    const connection = withChildren();
    const before = connection.prepare('select total_changes()').pluck().get();
    migrate(connection, [PARENTS_AND_CHILDREN], folder);
    expect(connection.prepare('select total_changes()').pluck().get()).toBe(before);
    expect(copies()).toEqual([]);
  });
});

describe('data the program does not fit', () => {
  test('from a newer program is refused and left as it is, byte by byte', () => {
    const newer = withChildren();
    migrate(newer, [PARENTS_AND_CHILDREN, REBUILD_OF_PARENTS], null);
    newer.close();
    const before = fingerprint(file);
    const connection = open();
    expect(() => migrate(connection, [PARENTS_AND_CHILDREN], folder)).toThrow(new DatabaseFromTheFuture(2, 1));
    connection.close();
    expect(fingerprint(file)).toBe(before);
    expect(copies()).toEqual([]);
  });

  test('whose migration was changed since is refused and left as it is', () => {
    const connection = withChildren();
    const changed = migration(1, `${PARENTS_AND_CHILDREN.sql} -- harmless?`);
    expect(() => migrate(connection, [changed, REBUILD_OF_PARENTS], folder)).toThrow(MigrationChanged);
    expect(versionOf(connection)).toBe(1);
    expect(copies()).toEqual([]);
  });

  test('that skipped a migration merged late is refused, not left without it', () => {
    const connection = withChildren();
    const later = migration(3, 'create table toys (id text) strict');
    migrate(connection, [PARENTS_AND_CHILDREN, later], folder);
    expect(() => migrate(connection, [PARENTS_AND_CHILDREN, REBUILD_OF_PARENTS, later], folder)).toThrow(
      'Migration 2 (step_2)',
    );
  });

  test('is let go of, so that a backup can take its place', () => {
    const newer = open();
    migrate(newer, localMigrations, null);
    newer.pragma('user_version = 999');
    newer.close();
    const options = { file, agencyId: 'a', bulkHandlers: {}, backupFolder: folder };
    expect(() => openSqliteStore(options)).toThrow(DatabaseFromTheFuture);
    // The last connection that closes takes the write-ahead log away.
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
});
