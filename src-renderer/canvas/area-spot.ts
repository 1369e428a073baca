/** Where in an area its name is written: the widest clear place near its middle, also where the outline bends round something. */
import type { Area, Point } from '../../src-shared/domain/seat-map/document.ts';
import { areaPoints } from '../../src-shared/domain/seat-map/plan-size.ts';
import { boundsOfPoints } from './seat-index.ts';
import type { Bounds } from './view.ts';

/** An area with its extent and where its name fits best. */
export interface AreaPlace {
  readonly area: Area;
  readonly bounds: Bounds;
  readonly spot: Spot;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  /** What the outline leaves free to both sides, in map units. */
  readonly width: number;
}

type Span = readonly [left: number, right: number];

/** Heights looked at, as shares of the outline's: the middle first, as it wins among equals. */
const LEVELS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.14, 0.86] as const;
/** Half the height that two lines take of a usual area. */
const LINES_SHARE = 0.12;

/** Every area that encloses something, with its extent and its spot. */
export function placeAreas(areas: readonly Area[]): AreaPlace[] {
  return areas.flatMap((area) => {
    const bounds = boundsOfPoints(areaPoints(area));
    return bounds === null ? [] : [{ area, bounds, spot: spotIn(area, bounds) }];
  });
}

function spotIn({ outline }: Area, { left, top, right, bottom }: Bounds): Spot {
  // Two lines of words in an ellipse: what is free a little above and below its middle.
  if (outline.kind === 'ELLIPSE') return { x: outline.x, y: outline.y, width: outline.radiusX * 1.7 };
  let best = { x: (left + right) / 2, y: (top + bottom) / 2, width: 0 };
  let bestScore = 0;
  for (const level of LEVELS) {
    const y = top + (bottom - top) * level;
    for (const [from, to] of clearSpansAt(outline.points, y, (bottom - top) * LINES_SHARE)) {
      const score = (to - from) * (1 - Math.abs(level - 0.5));
      if (score <= bestScore) continue;
      best = { x: (from + to) / 2, y, width: to - from };
      bestScore = score;
    }
  }
  return best;
}

/** The stretches that stay inside the outline for two lines of words above and below a height. */
function clearSpansAt(points: readonly Point[], y: number, reach: number): Span[] {
  const beside = [spansAt(points, y - reach), spansAt(points, y + reach)];
  return spansAt(points, y).flatMap((span) => {
    const narrowed = beside.reduce<Span | undefined>((held, spans) => held && widestCommon(held, spans), span);
    return narrowed === undefined ? [] : [narrowed];
  });
}

function widestCommon([from, to]: Span, spans: readonly Span[]): Span | undefined {
  const common = spans.map(([left, right]): Span => [Math.max(from, left), Math.min(to, right)]);
  return common.filter(([left, right]) => right > left).toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
}

/** The stretches inside the outline (even-odd) at a height, from left to right. */
function spansAt(points: readonly Point[], y: number): Span[] {
  const crossings: number[] = [];
  let previous = points.at(-1)!;
  for (const point of points) {
    if (point.y > y !== previous.y > y)
      crossings.push(((previous.x - point.x) * (y - point.y)) / (previous.y - point.y) + point.x);
    previous = point;
  }
  crossings.sort((a, b) => a - b);
  const spans: Span[] = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) spans.push([crossings[i]!, crossings[i + 1]!]);
  return spans;
}
