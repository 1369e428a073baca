/**
 * What a sale may leave behind: the no-single rule and a broker's splits are one rule about the pieces that stay of a
 * run of seats when some are taken.
 */

/**
 * ANY: at will. NONE: the lot whole. PAIRS: by twos, or whole. SMART: as the resale market lists lots, so that what is
 * left can still be sold.
 */
export type SplitRule = 'ANY' | 'NONE' | 'PAIRS' | 'SMART';

/** Whether a place would stay that has lost its last neighbour. */
export function leavesSingle(left: readonly number[]): boolean {
  return left.includes(1);
}

/** Whether so many seats of a run may be sold when pieces of these lengths stay of it. */
export function allowsSplit(rule: SplitRule, taken: number, left: readonly number[]): boolean {
  const stay = left.reduce((sum, length) => sum + length, 0);
  if (rule === 'ANY' || stay === 0) return true;
  if (rule === 'NONE' || leavesSingle(left)) return false;
  // Four are two pairs, as every listing looked at has it: whoever takes one leaves three, of which no couple can have
  // two without one staying behind.
  const isByPairs = rule === 'PAIRS' || taken + stay === 4;
  return !isByPairs || taken % 2 === 0;
}

/** How many of a lot of `quantity` may be sold together, ascending: from one end, which leaves the most choice. */
export function splitsOf(rule: SplitRule, quantity: number): number[] {
  const counts = Array.from({ length: Math.max(quantity, 0) }, (_, index) => index + 1);
  return counts.filter((taken) => allowsSplit(rule, taken, [quantity - taken]));
}
