/**
 * The plan's frame: everything drawn lies inside width × height, whatever origin a file had.
 */
import type { Area, Point, Row, SeatMapDocument, Shape, Table } from './document.ts';
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

/** The points that say how far an area reaches. */
export function areaPoints({ outline }: Area): readonly Point[] {
  if (outline.kind === 'POLYGON') return outline.points;
  const { x, y, radiusX, radiusY } = outline;
  return [
    { x: x - radiusX, y: y - radiusY },
    { x: x + radiusX, y: y + radiusY },
  ];
}

/** The four corners of a table, turned as it stands. */
export function tableCorners({ x, y, width, height, rotation }: Table): readonly Point[] {
  const angle = (rotation * Math.PI) / 180;
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([right, down]) => {
    const [across, along] = [(right! * width) / 2, (down! * height) / 2];
    return {
      x: x + across * Math.cos(angle) - along * Math.sin(angle),
      y: y + across * Math.sin(angle) + along * Math.cos(angle),
    };
  });
}

/** The map's areas; a map from before there were any has none. */
export function areasOf(document: Pick<SeatMapDocument, 'areas'>): readonly Area[] {
  return document.areas ?? [];
}

/** The area standing elsewhere. */
export function moveArea(area: Area, byX: number, byY: number): Area {
  const { outline } = area;
  const move = <T extends Point>(point: T): T => ({ ...point, x: point.x + byX, y: point.y + byY });
  return {
    ...area,
    outline: outline.kind === 'POLYGON' ? { ...outline, points: outline.points.map(move) } : move(outline),
  };
}

/** The row standing elsewhere: its table, where it has one. Its seats are records of their own. */
export function moveRow(row: Row, byX: number, byY: number): Row {
  return row.table === undefined
    ? row
    : { ...row, table: { ...row.table, x: row.table.x + byX, y: row.table.y + byY } };
}

/**
 * The house with a frame that holds all of it and little else: moved to the frame's corner, since a file's own frame is
 * often mostly empty paper, and some houses lie left of or above their origin.
 */
export function fitPlanSize(document: SeatMapDocument): SeatMapDocument {
  const margin = MARGIN_RADII * median(document.seats.map((seat) => seat.radius));
  const content = boundsOf(drawnPoints(document));
  if (content === null) return document;
  const moved = movePlan(document, margin - content.left, margin - content.top);
  return {
    ...moved,
    width: Math.ceil(content.right - content.left + 2 * margin),
    height: Math.ceil(content.bottom - content.top + 2 * margin),
  };
}

function* drawnPoints(document: SeatMapDocument): Generator<Point> {
  yield* document.seats;
  for (const shape of document.shapes) yield* shapePoints(shape);
  for (const area of areasOf(document)) yield* areaPoints(area);
  for (const { table } of document.rows) if (table !== undefined) yield* tableCorners(table);
}

/** The house with everything in it moved; the frame stays. */
export function movePlan(document: SeatMapDocument, byX: number, byY: number): SeatMapDocument {
  const move = <T extends Point>(point: T): T => ({ ...point, x: point.x + byX, y: point.y + byY });
  return {
    ...document,
    focalPoint: move(document.focalPoint),
    sections: document.sections.map((section) => ({ ...section, outline: section.outline?.map(move) ?? null })),
    rows: document.rows.map((row) => moveRow(row, byX, byY)),
    seats: document.seats.map(move),
    shapes: document.shapes.map((shape) =>
      shape.kind === 'POLYGON' || shape.kind === 'STAGE' ? { ...shape, points: shape.points.map(move) } : move(shape),
    ),
    ...(document.areas && { areas: document.areas.map((area) => moveArea(area, byX, byY)) }),
  };
}
