/**
 * Rounds: control, value, control. The machine is shared, so a bare time means nothing: a round's ratio is its value
 * against the mean of the controls on both sides of it, and a round whose controls differ too much runs again.
 */
import type { Bar, Benchmark, Sides } from './benchmark.ts';

export interface Measurement {
  readonly id: string;
  readonly n: number;
  /** Medians over the rounds, in the benchmark's unit. */
  readonly value: number;
  readonly control: number;
  /** The median of the rounds' ratios, value to control. */
  readonly ratio: number;
  readonly must: string | null;
  readonly goal: string | null;
  readonly verdict: Verdict;
  /** Rounds thrown away because their controls differed. */
  readonly repeated: number;
}

/** UNSTEADY: so many rounds drifted that three quiet ones were never seen; the figures are of all rounds. */
export type Verdict = 'goal' | 'must' | 'MISSED' | 'measured' | 'UNSTEADY';

const ROUNDS = 3;
/** More than this between the two controls of a round is the machine's doing, not ours. */
const MOST_DRIFT = 0.25;
/** A machine this restless will not be quiet in ten more. */
const MOST_ROUNDS = 12;

interface Round {
  readonly value: number;
  readonly control: number;
  readonly isSteady: boolean;
}

/** Opens the benchmark at one size, measures it, and closes it whatever happens. */
export async function measure(benchmark: Benchmark, n: number): Promise<Measurement> {
  const sides = await benchmark.open(n);
  try {
    const rounds = await runRounds(sides);
    const steady = rounds.filter(({ isSteady }) => isSteady);
    const isUnsteady = steady.length < ROUNDS;
    const counted = isUnsteady ? rounds : steady;
    const value = median(counted.map((round) => round.value));
    const ratio = median(counted.map((round) => round.value / round.control));
    return {
      id: benchmark.id,
      n,
      value,
      control: median(counted.map((round) => round.control)),
      ratio,
      must: benchmark.must && barText(benchmark.must, benchmark.unit),
      goal: benchmark.goal && barText(benchmark.goal, benchmark.unit),
      verdict: isUnsteady ? 'UNSTEADY' : verdictOf(benchmark, value, ratio),
      repeated: rounds.length - steady.length,
    };
  } finally {
    await sides.close();
  }
}

async function runRounds(sides: Sides): Promise<Round[]> {
  // Once each, unmeasured: code is compiled and caches are filled.
  await sides.control();
  await sides.value();
  const rounds: Round[] = [];
  const steadyRounds = (): number => rounds.filter(({ isSteady }) => isSteady).length;
  while (steadyRounds() < ROUNDS && rounds.length < MOST_ROUNDS) {
    const before = await sides.control();
    const value = await sides.value();
    const after = await sides.control();
    const isSteady = Math.abs(after - before) <= MOST_DRIFT * Math.min(before, after);
    rounds.push({ value, control: (before + after) / 2, isSteady });
  }
  return rounds;
}

function verdictOf({ must, goal }: Benchmark, value: number, ratio: number): Verdict {
  const holds = ({ of, sense, limit }: Bar): boolean => {
    const figure = of === 'RATIO' ? ratio : value;
    return sense === 'AT_LEAST' ? figure >= limit : figure <= limit;
  };
  if (goal && holds(goal)) return 'goal';
  if (must) return holds(must) ? 'must' : 'MISSED';
  return goal ? 'MISSED' : 'measured';
}

function barText({ of, sense, limit }: Bar, unit: string): string {
  return `${sense === 'AT_LEAST' ? '≥' : '≤'} ${limit} ${of === 'RATIO' ? '×' : unit}`;
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
