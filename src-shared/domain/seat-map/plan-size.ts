/**
 * The plan's frame: everything drawn lies inside width × height, whatever origin a file had.
 */
import type { Point, SeatMapDocument, Shape } from './document.ts';
import { boundsOf, median } from './row-geometry.ts';

/** Room round the outermost seats, in radii, so that no seat touches the edge and row letters fit. */
const MARGIN_RADII = 4;

/** The points that say how far a shape reaches. A text reaches to its position only: its width depends on the font. */
export function shapePoints(shape: Shape): readonly Point[] {
  switch (shape.kind) {
    case 'POLYGON':
    case 'STAGE':
      return shape.points;
    case 'RECTANGLE':
    case 'IMAGE':
      return [
        { x: shape.x, y: shape.y },
        { x: shape.x + shape.width, y: shape.y + shape.height },
      ];
    case 'ELLIPSE':
      return [
        { x: shape.x - shape.radiusX, y: shape.y - shape.radiusY },
        { x: shape.x + shape.radiusX, y: shape.y + shape.radiusY },
      ];
    case 'TEXT':
      return [{ x: shape.x, y: shape.y }];
  }
}

/**
 * The house with a frame that holds all of it and little else: moved to the frame's corner, since a file's own frame is
 * often mostly empty paper, and some houses lie left of or above their origin.
 */
export function fitPlanSize(document: SeatMapDocument): SeatMapDocument {
  const margin = MARGIN_RADII * median(document.seats.map((seat) => seat.radius));
  const content = boundsOf([...document.seats, ...document.shapes.flatMap(shapePoints)]);
  if (content === null) return document;
  const moved = movePlan(document, margin - content.left, margin - content.top);
  return {
    ...moved,
    width: Math.ceil(content.right - content.left + 2 * margin),
    height: Math.ceil(content.bottom - content.top + 2 * margin),
  };
}

/** The house with everything in it moved; the frame stays. */
export function movePlan(document: SeatMapDocument, byX: number, byY: number): SeatMapDocument {
  const move = <T extends Point>(point: T): T => ({ ...point, x: point.x + byX, y: point.y + byY });
  return {
    ...document,
    focalPoint: move(document.focalPoint),
    sections: document.sections.map((section) => ({ ...section, outline: section.outline?.map(move) ?? null })),
    seats: document.seats.map(move),
    shapes: document.shapes.map((shape) =>
      shape.kind === 'POLYGON' || shape.kind === 'STAGE' ? { ...shape, points: shape.points.map(move) } : move(shape),
    ),
  };
}
