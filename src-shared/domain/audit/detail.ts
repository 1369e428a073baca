/** What an audit record says a command did, in lines a person can read. */

interface AuditChange {
  readonly table: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly was: Readonly<Record<string, unknown>>;
  readonly set: Readonly<Record<string, unknown>>;
}

interface AuditDetail {
  readonly changes: readonly AuditChange[];
  readonly inserts: readonly { readonly table: string; readonly row: Readonly<Record<string, unknown>> }[];
  readonly bulk: readonly { readonly name: string }[];
}

/** More is read in the journal, not in a list. */
const MOST_LINES = 12;
const LONGEST_VALUE = 60;

/** Kept by every row; they say nothing that the record itself does not. */
const STAMPS: ReadonlySet<string> = new Set(['version', 'stateVersion', 'termsVersion', 'updatedAt']);

/** Hashes of PINs, passwords and sessions are no business of a reader. */
const SECRETS: ReadonlySet<string> = new Set(['pinHash', 'passwordHash', 'tokenHash']);

/**
 * One line per changed or new row: `tickets id-7: status CONFIRMED → USED`, `scans new`, what is too much counted.
 * @param detail as the record keeps it
 */
export function auditLines(detail: string): string[] {
  const { changes, inserts, bulk } = JSON.parse(detail) as AuditDetail;
  const newRows = Map.groupBy(inserts, ({ table }) => table);
  const lines = [
    ...changes.map((change) => `${change.table} ${Object.values(change.key).join(' ')}: ${columnsOf(change)}`),
    ...[...newRows].map(([table, rows]) => `${table}: ${rows.length} new`),
    ...bulk.map(({ name }) => name),
  ];
  const left = lines.length - MOST_LINES;
  return left > 1 ? [...lines.slice(0, MOST_LINES), `+ ${left}`] : lines;
}

function columnsOf({ was, set }: AuditChange): string {
  return Object.keys(set)
    .filter((column) => !STAMPS.has(column))
    .map((column) => (SECRETS.has(column) ? column : `${column} ${shown(was[column])} → ${shown(set[column])}`))
    .join(', ');
}

/** What a line would end at: a value that holds one must not look like a line of the record. */
const LINE_ENDS = /[\p{Cc}\u2028\u2029]+/gu;

function shown(value: unknown): string {
  const whole = (typeof value === 'string' ? value : JSON.stringify(value ?? null)).replace(LINE_ENDS, ' ');
  // A character takes two units at most.
  const characters = Array.from(whole.slice(0, 2 * (LONGEST_VALUE + 1)));
  return characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE).join('')}…` : whole;
}
