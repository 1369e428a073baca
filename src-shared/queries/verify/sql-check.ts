/** A check as two statements, the same on both stores. */
import type { SQL } from 'drizzle-orm';
import type { Reader } from '../../core/store.ts';
import { checkOf, problemOf, type Check } from '../../domain/verify/check.ts';
import { int, text } from '../../schema/kit.ts';
import type { TextKey } from '../../text/text.ts';

export interface SqlCheck {
  readonly name: string;
  readonly problem: TextKey;
  /** Selects one number. */
  readonly counted: SQL;
  /** Selects what is wrong and how, two texts a row. */
  readonly found: SQL;
}

export async function runSqlCheck(read: Reader, { name, problem, counted, found }: SqlCheck): Promise<Check> {
  const [total] = await read.query({ count: int() }, counted);
  const findings = await read.query({ what: text(), detail: text() }, found);
  return checkOf(
    name,
    total!.count,
    findings.map((finding) => problemOf(problem, finding)),
  );
}
