import { describe, expect, it } from 'vitest';
import {
  figureAtMost,
  from,
  ratioAtLeast,
  ratioAtMost,
  type Benchmark,
  type Comparison,
  type Run,
} from '../../benchmarks/benchmark.ts';
import { measure, median, type Measurement } from '../../benchmarks/measure.ts';
import { growthOf, tableOf } from '../../benchmarks/table.ts';
import { barText, ratioText, verdictOf } from '../../benchmarks/verdict.ts';

const line: Comparison = { title: 'a', control: 'b', unit: 'ms', must: null, goal: null };

interface Script {
  readonly benchmark?: Partial<Benchmark>;
  /** What each call of a side gives, the last one for ever. */
  readonly values: readonly Run[];
  readonly controls: readonly Run[];
  readonly runsOnce?: boolean;
}

function scripted({ benchmark, values, controls, runsOnce = false }: Script) {
  const calls: string[] = [];
  const next = (name: string, runs: readonly Run[]) => async () => {
    calls.push(name);
    const made = calls.filter((call) => call === name).length;
    return runs[Math.min(made, runs.length) - 1]!;
  };
  const made: Benchmark = {
    ...line,
    id: 'X1',
    sizes: [1],
    open: async () => ({
      value: next('value', values),
      control: next('control', controls),
      close: async () => void calls.push('close'),
      runsOnce,
    }),
    ...benchmark,
  };
  return { calls, benchmark: made };
}

/** Each round takes two seconds. */
function measureSlowly(benchmark: Benchmark): Promise<Measurement[]> {
  let nowMs = 0;
  return measure(benchmark, 1, () => (nowMs += 2_000));
}

describe('rounds', () => {
  it('are control, value, control, after one unmeasured run of each', async () => {
    const { calls, benchmark } = scripted({ values: [99, 5], controls: [99, 10] });
    const [measured] = await measureSlowly(benchmark);
    expect(calls.join(' ')).toBe('control value control value control value control value control close');
    expect(measured).toMatchObject({ value: 5, control: 10, ratio: 0.5, rounds: 3, repeated: 0 });
  });

  it('set each value against the mean of the controls on both its sides', async () => {
    const { benchmark } = scripted({ values: [0, 10, 20, 30], controls: [0, 10, 12, 10, 12] });
    const [measured] = await measureSlowly(benchmark);
    expect(measured!.ratio).toBeCloseTo(20 / 11);
  });

  it('run again when their controls drift over a quarter, and the drifted ones do not count', async () => {
    const { benchmark } = scripted({ values: [0, 5, 500, 500, 5], controls: [0, 10, 10, 13, 10] });
    const [measured] = await measureSlowly(benchmark);
    expect(measured).toMatchObject({ value: 5, ratio: 0.5, rounds: 3, repeated: 2, verdict: 'measured' });
  });

  it('are kept when their controls drift by a quarter exactly', async () => {
    const { benchmark } = scripted({ values: [5], controls: [0, 8, 10, 8, 10] });
    expect((await measureSlowly(benchmark))[0]).toMatchObject({ rounds: 3, repeated: 0 });
  });

  it('go on to twelve while they are quick', async () => {
    const { benchmark } = scripted({ values: [5], controls: [10] });
    expect((await measure(benchmark, 1, () => 0))[0]).toMatchObject({ rounds: 12, repeated: 0 });
  });

  it('end as UNSTEADY on a machine that is never quiet', async () => {
    const controls = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 10 : 20));
    const { benchmark } = scripted({ benchmark: { goal: ratioAtMost(1) }, values: [5], controls });
    expect((await measureSlowly(benchmark))[0]).toMatchObject({ verdict: 'UNSTEADY', rounds: 12, repeated: 12 });
  });

  it('end sooner when a drifting control is slow besides', async () => {
    let now = 0;
    const controls = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 10 : 20));
    const { benchmark } = scripted({ values: [5], controls });
    const [measured] = await measure(benchmark, 1, () => (now += 61_000));
    expect(measured).toMatchObject({ verdict: 'UNSTEADY', rounds: 3 });
  });

  it('are repeated for a second control that drifts and is asked a ratio', async () => {
    const also = [{ ...line, goal: ratioAtMost(1) }];
    const { benchmark } = scripted({
      benchmark: { also },
      values: [[5, 5]],
      controls: [
        [10, 1],
        [10, 1],
        [10, 2],
      ],
    });
    expect((await measureSlowly(benchmark)).map(({ repeated }) => repeated)).toEqual([1, 1]);
  });

  it('are not repeated for a further figure that is judged by itself', async () => {
    const also = [{ ...line, goal: figureAtMost(50) }];
    const { benchmark } = scripted({
      benchmark: { also },
      values: [[5, 5]],
      controls: [
        [10, 1],
        [10, 1],
        [10, 2],
      ],
    });
    expect((await measureSlowly(benchmark)).map(({ repeated }) => repeated)).toEqual([0, 0]);
  });

  it('are one, with nothing before it, of sides that run once', async () => {
    const { calls, benchmark } = scripted({ values: [2], controls: [8], runsOnce: true });
    expect((await measureSlowly(benchmark))[0]).toMatchObject({ ratio: 0.25, rounds: 1, verdict: 'measured' });
    expect(calls).toEqual(['control', 'value', 'close']);
  });

  it('close the sides when one of them fails', async () => {
    let isClosed = false;
    const failing: Benchmark = {
      ...scripted({ values: [1], controls: [1] }).benchmark,
      open: async () => ({
        value: () => Promise.reject(new Error('broken')),
        control: async () => 1,
        close: async () => void (isClosed = true),
      }),
    };
    await expect(measure(failing, 1)).rejects.toThrow('broken');
    expect(isClosed).toBe(true);
  });
});

