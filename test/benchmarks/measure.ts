/**
 * Rounds: control, value, control, the last control being the next round's first. The machine is shared, so a bare time
 * means nothing: a round's ratio is its value against the mean of the controls on both sides of it, and a round whose
 * controls differ too much runs again.
 */
import type { Benchmark, Comparison, Run, Sides } from './benchmark.ts';
import { barText, verdictOf, type Figures, type Verdict } from './verdict.ts';

/** One line of the table: a comparison at one size. Value, control and ratio are medians over the rounds. */
export interface Measurement extends Figures {
  readonly id: string;
  /** Which of the benchmark's comparisons. */
  readonly line: number;
  readonly n: number;
  readonly must: string | null;
  readonly goal: string | null;
  /** The benchmark's at this size, the same on all its lines. */
  readonly verdict: Verdict;
  readonly rounds: number;
  /** Rounds thrown away because their controls differed. */
  readonly repeated: number;
}

const ROUNDS = 3;
/** Quick rounds go on for so long: the middle of three is a matter of luck on a machine that is shared. */
const QUICK_MS = 4_000;
/** More than this between the two controls of a round is the machine's doing, not ours. */
const MOST_DRIFT = 0.25;
/** A machine this restless will not be quiet in ten more. */
const MOST_ROUNDS = 12;
/** Nor is a slow control worth waiting for longer, once it has been seen three times: the whole table is to end today. */
const MOST_ROUNDS_MS = 60_000;

interface Round {
  readonly values: readonly number[];
  readonly controls: readonly number[];
  readonly isSteady: boolean;
}

/** A benchmark's comparisons, the order of a run's figures. */
export function comparisonsOf(benchmark: Benchmark): readonly Comparison[] {
  return [benchmark, ...(benchmark.also ?? [])];
}

/** Opens the benchmark at one size, measures it, and closes it whatever happens. `nowMs` is for tests. */
export async function measure(
  benchmark: Benchmark,
  n: number,
  nowMs = (): number => performance.now(),
): Promise<Measurement[]> {
  const comparisons = comparisonsOf(benchmark);
  const sides = await benchmark.open(n);
  try {
    const rounds = sides.runsOnce ? await runOneRound(sides) : await runRounds(sides, comparisons, nowMs);
    const steady = rounds.filter(({ isSteady }) => isSteady);
    const isUnsteady = !sides.runsOnce && steady.length < ROUNDS;
    const counted = isUnsteady ? rounds : steady;
    const figures = comparisons.map((_, line) => figuresOf(counted, line));
    const verdict = isUnsteady ? 'UNSTEADY' : verdictOf(comparisons, figures, n);
    return comparisons.map(({ must, goal, unit }, line) => ({
      id: benchmark.id,
      line,
      n,
      ...figures[line]!,
      must: barText(must, unit, n),
      goal: barText(goal, unit, n),
      verdict,
      rounds: counted.length,
      repeated: rounds.length - steady.length,
    }));
  } finally {
    await sides.close();
  }
}

async function runOneRound(sides: Sides): Promise<Round[]> {
  const controls = figuresIn(await sides.control());
  return [{ values: figuresIn(await sides.value()), controls, isSteady: true }];
}

async function runRounds(sides: Sides, comparisons: readonly Comparison[], nowMs: () => number): Promise<Round[]> {
  // Once each, unmeasured: code is compiled and caches are filled.
  await sides.control();
  await sides.value();
  const rounds: Round[] = [];
  const startedMs = nowMs();
  const isEnough = (): boolean => {
    const tookMs = nowMs() - startedMs;
    const isSteady = rounds.filter((round) => round.isSteady).length >= ROUNDS;
    if (rounds.length < ROUNDS) return false;
    return rounds.length >= MOST_ROUNDS || tookMs > MOST_ROUNDS_MS || (isSteady && tookMs >= QUICK_MS);
  };
  let before = figuresIn(await sides.control());
  while (!isEnough()) {
    const values = figuresIn(await sides.value());
    const after = figuresIn(await sides.control());
    const isSteady = comparisons.every((each, line) => !needsSteady(each, line) || isNear(before[line]!, after[line]!));
    rounds.push({ values, controls: before.map((control, line) => (control + after[line]!) / 2), isSteady });
    before = after;
  }
  return rounds;
}

/** A further figure that no ratio is asked of needs no quiet control: a worst frame never has one. */
function needsSteady({ must, goal }: Comparison, line: number): boolean {
  return line === 0 || must?.of === 'RATIO' || goal?.of === 'RATIO';
}

function isNear(before: number, after: number): boolean {
  return !(Math.abs(after - before) > MOST_DRIFT * Math.min(before, after));
}

function figuresOf(rounds: readonly Round[], line: number): Figures {
  return {
    value: median(rounds.map(({ values }) => values[line]!)),
    control: median(rounds.map(({ controls }) => controls[line]!)),
    ratio: median(rounds.map(({ values, controls }) => values[line]! / controls[line]!)),
  };
}

function figuresIn(run: Run): readonly number[] {
  return typeof run === 'number' ? [run] : run;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds that `work` took. */
export async function timed(work: () => unknown): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
