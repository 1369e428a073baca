/** Money counted by coins and notes. */
import { text } from '../../text/text.ts';
import { fail, ok, type Result } from '../result.ts';

/** Minor units of one coin or note, as text, → how many of it. */
export type Denominations = Readonly<Record<string, number>>;

/** As much as one amount may be (contract/fields.ts): nobody counts a million by hand. */
const LARGEST_COUNT_MINOR = 100_000_000;

/**
 * What a count comes to, in minor units. An empty count is nothing in the drawer.
 * Errors: BAD_COUNT { issues } naming every denomination that is none, or a sum that no drawer holds.
 */
export function totalOfCount(denominations: Denominations): Result<number> {
  const issues: { path: string; message: string }[] = [];
  let totalMinor = 0;
  for (const [denomination, count] of Object.entries(denominations)) {
    const valueMinor = Number(denomination);
    if (!/^[1-9]\d{0,8}$/.test(denomination) || !Number.isInteger(count) || count < 0)
      issues.push({ path: `denominations.${denomination}`, message: text('cash.badDenomination', { denomination }) });
    else totalMinor += valueMinor * count;
  }
  if (totalMinor > LARGEST_COUNT_MINOR) issues.push({ path: 'denominations', message: text('cash.countTooLarge') });
  return issues.length === 0
    ? ok(totalMinor)
    : fail('BAD_COUNT', issues.map((issue) => issue.message).join(' '), { issues });
}
