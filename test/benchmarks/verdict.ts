/** Whether figures hold their bars, and how bars and figures are written. */
import type { Bar, Comparison } from './benchmark.ts';

/**
 * UNSTEADY: so many rounds drifted that three quiet ones were never seen; the figures are of all rounds.
 * INCOMPLETE: a figure that a bar is asked of could not be had, so nothing is claimed.
 */
export type Verdict = 'goal' | 'must' | 'MISSED' | 'measured' | 'UNSTEADY' | 'INCOMPLETE';

/** What was measured of one comparison. */
export interface Figures {
  readonly value: number;
  readonly control: number;
  /** Value to control. */
  readonly ratio: number;
}

/** `goal` when every bar asked at this size holds, `must` when every floor does. */
export function verdictOf(comparisons: readonly Comparison[], figures: readonly Figures[], n: number): Verdict {
  const answers = (bar: 'must' | 'goal'): (boolean | null)[] =>
    comparisons.flatMap((comparison, line) => {
      const asked = comparison[bar];
      return asked && n >= (asked.fromN ?? 0) ? [holds(asked, figures[line]!)] : [];
    });
  const [musts, goals] = [answers('must'), answers('goal')];
  if (musts.includes(false)) return 'MISSED';
  if ([...musts, ...goals].includes(null)) return 'INCOMPLETE';
  if (goals.length > 0 && !goals.includes(false)) return 'goal';
  if (musts.length > 0) return 'must';
  return goals.length > 0 ? 'MISSED' : 'measured';
}

/** Null when the figure could not be had. */
function holds({ of, sense, limit }: Bar, { value, ratio }: Figures): boolean | null {
  const figure = of === 'RATIO' ? ratio : value;
  if (Number.isNaN(figure)) return null;
  return sense === 'AT_LEAST' ? figure >= limit : figure <= limit;
}

/** Null where no bar is asked. */
export function barText(bar: Bar | null, unit: string, n: number): string | null {
  if (bar === null || n < (bar.fromN ?? 0)) return null;
  return `${bar.sense === 'AT_LEAST' ? '≥' : '≤'} ${bar.of === 'RATIO' ? ratioText(bar.limit) : `${bar.limit} ${unit}`}`;
}

/** A small ratio as a fraction: how many times less is what one wants to read. */
export function ratioText(ratio: number): string {
  if (Number.isNaN(ratio)) return '–';
  return ratio > 0 && ratio <= 0.1 ? `1/${figureText(1 / ratio)} ×` : `${figureText(ratio)} ×`;
}

/** Three digits that mean something, and no zeros that mean nothing. */
export function figureText(value: number): string {
  if (Number.isNaN(value)) return '–';
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
