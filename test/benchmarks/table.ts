/** The figures as people read them. */
import type { Benchmark, Comparison } from './benchmark.ts';
import { comparisonsOf, type Measurement } from './measure.ts';
import { figureText, ratioText } from './verdict.ts';

const HEADINGS = ['', 'n', 'value', 'control', 'ratio', 'growth', 'must', 'goal', 'verdict', 'what'];
/** Text, and stands left. */
const LEFT = new Set([0, 8, 9]);

export function tableOf(benchmarks: readonly Benchmark[], measurements: readonly Measurement[]): string {
  const lines = measurements.map((measured) => {
    const benchmark = benchmarks.find(({ id }) => id === measured.id)!;
    const comparison = comparisonsOf(benchmark)[measured.line]!;
    return [
      measured.id,
      measured.n.toLocaleString('en'),
      `${figureText(measured.value)} ${comparison.unit}`,
      controlText(measured.control, comparison),
      ratioText(measured.ratio),
      growthText(measured, measurements),
      measured.must ?? '',
      measured.goal ?? '',
      measured.verdict + roundsText(measured),
      `${comparison.title}, against ${comparison.control}`,
    ];
  });
  const widths = HEADINGS.map((heading, at) => Math.max(heading.length, ...lines.map((line) => line[at]!.length)));
  return [HEADINGS, ...lines]
    .map((line) =>
      line
        .map((cell, at) => (LEFT.has(at) ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * How the figure grew from the smallest size measured to this one; null but at the largest of several sizes. What costs
 * the same at every size has 1.
 */
export function growthOf(measured: Measurement, measurements: readonly Measurement[]): number | null {
  const same = measurements.filter(({ id, line }) => id === measured.id && line === measured.line);
  const [smallest, ...others] = same.toSorted((a, b) => a.n - b.n);
  return others.length > 0 && others.at(-1) === measured ? measured.value / smallest!.value : null;
}

function growthText(measured: Measurement, measurements: readonly Measurement[]): string {
  const growth = growthOf(measured, measurements);
  return growth === null ? '' : ratioText(growth);
}

function controlText(control: number, { unit, stoppedAt }: Comparison): string {
  const isStopped = stoppedAt !== undefined && control >= stoppedAt;
  return `${isStopped ? '> ' : ''}${figureText(control)} ${unit}`;
}

function roundsText({ rounds, repeated, verdict }: Measurement): string {
  if (rounds === 1) return ' (1 round)';
  return repeated > 0 && verdict !== 'UNSTEADY' ? ` (${repeated} repeated)` : '';
}
