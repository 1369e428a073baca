/** What both migration runners promise: nothing from a newer program is touched, and what has run is what we carry. */

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** sha256 of the SQL. */
  readonly checksum: string;
}

export interface AppliedMigration {
  readonly number: number;
  readonly checksum: string;
}

/** The database was written by a newer program. Nothing was touched. */
export class DatabaseFromTheFuture extends Error {
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(
      `This data was written by a newer version of Parterre (data version ${found}, this program knows ${known}). Update Parterre, or restore an older backup.`,
    );
    this.found = found;
    this.known = known;
  }
}

/** A migration that has run is not the one this program carries, or one was merged late and never ran here. */
export class MigrationChanged extends Error {}

/** @throws DatabaseFromTheFuture when the data is newer than the newest of `migrations` */
export function refuseTheFuture(migrations: readonly Migration[], found: number): void {
  const known = migrations.at(-1)?.number ?? 0;
  if (found > known) throw new DatabaseFromTheFuture(found, known);
}

/**
 * @param applied what the data says has run
 * @returns what must still run, in order
 * @throws DatabaseFromTheFuture, MigrationChanged
 */
export function missingMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  const found = Math.max(0, ...applied.map((migration) => migration.number));
  refuseTheFuture(migrations, found);
  const checksumByNumber = new Map(applied.map((migration) => [migration.number, migration.checksum]));
  for (const migration of migrations)
    if (migration.number <= found && checksumByNumber.get(migration.number) !== migration.checksum)
      throw new MigrationChanged(
        `Migration ${migration.number} (${migration.name}) is not the one this data was made with.`,
      );
  return migrations.filter((migration) => migration.number > found);
}
