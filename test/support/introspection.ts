/** What a database says of its own tables, in one form for both dialects, to be held against the schema. */
import type Database from 'better-sqlite3';
import pg from 'pg';
import { columnName, type ColumnKind } from '../../src-shared/schema/kit.ts';
import { TABLES } from './generated-rows.ts';
import { tableOf } from '../../src-shared/schema/schema.ts';

export interface ColumnSeen {
  readonly type: string;
  readonly nullable: boolean;
  readonly collation?: string;
}

export interface IndexSeen {
  readonly columns: readonly string[];
  readonly unique: boolean;
  /** The condition of a partial index as the dialect writes it, or null. */
  readonly where: string | null;
}

export interface TableSeen {
  readonly columns: Readonly<Record<string, ColumnSeen>>;
  readonly key: readonly string[];
  /** `(columns) → table (columns)`, all checked at the commit. */
  readonly references: readonly string[];
  readonly indexes: Readonly<Record<string, IndexSeen>>;
}

export type TablesSeen = Readonly<Record<string, TableSeen>>;

const reference = (columns: string, parent: string, parentColumns: string): string =>
  `(${columns}) -> ${parent} (${parentColumns}) deferred`;

/** What the schema asks of a dialect. @param where how the dialect writes a condition on a table */
export function tablesOfSchema(
  columnByKind: Readonly<Record<ColumnKind, Omit<ColumnSeen, 'nullable'>>>,
  where: (table: string, condition: string) => string,
): TablesSeen {
  const entries = TABLES.map((tableName): [string, TableSeen] => {
    const table = tableOf(tableName);
    const columns = Object.entries(table.columns).map(([name, column]): [string, ColumnSeen] => [
      columnName(name),
      { ...columnByKind[column.kind], nullable: column.nullable },
    ]);
    const references = Object.entries(table.columns).flatMap(([name, column]) =>
      column.references === null
        ? []
        : [reference(`agency_id, ${columnName(name)}`, column.references, 'agency_id, id')],
    );
    const withAgency = (names: readonly string[]): string[] => ['agency_id', ...names.map(columnName)];
    const indexes = [
      ...table.unique.map((rule): [string, IndexSeen] => [
        rule.name,
        {
          columns: withAgency(rule.columns),
          unique: true,
          where: rule.where === undefined ? null : where(table.name, rule.where),
        },
      ]),
      ...table.indexes.map((index): [string, IndexSeen] => [
        index.name,
        { columns: withAgency(index.columns), unique: false, where: null },
      ]),
    ];
    return [
      table.name,
      {
        columns: Object.fromEntries(columns),
        key: withAgency(table.key),
        references: references.toSorted(),
        indexes: Object.fromEntries(indexes),
      },
    ];
  });
  return Object.fromEntries(entries);
}

export function tablesOfSqlite(connection: Database.Database): TablesSeen {
  const pragma = <R>(text: string): R[] => connection.pragma(text) as R[];
  const names = pragma<{ name: string; type: string; strict: number; schema: string }>('table_list').filter(
    (table) => table.schema === 'main' && table.type === 'table' && !/^(sqlite_|migrations$)/.test(table.name),
  );
  const sqlOf = connection.prepare('select sql from sqlite_schema where name = ?').pluck();
  const entries = names.map(({ name, strict }): [string, TableSeen] => {
    if (strict !== 1) throw new Error(`${name} is not STRICT`);
    const columns = pragma<{ name: string; type: string; notnull: number; pk: number }>(`table_xinfo(${name})`);
    const foreign = pragma<{ id: number; table: string; from: string; to: string }>(`foreign_key_list(${name})`);
    const byId = Map.groupBy(foreign, (part) => part.id);
    const deferred = (sqlOf.get(name) as string).match(/deferrable initially deferred/g)?.length ?? 0;
    if (deferred !== byId.size) throw new Error(`${name} has references that are checked at once`);
    const indexes = pragma<{ name: string; unique: number; origin: string }>(`index_list(${name})`)
      .filter((index) => index.origin === 'c')
      .map((index): [string, IndexSeen] => [
        index.name,
        {
          columns: pragma<{ name: string }>(`index_info(${index.name})`).map((part) => part.name),
          unique: index.unique === 1,
          where: / where (.*)$/s.exec(sqlOf.get(index.name) as string)?.[1] ?? null,
        },
      ]);
    return [
      name,
      {
        columns: Object.fromEntries(
          columns.map((column) => [column.name, { type: column.type.toLowerCase(), nullable: column.notnull === 0 }]),
        ),
        key: columns
          .filter((column) => column.pk > 0)
          .toSorted((a, b) => a.pk - b.pk)
          .map((column) => column.name),
        references: [...byId.values()]
          .map((parts) => reference(join(parts, 'from'), parts[0]!.table, join(parts, 'to')))
          .toSorted(),
        indexes: Object.fromEntries(indexes),
      },
    ];
  });
  return Object.fromEntries(entries);
}

