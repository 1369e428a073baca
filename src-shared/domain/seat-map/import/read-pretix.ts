/**
 * pretix seating-plan JSON (schema: src/pretix/static/seating/seating-plan.schema.json). A seat's place is its zone's
 * plus its row's plus its own. Fields the schema does not know are ignored.
 */
import { text } from '../../../text/text.ts';
import { fail, ok } from '../../result.ts';
import type { Result } from '../../result.ts';
import { categoryColor, categoryLetter } from '../category-style.ts';
import { UNLISTED_CATEGORY } from '../check/selling.ts';
import type { Category, Point, Row, Seat, SeatMapDocument, Section, Shape } from '../document.ts';
import { fitPlanSize } from '../plan-size.ts';
import { inReadingOrder } from '../reading-order.ts';
import { createFieldReader } from './field-reader.ts';
import type { FieldReader, JsonObject } from './field-reader.ts';
import { firstFew, noSeats, PLAN_SEATS_MAX, tooManySeats } from './limits.ts';
import { focalPointOf, readArea } from './pretix-areas.ts';

/** What the schema says when a seat gives none. */
const RADIUS_DEFAULT = 10;

const LABEL_POSITIONS = { start: 'START', end: 'END', both: 'BOTH' } as const;

/** Whether parsed JSON means to be a pretix plan. */
export function looksLikePretix(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && Array.isArray((json as { zones?: unknown }).zones);
}

/** Reads the plan, or says which of its entries cannot be read, all at once. */
export function readPretix(plan: JsonObject, fileName: string): Result<SeatMapDocument> {
  const fields = createFieldReader();
  const count = countSeats(plan.zones);
  if (count > PLAN_SEATS_MAX) return tooManySeats(fileName, count);
  const categories = fields
    .list(plan.categories ?? [], text('planImport.plan'), 'categories')
    .flatMap((category, index) => readCategory(category, index, fields));
  const categoryIdByName = new Map<string, string>();
  for (const category of categories) {
    if (!categoryIdByName.has(category.name)) categoryIdByName.set(category.name, category.id);
  }
  const house = readZones(fields.list(plan.zones, text('planImport.plan'), 'zones'), categoryIdByName, fields);
  if (fields.count() > 0) return badFields(fileName, fields);
  if (house.seats.length === 0) return noSeats(fileName);
  const whole: SeatMapDocument = {
    name: typeof plan.name === 'string' && plan.name !== '' ? plan.name : fileName.replace(/\.[^.]*$/, ''),
    width: 0,
    height: 0,
    focalPoint: focalPointOf(house.shapes, house.seats),
    categories,
    ...house,
  };
  return ok(fitPlanSize(inReadingOrder(whole)));
}

interface House {
  readonly sections: Section[];
  readonly rows: Row[];
  readonly seats: Seat[];
  readonly shapes: Shape[];
}

function readZones(
  zones: readonly unknown[],
  categoryIdByName: ReadonlyMap<string, string>,
  fields: FieldReader,
): House {
  const house: House = { sections: [], rows: [], seats: [], shapes: [] };
  zones.forEach((entry, index) => {
    const place = text('planImport.zone', { number: index + 1 });
    const zone = fields.object(entry, place, null);
    if (zone === null) return;
    const origin = fields.point(zone.position ?? { x: 0, y: 0 }, place, 'position');
    const section: Section = {
      id: `s${index + 1}`,
      name: fields.optionalText(zone.name ?? zone.zone_id, place, 'name') ?? '',
      floor: null,
      entrance: null,
      outline: null,
    };
    house.sections.push(section);
    fields.list(zone.rows ?? [], place, 'rows').forEach((row, rowIndex) => {
      readRow(row, `${place}, ${text('planImport.row', { number: rowIndex + 1 })}`, {
        origin,
        house,
        sectionId: section.id,
        rowId: `${section.id}-r${rowIndex + 1}`,
        categoryIdByName,
        fields,
      });
    });
    fields.list(zone.areas ?? [], place, 'areas').forEach((area, areaIndex) => {
      const areaPlace = `${place}, ${text('planImport.area', { number: areaIndex + 1 })}`;
      house.shapes.push(...readArea(area, `${section.id}-a${areaIndex + 1}`, origin, areaPlace, fields));
    });
  });
  return house;
}

