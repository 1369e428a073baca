/**
 * The two roles of a database. `parterre_owner` owns the tables and migrates; `parterre_app` runs the program and is
 * held by row-level security.
 */
import pg from 'pg';

export const OWNER_ROLE = 'parterre_owner';
export const APP_ROLE = 'parterre_app';

/**
 * Makes the roles where they are missing and sets their passwords; once per server, as its administrator.
 * @param connectionString of a role that may create roles
 */
export async function prepareRoles(
  connectionString: string,
  passwords: { readonly owner: string; readonly app: string },
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await prepareRole(client, OWNER_ROLE, passwords.owner);
    await prepareRole(client, APP_ROLE, passwords.app);
  } finally {
    await client.end();
  }
}

async function prepareRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${client.escapeLiteral(password)}`,
  );
}
