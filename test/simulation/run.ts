/** `npm run sim -- --seeds 1000 --from 5000` plays a range of histories; `--seed 42` plays one. Exits 1 on a violation. */
import { parseArgs } from 'node:util';
import { createSimulator, lineOf } from './simulator.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string' },
    answers: { type: 'boolean' },
  },
});
const from = Number(values.seed ?? values.from ?? 1);
const count = values.seed === undefined ? Number(values.seeds ?? 1000) : 1;

const simulator = await createSimulator();
let violations = 0;
for (let seed = from; seed < from + count; seed++) {
  const found = await simulator.run(seed);
  violations += found.length;
  for (const one of found) console.log(`seed ${seed}: ${one}`);
  if (found.length > 0) console.log(`  npm run sim -- --seed ${seed}`);
}
if (values.answers)
  for (const [answer, times] of [...simulator.tally.answers].toSorted())
    console.log(`${String(times).padStart(8)}  ${answer}`);
console.log(lineOf(count, simulator.tally, violations));
await simulator.close();
process.exitCode = violations > 0 ? 1 : 0;
