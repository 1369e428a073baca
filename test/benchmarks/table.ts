/** The figures as people read them. */
import type { Benchmark } from './benchmark.ts';
import type { Measurement } from './measure.ts';

const HEADINGS = ['', 'n', 'value', 'control', 'ratio', 'must', 'goal', 'verdict', 'what'];
/** The last column is text, and stands left. */
const LEFT = new Set([0, 7, 8]);

export function tableOf(benchmarks: readonly Benchmark[], measurements: readonly Measurement[]): string {
  const lines = measurements.map((measured) => {
    const { title, control, unit } = benchmarks.find(({ id }) => id === measured.id)!;
    const repeated = measured.repeated > 0 ? ` (${measured.repeated} repeated)` : '';
    return [
      measured.id,
      measured.n.toLocaleString('en'),
      `${figure(measured.value)} ${unit}`,
      `${figure(measured.control)} ${unit}`,
      `${figure(measured.ratio)} ×`,
      measured.must ?? '',
      measured.goal ?? '',
      measured.verdict + repeated,
      `${title}, against ${control}`,
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

/** Three digits that mean something. */
function figure(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