describe('the verdict', () => {
  const both = [
    { ...line, must: ratioAtMost(0.25), goal: ratioAtMost(0.05) },
    { ...line, goal: ratioAtMost(3) },
  ];
  const at = (...ratios: readonly number[]) => ratios.map((ratio) => ({ value: ratio, control: 1, ratio }));

  it.each([
    ['goal', 'every goal holds', at(0.05, 3)],
    ['must', 'one of two goals is missed and the floor holds', at(0.05, 3.1)],
    ['must', 'the other is', at(0.06, 1)],
    ['MISSED', 'the floor does not hold', at(0.26, 1)],
    ['INCOMPLETE', 'a figure that is asked for could not be had', at(0.05, NaN)],
    ['MISSED', 'a floor does not hold, whatever else could not be had', at(0.26, NaN)],
  ] as const)('is %s when %s', (verdict, _, figures) => {
    expect(verdictOf(both, figures, 1)).toBe(verdict);
  });

  it('asks a bar only of the sizes it is set for', () => {
    const late = [{ ...line, must: from(50, ratioAtMost(0.1)), goal: from(150, ratioAtMost(0.02)) }];
    expect([10, 50, 150].map((n) => verdictOf(late, at(0.05), n))).toEqual(['measured', 'must', 'must']);
    expect([10, 50, 150].map((n) => verdictOf(late, at(0.5), n))).toEqual(['measured', 'MISSED', 'MISSED']);
    expect(barText(late[0]!.goal, 'ms', 50)).toBeNull();
  });

  it('is MISSED when only a goal is set and does not hold', () => {
    expect(verdictOf([{ ...line, goal: ratioAtMost(1) }], at(2), 1)).toBe('MISSED');
  });

  it('holds a figure to its own unit and a ratio to its sense', () => {
    const figures = [{ value: 40, control: 1, ratio: 40 }];
    expect(verdictOf([{ ...line, must: figureAtMost(40) }], figures, 1)).toBe('must');
    expect(verdictOf([{ ...line, must: ratioAtLeast(41) }], figures, 1)).toBe('MISSED');
  });
});

describe('the table', () => {
  const measured = (n: number, value: number, more: Partial<Measurement> = {}): Measurement => ({
    id: 'X1',
    line: 0,
    n,
    value,
    control: 100,
    ratio: value / 100,
    must: null,
    goal: null,
    verdict: 'measured',
    rounds: 3,
    repeated: 0,
    ...more,
  });

  it('says at the largest size how the figure grew from the smallest, line by line', () => {
    const all = [measured(150, 30), measured(10, 10), measured(50, 15), measured(10, 1, { line: 1 })];
    expect(all.map((each) => growthOf(each, all))).toEqual([3, null, null, null]);
  });

  it.each([
    [0.5, '0.5 ×'],
    [0.02, '1/50 ×'],
    [0.0087, '1/115 ×'],
    [12.34, '12.3 ×'],
    [1234, '1,234 ×'],
    [NaN, '–'],
  ])('writes the ratio %d as %s', (ratio, text) => {
    expect(ratioText(ratio)).toBe(text);
  });

  it('marks a control that was stopped, a single round and repeated ones', () => {
    const { benchmark } = scripted({ benchmark: { stoppedAt: 100 }, values: [], controls: [] });
    const rows = tableOf([benchmark], [measured(1, 5, { rounds: 1 }), measured(2, 5, { repeated: 4 })]).split('\n');
    expect(rows[1]).toContain('> 100 ms');
    expect(rows[1]).toContain('(1 round)');
    expect(rows[2]).toContain('(4 repeated)');
  });
});

it('takes the mean of the middle two as the median of an even number', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});
