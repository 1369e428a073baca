import { sql } from 'drizzle-orm';
import type { Reader } from '../core/store.ts';
import { text } from '../schema/kit.ts';

export async function eventExists(read: Reader, agencyId: string, eventId: string): Promise<boolean> {
  const found = await read.query(
    { id: text() },
    sql`select id from events where agency_id = ${agencyId} and id = ${eventId}`,
  );
  return found.length > 0;
}
