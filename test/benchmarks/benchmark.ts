/** What a benchmark is: a thing we do, a control beside it, and how they must compare (quality.md, "Speed"). */

/** A bound on the ratio of the figure to its control, or on the figure itself. */
export interface Bar {
  readonly of: 'RATIO' | 'FIGURE';
  readonly sense: 'AT_LEAST' | 'AT_MOST';
  readonly limit: number;
}

export const ratioAtLeast = (limit: number): Bar => ({ of: 'RATIO', sense: 'AT_LEAST', limit });
export const ratioAtMost = (limit: number): Bar => ({ of: 'RATIO', sense: 'AT_MOST', limit });
/** In the benchmark's own unit. */
export const figureAtMost = (limit: number): Bar => ({ of: 'FIGURE', sense: 'AT_MOST', limit });

/** The two that are measured in turn. Each run does the same work again and gives one figure in the benchmark's unit. */
export interface Sides {
  value(): Promise<number>;
  control(): Promise<number>;
  close(): Promise<void>;
}

export interface Benchmark {
  /** As in quality.md. */
  readonly id: string;
  readonly title: string;
  readonly control: string;
  readonly unit: '/s' | 'ms' | 'µs';
  /** Null: none is set at these sizes. */
  readonly must: Bar | null;
  readonly goal: Bar | null;
  /** Run when no `--n` names others; a benchmark of one size has one, and ignores `--n`. */
  readonly sizes: readonly number[];
  /** `n` is told only where it means something (seats, tickets). */
  readonly fixedSize?: boolean;
  open(n: number): Promise<Sides>;
}
