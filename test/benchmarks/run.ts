/**
 * `npm run bench`: how fast we are against a control run beside us, as one table.
 * `-- L1 P1` runs some, `--n 10000,150000` at other sizes, `--json FILE` writes the figures too.
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark.ts';
import { benchmarks } from './list.ts';
import { measure, type Measurement } from './measure.ts';
import { growthOf, tableOf } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { n: { type: 'string' }, json: { type: 'string' } },
});
const wanted = new Set(positionals.map((name) => name.toUpperCase()));
const unknown = [...wanted].filter((id) => !benchmarks.some((benchmark) => benchmark.id === id));
const sizes = values.n?.split(',').map(Number);

if (unknown.length > 0 || sizes?.some((n) => !Number.isInteger(n) || n < 1)) {
  console.error(`There are ${benchmarks.map(({ id }) => id).join(', ')}; --n takes whole numbers: 5000,150000`);
  process.exitCode = 2;
} else {
  await runAll(benchmarks.filter(({ id }) => wanted.size === 0 || wanted.has(id)));
}

async function runAll(chosen: readonly Benchmark[]): Promise<void> {
  const measurements: Measurement[] = [];
  const failures: string[] = [];
  for (const benchmark of chosen)
    for (const n of benchmark.fixedSize ? benchmark.sizes : (sizes ?? benchmark.sizes)) {
      process.stderr.write(`${benchmark.id} n=${n} …\n`);
      try {
        measurements.push(...(await measure(benchmark, n)));
      } catch (error) {
        failures.push(
          `${benchmark.id} n=${n}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
    }
  console.log(`${machine()}\n\n${tableOf(chosen, measurements)}`);
  for (const failure of failures) console.error(`could not be measured: ${failure}`);
  const records = measurements.map((measured) => ({ ...measured, growth: growthOf(measured, measurements) }));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(records, null, 2)}\n`);
}

/** What the figures were taken on, and when. */
function machine(): string {
  const processors = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const system = `${process.platform} ${process.arch}`;
  const date = new Date().toISOString().slice(0, 10);
  return `${processors.length} × ${processors[0]!.model.trim()}, ${memory}, ${system}, Node ${process.version}, ${date}`;
}
