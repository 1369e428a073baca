/** Numbers that must follow each other without a gap, each series from 1. */

export interface NumberFault {
  readonly number: string;
  readonly fault: 'MISSING' | 'BEYOND_COUNTER';
  /** The last number that was given out. */
  readonly counter: number;
}

/** A missing tail is told by its first number, a gap by each: a gap is a receipt, a lost tail is a lost backup. */
const MOST_MISSING = 100;

/**
 * @param numbers of the form `R1-000042`: series before the dash, number after it; none twice
 * @param lastBySeries what the counter of a series (`1` for `R1`) stands at
 */
export function numberFaults(numbers: readonly string[], lastBySeries: ReadonlyMap<string, number>): NumberFault[] {
  const faults: NumberFault[] = [];
  const bySeries = Map.groupBy(numbers, (number) => number.slice(1, number.indexOf('-')));
  for (const series of new Set([...bySeries.keys(), ...lastBySeries.keys()])) {
    const counter = lastBySeries.get(series) ?? 0;
    const given = new Set((bySeries.get(series) ?? []).map((number) => Number(number.slice(number.indexOf('-') + 1))));
    const name = (number: number): string => `R${series}-${String(number).padStart(6, '0')}`;
    for (const number of given)
      if (number > counter) faults.push({ number: name(number), fault: 'BEYOND_COUNTER', counter });
    for (let number = 1; number <= counter && faults.length < MOST_MISSING; number++)
      if (!given.has(number)) faults.push({ number: name(number), fault: 'MISSING', counter });
  }
  return faults;
}