function join<K extends string>(parts: readonly Record<K, string>[], key: K): string {
  return parts.map((part) => part[key]).join(', ');
}

const POSTGRES_COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    not a.attnotnull as nullable, l.collname as collation
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_collation l on l.oid = a.attcollation
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
  order by c.relname, a.attnum`;

const POSTGRES_INDEXES = `
  select c.relname as "table", i.relname as name, x.indisprimary as "primary", x.indisunique as "unique",
    pg_get_expr(x.indpred, x.indrelid) as "where",
    array(select a.attname::text from unnest(x.indkey) with ordinality k (number, position)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number order by k.position) as columns
  from pg_index x
  join pg_class c on c.oid = x.indrelid
  join pg_class i on i.oid = x.indexrelid
  where c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'`;

const POSTGRES_REFERENCES = `
  select c.relname as "table", p.relname as parent, r.condeferred as deferred,
    (select string_agg(a.attname, ', ' order by k.position) from unnest(r.conkey) with ordinality k (number, position)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number) as columns,
    (select string_agg(a.attname, ', ' order by k.position) from unnest(r.confkey) with ordinality k (number, position)
      join pg_attribute a on a.attrelid = p.oid and a.attnum = k.number) as parent_columns
  from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_class p on p.oid = r.confrelid
  where r.contype = 'f'`;

export async function tablesOfPostgres(client: pg.Client): Promise<TablesSeen> {
  type Of<T> = T & { table: string };
  const { rows: columns } =
    await client.query<Of<ColumnSeen & { name: string; collation: string | null }>>(POSTGRES_COLUMNS);
  const { rows: indexes } = await client.query<Of<IndexSeen & { name: string; primary: boolean }>>(POSTGRES_INDEXES);
  const { rows: references } =
    await client.query<Of<{ parent: string; deferred: boolean; columns: string; parent_columns: string }>>(
      POSTGRES_REFERENCES,
    );
  if (!references.every((one) => one.deferred)) throw new Error('a reference is checked at once');
  const tables = [...new Set(columns.map((column) => column.table))];
  const entries = tables.map((name): [string, TableSeen] => [
    name,
    {
      columns: Object.fromEntries(
        columns
          .filter((column) => column.table === name)
          .map(({ name: own, type, nullable, collation }) => [
            own,
            collation === null ? { type, nullable } : { type, nullable, collation },
          ]),
      ),
      key: indexes.find((index) => index.table === name && index.primary)?.columns ?? [],
      references: references
        .filter((one) => one.table === name)
        .map((one) => reference(one.columns, one.parent, one.parent_columns))
        .toSorted(),
      indexes: Object.fromEntries(
        indexes
          .filter((index) => index.table === name && !index.primary)
          .map((index) => [index.name, { columns: index.columns, unique: index.unique, where: index.where }]),
      ),
    },
  ]);
  return Object.fromEntries(entries);
}

/** Each condition of the schema as Postgres writes it back, found by trying it on an index that is never kept. */
export async function conditionsAsPostgresWritesThem(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const written = new Map<string, string>();
  for (const table of TABLES.map(tableOf))
    for (const { where } of table.unique) {
      if (where === undefined) continue;
      await client.query(`begin; create index probe on ${table.name} (agency_id) where ${where}`);
      const { rows } = await client.query<{ text: string }>(
        "select pg_get_expr(indpred, indrelid) as text from pg_index where indexrelid = 'probe'::regclass",
      );
      await client.query('rollback');
      written.set(`${table.name}: ${where}`, rows[0]!.text);
    }
  return written;
}
