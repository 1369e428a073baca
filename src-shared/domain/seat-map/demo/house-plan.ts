/**
 * Draws houses in code: rows along arcs and lines, seats of different width, ids made from names. For demo data and
 * benchmarks; the editor's own tools are elsewhere.
 */
import type { Category, Point, Row, Seat, SeatKind, SeatMapDocument, Section, Shape } from '../document.ts';
import { fitPlanSize } from '../plan-size.ts';

/** Centimetres: a theatre seat's width, the next row's distance, the discs they are drawn as, and a wheelchair's width. */
export const SEAT_WIDTH = 52;
export const ROW_DEPTH = 92;
export const SEAT_RADIUS = 21;
export const WHEELCHAIR_WIDTH = 88;

export interface PlannedSeat extends Point {
  readonly categoryId: string;
  readonly kind?: SeatKind;
  readonly restrictedView?: boolean;
  /** For a companion: the place in the same row of its wheelchair place. */
  readonly companionOf?: number;
}

export interface PlannedRow {
  readonly label: string;
  readonly seats: readonly PlannedSeat[];
  readonly labelPosition?: Row['labelPosition'];
  /** Number of the first seat; 1 unless told. */
  readonly firstNumber?: number;
}

export interface PlannedSection {
  readonly name: string;
  readonly floor?: string;
  readonly entrance?: string;
  readonly outline?: readonly Point[];
  readonly rows: readonly PlannedRow[];
}

export interface HousePlan {
  readonly name: string;
  readonly focalPoint: Point;
  readonly categories: readonly Category[];
  readonly sections: readonly PlannedSection[];
  readonly shapes: readonly Shape[];
}

/** The plan as a map, moved into its frame. Ids are made from names and stay the same for ever. */
export function planToDocument(plan: HousePlan): SeatMapDocument {
  const sections: Section[] = [];
  const rows: Row[] = [];
  const seats: Seat[] = [];
  for (const { name, floor, entrance, outline, rows: planned } of plan.sections) {
    const sectionId = slug(name);
    sections.push({ id: sectionId, name, floor: floor ?? null, entrance: entrance ?? null, outline: outline ?? null });
    for (const row of planned) {
      const rowId = `${sectionId}-${slug(row.label)}`;
      rows.push({ id: rowId, sectionId, label: row.label, labelPosition: row.labelPosition ?? 'BOTH' });
      const idOf = (place: number) => `${rowId}-${(row.firstNumber ?? 1) + place}`;
      row.seats.forEach((seat, place) => {
        seats.push({
          id: idOf(place),
          rowId,
          label: String((row.firstNumber ?? 1) + place),
          x: round(seat.x),
          y: round(seat.y),
          radius: SEAT_RADIUS,
          categoryId: seat.categoryId,
          kind: seat.kind ?? 'STANDARD',
          restrictedView: seat.restrictedView ?? false,
          companionOf: seat.companionOf === undefined ? null : idOf(seat.companionOf),
        });
      });
    }
  }
  const { name, focalPoint, categories, shapes } = plan;
  return fitPlanSize({ name, width: 0, height: 0, focalPoint, categories, sections, rows, seats, shapes });
}

/** A point on a circle round `center`: angle 0 is straight down (away from a stage at the top), positive to the right. */
export function onArc(center: Point, radius: number, angle: number): Point {
  return { x: center.x + radius * Math.sin(angle), y: center.y + radius * Math.cos(angle) };
}

/** Points along an arc from one angle to another, for outlines. */
export function arcPoints(center: Point, radius: number, from: number, to: number, steps = 24): Point[] {
  return Array.from({ length: steps + 1 }, (_, step) =>
    roundPoint(onArc(center, radius, from + ((to - from) * step) / steps)),
  );
}

/**
 * Where seats stand along a line: centre of each, measured from the middle of the row. `widths` are the seats' widths,
 * `gaps` the extra room after seat i.
 */
export function alongRow(widths: readonly number[], gaps: ReadonlyMap<number, number> = new Map()): number[] {
  const centers: number[] = [];
  let at = 0;
  widths.forEach((width, index) => {
    centers.push(at + width / 2);
    at += width + (gaps.get(index) ?? 0);
  });
  return centers.map((center) => center - at / 2);
}

export function roundPoint({ x, y }: Point): Point {
  return { x: round(x), y: round(y) };
}

/** Tenths of a millimetre: documents stay readable, and the same on every machine. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
