/**
 * How a lot of seats may be split, and what a sale may leave behind: the no-single rule and a broker's splits are one
 * rule about what stays before and after the seats that are taken.
 */

/**
 * ANY: at will. NONE: the lot whole. PAIRS: by twos, or whole. SMART: as the resale market lists lots, so that what is
 * left can still be sold.
 */
export type SplitRule = 'ANY' | 'NONE' | 'PAIRS' | 'SMART';

/** Whether a place has lost its last neighbour: one is left on a side. */
export function leavesSingle(before: number, after: number): boolean {
  return before === 1 || after === 1;
}

/** Whether `taken` seats that stand in a lot with `before` and `after` left on their sides may be sold. */
export function allowsSplit(rule: SplitRule, before: number, taken: number, after: number): boolean {
  const left = before + after;
  if (rule === 'ANY' || left === 0) return true;
  if (rule === 'NONE' || leavesSingle(before, after)) return false;
  // Four are two pairs: three, which one buyer would leave, can be sold to no couple without a single left over.
  const isByPairs = rule === 'PAIRS' || taken + left === 4;
  return !isByPairs || taken % 2 === 0;
}

/** How many of a lot of `quantity` may be sold together, ascending: sold from one end, which leaves the most open. */
export function splitsOf(rule: SplitRule, quantity: number): number[] {
  const counts = Array.from({ length: Math.max(quantity, 0) }, (_, index) => index + 1);
  return counts.filter((taken) => allowsSplit(rule, 0, taken, quantity - taken));
}
