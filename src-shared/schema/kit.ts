/**
 * Describes tables once, for both stores. A description is data: each store turns it into its own drizzle tables,
 * its statements and (checked by a test) its migrations. It must not know either dialect.
 *
 * `instant` is epoch milliseconds on both stores; `json` is text that is never queried inside; ids are lower-case text.
 */

export type ColumnKind = 'text' | 'int' | 'bool' | 'json' | 'instant' | 'bytes';

export interface Column<T> {
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  /** The table whose `id` this column names. */
  readonly references: string | null;
  /** Carries the type only. */
  readonly type?: T;
  readonly orNull: Column<T | null>;
  to(table: string): Column<T>;
}

function column<T>(kind: ColumnKind, nullable: boolean, references: string | null): Column<T> {
  return {
    kind,
    nullable,
    references,
    get orNull(): Column<T | null> {
      return column<T | null>(kind, true, references);
    },
    to: (table) => column<T>(kind, nullable, table),
  };
}

export const text = <T extends string = string>(): Column<T> => column<T>('text', false, null);
export const int = (): Column<number> => column<number>('int', false, null);
export const bool = (): Column<boolean> => column<boolean>('bool', false, null);
export const json = <T>(): Column<T> => column<T>('json', false, null);
export const instant = (): Column<number> => column<number>('instant', false, null);
export const bytes = (): Column<Uint8Array> => column<Uint8Array>('bytes', false, null);

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** The row type of a set of columns. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

export interface UniqueRule {
  readonly name: string;
  readonly columns: readonly string[];
  /** SQL that both dialects read the same; a fact with an exception is kept beside the one it clashes with. */
  readonly where?: string;
}

export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly columns: C;
  /** Besides `agencyId`, which leads every key. */
  readonly key: readonly string[];
  readonly unique: readonly UniqueRule[];
  readonly indexes: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /**
   * The column groups that are written by compare-and-set, each with its version column. A table has one group,
   * `version`, unless it says otherwise (an event's seats have two writers).
   */
  readonly groups: Readonly<Record<string, readonly string[] | '*'>>;
}

const stamped = { agencyId: text(), version: int(), createdAt: instant(), updatedAt: instant() };
type Stamped = typeof stamped;

/** A table whose rows have an id of their own. */
export function table<C extends Columns>(
  name: string,
  columns: C,
  rules: { unique?: UniqueRule[]; indexes?: Table['indexes'] } = {},
): Table<C & Stamped & { id: Column<string> }> {
  return {
    name,
    columns: { id: text(), ...stamped, ...columns },
    key: ['id'],
    unique: rules.unique ?? [],
    indexes: rules.indexes ?? [],
    groups: { version: '*' },
  };
}

/** A table keyed by what it is about (a seat of an event), with its own groups of columns. */
export function keyedTable<C extends Columns>(
  name: string,
  key: readonly (keyof C & string)[],
  columns: C,
  rules: { unique?: UniqueRule[]; indexes?: Table['indexes']; groups: Table['groups'] },
): Table<C & { agencyId: Column<string> }> {
  return {
    name,
    columns: { agencyId: text(), ...columns },
    key,
    unique: rules.unique ?? [],
    indexes: rules.indexes ?? [],
    groups: rules.groups,
  };
}

/** `eventId` → `event_id`. */
export function columnName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