interface RowContext {
  readonly origin: Point;
  readonly house: House;
  readonly sectionId: string;
  readonly rowId: string;
  readonly categoryIdByName: ReadonlyMap<string, string>;
  readonly fields: FieldReader;
}

function readRow(entry: unknown, place: string, context: RowContext): void {
  const { fields, house, origin, rowId, sectionId } = context;
  const row = fields.object(entry, place, null);
  if (row === null) return;
  const position = fields.point(row.position ?? { x: 0, y: 0 }, place, 'position');
  house.rows.push({
    id: rowId,
    sectionId,
    label: fields.text(row.row_number, place, 'row_number'),
    labelPosition: labelPositionOf(row.row_number_position),
  });
  fields.list(row.seats ?? [], place, 'seats').forEach((seatEntry, index) => {
    // The place in words is made only for a fault: 300,000 of them cost more than reading.
    const seatPlace = () => `${place}, ${text('planImport.seat', { number: index + 1 })}`;
    const seat = fields.object(seatEntry, seatPlace, null);
    if (seat === null) return;
    const own = fields.point(seat.position, seatPlace, 'position');
    const category = fields.optionalText(seat.category, seatPlace, 'category');
    house.seats.push({
      id: fields.text(seat.seat_guid, seatPlace, 'seat_guid'),
      rowId,
      label: fields.text(seat.seat_number, seatPlace, 'seat_number'),
      x: origin.x + position.x + own.x,
      y: origin.y + position.y + own.y,
      radius: positive(seat.radius) || RADIUS_DEFAULT,
      categoryId: category === null ? null : (context.categoryIdByName.get(category) ?? UNLISTED_CATEGORY + category),
      kind: 'STANDARD',
      restrictedView: false,
      companionOf: null,
    });
  });
}

/** A row that does not say where its letter stands shows it at both ends; null says it shows none. */
function labelPositionOf(position: unknown): Row['labelPosition'] {
  if (position === undefined) return 'BOTH';
  return LABEL_POSITIONS[position as keyof typeof LABEL_POSITIONS] ?? 'NONE';
}

function readCategory(entry: unknown, index: number, fields: FieldReader): Category[] {
  const place = text('planImport.category', { number: index + 1 });
  const category = fields.object(entry, place, null);
  if (category === null) return [];
  const color = typeof category.color === 'string' ? category.color.trim().toLowerCase() : '';
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(color);
  return [
    {
      id: `c${index + 1}`,
      name: fields.text(category.name, place, 'name'),
      color:
        short !== null
          ? `#${short
              .slice(1)
              .map((digit) => digit + digit)
              .join('')}`
          : fullColor(color, index),
      letter: categoryLetter(index),
      defaultPriceMinor: null,
    },
  ];
}

function fullColor(color: string, index: number): string {
  return /^#[\da-f]{6}$/.test(color) ? color : categoryColor(index);
}

function positive(value: unknown): number {
  return typeof value === 'number' && value > 0 && value < Infinity ? value : 0;
}

/** Counted before anything is read, so that a plan beyond the limit costs nothing. */
function countSeats(zones: unknown): number {
  const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  let count = 0;
  for (const zone of listOf(zones)) {
    for (const row of listOf((zone as { rows?: unknown } | null)?.rows)) {
      count += listOf((row as { seats?: unknown } | null)?.seats).length;
    }
  }
  return count;
}

function badFields(fileName: string, fields: FieldReader) {
  const first = firstFew(
    fields.problems().map((problem) => text('planImport.field', { ...problem })),
    fields.count(),
  );
  const message = text('planImport.badFields', { fileName, count: fields.count(), first });
  return fail('PLAN_BAD_FIELDS', message, { count: fields.count(), fields: fields.problems() });
}
