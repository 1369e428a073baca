/** Prints the DDL of the schema for one dialect: the start of a migration, to be read and kept by hand. */
import { columnName, type Column, type Table } from '../src-shared/schema/kit.ts';
import { schema } from '../src-shared/schema/schema.ts';

type Dialect = 'local' | 'central';

const typeByKind: Record<Dialect, Record<Column<unknown>['kind'], string>> = {
  local: { text: 'text', int: 'integer', bool: 'integer', json: 'text', instant: 'integer', bytes: 'blob' },
  central: {
    text: 'text collate "C"',
    int: 'bigint',
    bool: 'boolean',
    json: 'json',
    instant: 'bigint',
    bytes: 'bytea',
  },
};

/** `create table` and its indexes. */
export function draftTable(table: Table, dialect: Dialect): string {
  const lines = Object.entries(table.columns).map(
    ([name, column]) =>
      `  ${columnName(name)} ${typeByKind[dialect][column.kind]}${column.nullable ? '' : ' not null'}`,
  );
  lines.push(`  primary key (${['agencyId', ...table.key].map(columnName).join(', ')})`);
  for (const [name, column] of Object.entries(table.columns))
    if (column.references)
      lines.push(
        `  foreign key (agency_id, ${columnName(name)}) references ${column.references} (agency_id, id) deferrable initially deferred`,
      );
  const isKeyed = !('id' in table.columns);
  const end = dialect === 'local' ? (isKeyed ? ') strict, without rowid;' : ') strict;') : ');';
  const indexes = [
    ...table.unique.map(
      (rule) =>
        `create unique index ${rule.name} on ${table.name} (${['agencyId', ...rule.columns].map(columnName).join(', ')})${rule.where ? ` where ${rule.where}` : ''};`,
    ),
    ...table.indexes.map(
      (index) =>
        `create index ${index.name} on ${table.name} (${['agencyId', ...index.columns].map(columnName).join(', ')});`,
    ),
  ];
  return [`create table ${table.name} (`, `${lines.join(',\n')}`, end, ...indexes, ''].join('\n');
}

/** Parents before their children: Postgres takes no reference to a table that is not there yet. */
export function parentsFirst(tables: readonly Table[]): Table[] {
  const ordered = new Set<Table>();
  const add = (table: Table): void => {
    if (ordered.has(table)) return;
    for (const { references } of Object.values(table.columns)) {
      const parent = tables.find(({ name }) => name === references);
      if (parent && parent !== table) add(parent);
    }
    ordered.add(table);
  };
  tables.forEach(add);
  return [...ordered];
}

if (import.meta.main) {
  const dialect = process.argv[2] === 'central' ? 'central' : 'local';
  for (const table of parentsFirst(Object.values(schema))) process.stdout.write(`${draftTable(table, dialect)}\n`);
}
