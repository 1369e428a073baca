/** Who did what, newest first. */
import { sql, type SQL } from 'drizzle-orm';
import type { Query } from '../commands/registry.ts';
import { auditLines } from '../domain/audit/detail.ts';
import { ok } from '../domain/result.ts';
import { containsPattern } from '../domain/text/like.ts';
import { instant, int, text } from '../schema/kit.ts';

const PAGE = 100;

/**
 * A page of the audit trail. Pages go by the device's own count, so that a clock set back hides nothing and repeats
 * nothing; `before` is the lowest sequence seen.
 */
const auditList: Query<'audit.list'> = async (read, { agencyId }, { before, text: wanted }) => {
  const conditions: SQL[] = [sql`a.agency_id = ${agencyId}`];
  if (before !== undefined) conditions.push(sql`a.sequence < ${before}`);
  if (wanted) conditions.push(about(agencyId, wanted));
  const records = await read.query(
    {
      id: text(),
      sequence: int().orNull,
      at: instant(),
      name: text(),
      userName: text(),
      allowedByName: text().orNull,
      detail: text(),
    },
    sql`select a.id, a.sequence, a.at, a.name, coalesce(u.name, a.user_id), m.name, a.detail
        from audit_records a
        left join users u on u.agency_id = a.agency_id and u.id = a.user_id
        left join users m on m.agency_id = a.agency_id and m.id = a.allowed_by
        where ${sql.join(conditions, sql` and `)}
        order by a.sequence is null desc, a.sequence desc, a.at desc, a.id desc limit ${sql.raw(String(PAGE))}`,
  );
  return ok(records.map((record) => ({ ...record, detail: auditLines(record.detail).join('\n') })));
};

/** The name of what was done, a person, or the number of a sale or ticket. */
function about(agencyId: string, wanted: string): SQL {
  const pattern = containsPattern(wanted.toLowerCase());
  const number = wanted.trim().toUpperCase();
  return sql`(lower(a.name) like ${pattern} escape '!' or lower(u.name) like ${pattern} escape '!'
    or a.subject in (select id from sales where agency_id = ${agencyId} and number = ${number})
    or a.subject in (select sale_id from tickets where agency_id = ${agencyId} and number = ${number}))`;
}

export const auditQueries: { 'audit.list': Query<'audit.list'> } = { 'audit.list': auditList };
