/**
 * Distances along rows: what a seat's spacing is and where an aisle interrupts a row. Importers, checks, the compiler
 * and the finder all ask here, so that "adjacent" means one thing.
 */
import type { Point } from './document.ts';

/**
 * Neighbours further apart than this many spacings have an aisle (or a missing seat) between them. At 1.5 a wheelchair
 * place beside a seat would count as an aisle; at 2 a single missing seat would not.
 */
export const GAP_SPACINGS = 1.6;

/** A row with fewer neighbours than this says too little about its own spacing: its section is asked. */
const ENOUGH_NEIGHBOURS = 3;

/** Seats of one section are alike: a row may be this much wider spaced, for armrests or chairs in a box. */
const ROW_SPREAD_MAX = 1.2;

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The largest of any number of values (`Math.max(...values)` ends at some 100,000), or the floor given. */
export function largest(values: Iterable<number>, floor: number): number {
  let most = floor;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** The upper median; 0 for none. */
export function median(values: readonly number[]): number {
  return sortedAt(values, 0.5);
}

function lowerQuartile(values: readonly number[]): number {
  return sortedAt(values, 0.25);
}

function sortedAt(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.ceil((sorted.length - 1) * share)] ?? 0;
}

/** The middle of the points' bounding box; the origin for none. */
export function middleOf(points: Iterable<Point>): Point {
  const box = boundsOf(points);
  return box === null ? { x: 0, y: 0 } : { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest upright rectangle round the points, or null for none. */
export function boundsOf(points: Iterable<Point>): Bounds | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left > right ? null : { left, top, right, bottom };
}

/**
 * The spacing of each row, in map units: the lower quartile of its neighbours' distances (aisles and wheelchair places
 * only widen), or that of its section when the row is short, or of the house. A row spaced much wider than its section
 * is one with aisles between its seats. `sectionOfRow[i]` is the section of row i.
 */
export function spacingOfRows(rows: readonly (readonly Point[])[], sectionOfRow: readonly number[]): number[] {
  return spacingOfSteps(rows.map(neighbourDistances), sectionOfRow);
}

/** The same from the distances between each row's neighbours, none of them 0: for houses kept as columns. */
export function spacingOfSteps(stepsOfRow: readonly (readonly number[])[], sectionOfRow: readonly number[]): number[] {
  const stepsBySection = new Map<number, number[]>();
  const all: number[] = [];
  stepsOfRow.forEach((steps, row) => {
    const section = sectionOfRow[row] ?? 0;
    const known = stepsBySection.get(section) ?? [];
    for (const step of steps) {
      known.push(step);
      all.push(step);
    }
    stepsBySection.set(section, known);
  });
  const house = lowerQuartile(all);
  const spacingBySection = new Map(
    [...stepsBySection].map(([section, steps]) => [section, lowerQuartile(steps) || house]),
  );
  return stepsOfRow.map((steps, row) => {
    const ofSection = spacingBySection.get(sectionOfRow[row] ?? 0) ?? house;
    if (steps.length < ENOUGH_NEIGHBOURS) return ofSection;
    return Math.min(lowerQuartile(steps), ofSection * ROW_SPREAD_MAX);
  });
}

/** Whether an aisle lies between two neighbours of a row with this spacing. */
export function isGap(a: Point, b: Point, spacing: number): boolean {
  return isGapOf(distance(a, b), spacing);
}

/** The same for two neighbours so far apart. */
export function isGapOf(step: number, spacing: number): boolean {
  return step > spacing * GAP_SPACINGS;
}

function neighbourDistances(points: readonly Point[]): number[] {
  const steps: number[] = [];
  for (let i = 1; i < points.length; i++) {
    const step = distance(points[i - 1] as Point, points[i] as Point);
    if (step > 0) steps.push(step);
  }
  return steps;
}
