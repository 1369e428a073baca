/** One question put to a store's rows, and everything that answers it wrongly. */
import { text, type TextKey } from '../../text/text.ts';

export interface Check {
  /** `subject.rule`, the same in every version. */
  readonly name: string;
  /** How many things were looked at: a check that looked at nothing proves nothing. */
  readonly count: number;
  /** Sentences; empty when all is well. */
  readonly problems: readonly string[];
}

/** More name the same fault again; the number says how many. */
const MOST_PROBLEMS = 50;

export function checkOf(name: string, count: number, problems: readonly string[]): Check {
  const left = problems.length - MOST_PROBLEMS;
  if (left <= 0) return { name, count, problems };
  return { name, count, problems: [...problems.slice(0, MOST_PROBLEMS), text('verify.andMore', { count: left })] };
}

export interface Finding {
  /** What is wrong: a ticket's number, a seat, a sale's number. */
  readonly what: string;
  /** How. */
  readonly detail: string;
}

export function problemOf(key: TextKey, { what, detail }: Finding): string {
  return text(key, { what, detail });
}
