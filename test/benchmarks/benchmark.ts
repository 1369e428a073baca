/** What a benchmark is: a thing we do, a control beside it, and how they must compare (quality.md, "Speed"). */

/** A bound on the ratio of the figure to its control, or on the figure itself. */
export interface Bar {
  readonly of: 'RATIO' | 'FIGURE';
  readonly sense: 'AT_LEAST' | 'AT_MOST';
  readonly limit: number;
  /** Asked at this size and above; of every size when left out. */
  readonly fromN?: number;
}

export const ratioAtLeast = (limit: number): Bar => ({ of: 'RATIO', sense: 'AT_LEAST', limit });
export const ratioAtMost = (limit: number): Bar => ({ of: 'RATIO', sense: 'AT_MOST', limit });
/** In the benchmark's own unit. */
export const figureAtMost = (limit: number): Bar => ({ of: 'FIGURE', sense: 'AT_MOST', limit });
/** The same bar, asked only of sizes from `fromN` up. */
export const from = (fromN: number, bar: Bar): Bar => ({ ...bar, fromN });

/** One line of the table. */
export interface Comparison {
  readonly title: string;
  readonly control: string;
  readonly unit: '/s' | 'ms' | 'µs' | 'MB' | 'bytes' | 'elements';
  /** Null: none is set. */
  readonly must: Bar | null;
  readonly goal: Bar | null;
  /** A control that takes this long is stopped, and counts as having taken so long. */
  readonly stoppedAt?: number;
}

/** A figure for each comparison of the benchmark, in their order; a lone number is the only one. NaN: could not be had. */
export type Run = number | readonly number[];

/** The two that are measured in turn. Each run does the same work again. */
export interface Sides {
  value(): Promise<Run>;
  control(): Promise<Run>;
  close(): Promise<void>;
  /** The control takes so long that each side runs once, with nothing before it. */
  readonly runsOnce?: boolean;
}

export interface Benchmark extends Comparison {
  /** As in quality.md. */
  readonly id: string;
  /** Further controls, or further figures of the same run. The verdict is one over them all. */
  readonly also?: readonly Comparison[];
  /** Run when no `--n` names others; a benchmark of one size has one, and ignores `--n`. */
  readonly sizes: readonly number[];
  /** `n` is told only where it means something (seats, tickets). */
  readonly fixedSize?: boolean;
  open(n: number): Promise<Sides>;
}
