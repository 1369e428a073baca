/**
 * What a pretix plan draws round its seats, and where people look.
 */
import type { Point, Seat, Shape } from '../document.ts';
import { shapePoints } from '../plan-size.ts';
import { boundsOf, middleOf } from '../row-geometry.ts';
import type { Bounds } from '../row-geometry.ts';
import type { FieldReader, JsonObject } from './field-reader.ts';

/** What stages are called on the plans we have seen, in English, German, French, Spanish, Italian, Dutch and Polish. */
const STAGE_WORDS = /\b(stage|bühne|buehne|scène|scene|escenario|palco|podium|toneel|scena)\b/iu;

const TEXT_SIZE_DEFAULT = 16;

/** A pitch is among the largest things drawn; looking at thousands of small ones would cost seats times shapes. */
const AREAS_LOOKED_AT = 20;

/**
 * The shapes of one area: its outline, and its text where it has one. Rectangles and polygons that pretix turns about
 * their position come out as polygons already turned.
 */
export function readArea(entry: unknown, id: string, origin: Point, place: string, fields: FieldReader): Shape[] {
  const area = fields.object(entry, place, null);
  if (area === null) return [];
  const own = fields.point(area.position ?? { x: 0, y: 0 }, place, 'position');
  const at = { x: origin.x + own.x, y: origin.y + own.y };
  const rotation = typeof area.rotation === 'number' && Number.isFinite(area.rotation) ? area.rotation : 0;
  const look = { color: colorOf(area.color), borderColor: colorOf(area.border_color), rotation: 0 };
  const words = readText(area.text, at, place, fields);
  const outline = outlineOf(area, at, rotation, place, fields);
  if (outline !== null && words !== null && STAGE_WORDS.test(words.text)) {
    return [{ id, ...look, kind: 'STAGE', points: outline, text: words.text }];
  }
  const shapes: Shape[] = [];
  if (outline !== null) shapes.push({ id, ...look, kind: 'POLYGON', points: outline });
  else shapes.push(...ellipseOf(area, id, at, { ...look, rotation }, place, fields));
  if (words !== null) shapes.push({ id: `${id}-text`, ...words });
  return shapes;
}

/**
 * The middle of the stage; else of the largest shape without seats on it (a pitch, a dance floor); else the middle in
 * front of the first row.
 */
export function focalPointOf(shapes: readonly Shape[], seats: readonly Seat[]): Point {
  const stage = shapes.find((shape) => shape.kind === 'STAGE');
  if (stage !== undefined) return middleOf(shapePoints(stage));
  const areas = shapes.flatMap((shape) => {
    const bounds = boundsOf(shapePoints(shape));
    return bounds === null ? [] : [{ bounds, size: (bounds.right - bounds.left) * (bounds.bottom - bounds.top) }];
  });
  const empty = areas
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .slice(0, AREAS_LOOKED_AT)
    .find(({ bounds }) => !seats.some((seat) => isInside(seat, bounds)));
  if (empty !== undefined) return middleOfBounds(empty.bounds);
  const bounds = boundsOf(seats) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  return { x: (bounds.left + bounds.right) / 2, y: bounds.top - (bounds.bottom - bounds.top) / 8 };
}

function isInside({ x, y }: Point, { left, top, right, bottom }: Bounds): boolean {
  return x > left && x < right && y > top && y < bottom;
}

function middleOfBounds({ left, top, right, bottom }: Bounds): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function outlineOf(area: JsonObject, at: Point, rotation: number, place: string, fields: FieldReader): Point[] | null {
  const turn = (point: Point): Point => {
    const angle = (rotation * Math.PI) / 180;
    return {
      x: at.x + point.x * Math.cos(angle) - point.y * Math.sin(angle),
      y: at.y + point.x * Math.sin(angle) + point.y * Math.cos(angle),
    };
  };
  if (area.shape === 'polygon') {
    const polygon = fields.object(area.polygon, place, 'polygon');
    if (polygon === null) return null;
    const points = fields.list(polygon.points, place, 'polygon.points');
    return points.map((point) => turn(fields.point(point, place, 'polygon.points')));
  }
  if (area.shape !== 'rectangle') return null;
  const rectangle = fields.object(area.rectangle, place, 'rectangle');
  if (rectangle === null) return null;
  const width = fields.number(rectangle.width, place, 'rectangle.width');
  const height = fields.number(rectangle.height, place, 'rectangle.height');
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ].map(turn);
}

function ellipseOf(
  area: JsonObject,
  id: string,
  at: Point,
  look: Pick<Shape, 'color' | 'borderColor' | 'rotation'>,
  place: string,
  fields: FieldReader,
): Shape[] {
  if (area.shape === 'circle') {
    const radius = fields.number(fields.object(area.circle, place, 'circle')?.radius, place, 'circle.radius');
    return [{ id, ...look, kind: 'ELLIPSE', ...at, radiusX: radius, radiusY: radius }];
  }
  if (area.shape !== 'ellipse') return [];
  const radius = fields.point(fields.object(area.ellipse, place, 'ellipse')?.radius, place, 'ellipse.radius');
  return [{ id, ...look, kind: 'ELLIPSE', ...at, radiusX: radius.x, radiusY: radius.y }];
}

function readText(entry: unknown, at: Point, place: string, fields: FieldReader) {
  if (entry === undefined || entry === null) return null;
  const words = fields.object(entry, place, 'text');
  if (words === null) return null;
  const content = fields.optionalText(words.text, place, 'text.text');
  if (content === null) return null;
  const own = fields.point(words.position ?? { x: 0, y: 0 }, place, 'text.position');
  const size = typeof words.size === 'number' && words.size > 0 ? words.size : TEXT_SIZE_DEFAULT;
  return {
    kind: 'TEXT',
    x: at.x + own.x,
    y: at.y + own.y,
    text: content,
    size,
    color: colorOf(words.color) ?? '#333333',
    borderColor: null,
    rotation: 0,
  } as const;
}

function colorOf(color: unknown): string | null {
  if (typeof color !== 'string' || color === '' || color === 'transparent') return null;
  // A drawing's colour ends up in SVG and canvas: nothing but a plain colour may pass.
  return /^#[\da-f]{3,8}$|^[a-z]{3,20}$/i.test(color) ? color : null;
}
