/** A figure of many seats in a few steps, for a map to show and a legend to say. Pure. */

/** Both ends occur. */
export interface HeatStep {
  readonly from: number;
  readonly to: number;
}

/**
 * At most `most` ranges, ascending, that hold every figure. Few figures have a step each; more are shared out so that
 * about as many seats fall into each step: an even share of the range would leave a house of one dear box in one shade.
 * Equal figures are never in two steps.
 */
export function heatSteps(figures: ArrayLike<number>, most: number): HeatStep[] {
  const sorted = Float64Array.from(figures).sort();
  const distinct = new Set(sorted).size;
  if (distinct <= most) return [...new Set(sorted)].map((figure) => ({ from: figure, to: figure }));
  const steps: HeatStep[] = [];
  for (let first = 0; first < sorted.length;) {
    const share = Math.ceil((sorted.length - first) / (most - steps.length));
    let last = Math.min(sorted.length, first + share) - 1;
    while (last + 1 < sorted.length && sorted[last + 1] === sorted[last]) last += 1;
    steps.push({ from: sorted[first]!, to: sorted[last]! });
    first = last + 1;
  }
  return steps;
}

/** Which step the figure is in, from 1; 0 for none. */
export function stepOf(steps: readonly HeatStep[], figure: number): number {
  return steps.findIndex(({ from, to }) => figure >= from && figure <= to) + 1;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Of an event that sold within so long, days say nothing: hours do. */
const SOLD_IN_A_RUSH_MS = 3 * DAY_MS;

/** How early seats were sold, in whole units before the start; 0 within the last one and after it. */
export interface Earliness {
  readonly unit: 'DAY' | 'HOUR';
  readonly before: Float64Array;
}

export function earlinessOf(soldAt: Float64Array, startsAt: number): Earliness {
  const earliest = soldAt.reduce((least, at) => Math.min(least, at), startsAt);
  const unit = startsAt - earliest < SOLD_IN_A_RUSH_MS ? 'HOUR' : 'DAY';
  return { unit, before: soldAt.map((at) => wholeBefore(startsAt - at, unit)) };
}

export function wholeBefore(elapsedMs: number, unit: Earliness['unit']): number {
  return Math.max(0, Math.floor(elapsedMs / (unit === 'DAY' ? DAY_MS : HOUR_MS)));
}

/** The middle one of them in order; null of none. */
export function medianOf(figures: readonly number[]): number | null {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? null;
}
