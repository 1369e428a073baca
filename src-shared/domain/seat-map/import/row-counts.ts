/**
 * A house as row counts: which rows there are and how many seats each has, but not where anything is. Sections may
 * stand in stands and tiers, whatever a file calls them.
 */
import { text } from '../../../text/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import { createFinding, type Finding } from '../fault.ts';
import { createFieldReader, type FieldReader, type JsonObject } from './field-reader.ts';
import { firstFew, noSeats, PLAN_SEATS_MAX, tooManySeats } from './limits.ts';
import { readSeatNumbers, sectionName, type CountedRow, type CountedSection } from './counted-section.ts';
import { sideNamed } from './stands.ts';

export interface RowCounts {
  readonly sections: readonly CountedSection[];
  /** Whether the file itself says that sections are in stands. */
  readonly hasStands: boolean;
  /** What the sections cannot show any more because reading left it out. */
  readonly findings: readonly Finding[];
}

const SEATS_KEYS = ['seats', 'count', 'seatCount', 'seat_count', 'places'] as const;
const ROW_NAME_KEYS = ['name', 'row', 'label', 'number'] as const;

const STAND_KEY = /^(?:tribune|tribuna|tribüne|stand|grandstand|side|curva)(?![a-z])/i;
const TIER_KEY = /^(?:tier|level|ring|rang|deck|floor)(?![a-z])/i;
const SECTION_KEY = /^(?:sector|section|sektor|block|bloc|zone|area)(?![a-z])/i;

/** Groups in groups deeper than this are no stadium. */
const DEPTH_MAX = 8;

/** Whether parsed data means to be row counts: somewhere in it are rows that say how many seats they have. */
export function looksLikeRowCounts(value: unknown, depth = 0): value is JsonObject {
  if (typeof value !== 'object' || value === null || depth > DEPTH_MAX) return false;
  const { rows } = value as { readonly rows?: unknown };
  if (Array.isArray(rows)) return rows.some((row) => isObject(row) && typeof seatsOf(row) !== 'object');
  return Object.values(value).some((child) => looksLikeRowCounts(child, depth + 1));
}

/** Reads groups, sections and rows, or says which entries cannot be read, all at once. */
export function readRowCounts(house: JsonObject, fileName: string): Result<RowCounts> {
  const fields = createFieldReader();
  const empty = createFinding('EMPTY', 'WARNING');
  const sections: CountedSection[] = [];
  const reading: Reading = { fields, empty, sections, hasStands: false };
  readGroup(withoutWrapping(house), [], 0, reading);
  const { count } = fields;
  if (count() > 0) {
    const first = firstFew(
      fields.problems().map((problem) => text('planImport.field', { ...problem })),
      count(),
    );
    const message = text('planImport.badFields', { fileName, count: count(), first });
    return fail('PLAN_BAD_FIELDS', message, { count: count(), fields: fields.problems() });
  }
  return countedOf({ sections, findings: empty.done(), hasStands: reading.hasStands }, fileName);
}

/** The counts as read. Errors: PLAN_NO_SEATS, PLAN_TOO_MANY_SEATS. */
export function countedOf(counts: RowCounts, fileName: string): Result<RowCounts> {
  let seats = 0;
  for (const { rows } of counts.sections) for (const { numbers } of rows) seats += numbers.length;
  if (seats === 0) return noSeats(fileName);
  return seats > PLAN_SEATS_MAX ? tooManySeats(fileName, seats) : ok(counts);
}

/** An object that holds one group alone is the house. */
function withoutWrapping(house: JsonObject): JsonObject {
  const [entry, ...more] = Object.entries(house).filter(([, value]) => isObject(value));
  if (entry === undefined || more.length > 0 || house.rows !== undefined) return house;
  const [key, inner] = entry as [string, JsonObject];
  return STAND_KEY.test(key) || inner.rows !== undefined ? house : withoutWrapping(inner);
}

interface Reading {
  readonly fields: FieldReader;
  readonly empty: ReturnType<typeof createFinding>;
  readonly sections: CountedSection[];
  hasStands: boolean;
}

interface Group {
  readonly key: string;
  readonly name: string;
}

function readGroup(group: JsonObject, above: readonly Group[], depth: number, reading: Reading): void {
  if (group.rows !== undefined) readSection(group.rows, above, reading);
  if (depth > DEPTH_MAX) return;
  let hasChildren = false;
  for (const [key, value] of Object.entries(group)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (key === 'rows' || !isObject(child)) continue;
      hasChildren = true;
      const name = reading.fields.optionalText(child.name, key, 'name') ?? nameOfKey(key);
      readGroup(child, [...above, { key, name }], depth + 1, reading);
    }
  }
  if (group.rows === undefined && !hasChildren) noteEmpty(above, reading);
}

function noteEmpty(above: readonly Group[], { empty }: Reading): void {
  const { stand, name } = placeOf(above);
  empty.add(sectionName(stand, name), '', '', text('planFault.emptySection'));
}

function readSection(rows: unknown, above: readonly Group[], reading: Reading): void {
  const { fields, empty, sections } = reading;
  const { stand, tier, name } = placeOf(above);
  reading.hasStands ||= above.slice(0, -1).some(({ key }) => STAND_KEY.test(key));
  const place = sectionName(stand, name);
  const counted: CountedRow[] = [];
  const entries = isObject(rows)
    ? Object.entries(rows).map(([label, seats]) => ({ name: label, seats }))
    : fields.list(rows, place, 'rows');
  entries.forEach((entry, index) => {
    const row = fields.object(entry, place, text('planImport.row', { number: index + 1 }));
    if (row === null) return;
    const label = fields.text(firstOf(row, ROW_NAME_KEYS) ?? index + 1, place, 'name');
    const numbers = readSeatNumbers(seatsOf(row));
    const where = `${place}, ${text('planFault.inRow', { row: label })}`;
    if (typeof numbers === 'string') fields.note(where, numbers);
    else if (numbers.length === 0) empty.add(place, label, '', text('planFault.emptyRow'));
    else counted.push({ label, numbers });
  });
  if (entries.length === 0) noteEmpty(above, reading);
  if (counted.length > 0) sections.push({ stand, tier, name, rows: counted });
}

/** What the groups above a section say: the last is the section itself. */
function placeOf(above: readonly Group[]): Pick<CountedSection, 'stand' | 'tier' | 'name'> {
  const [section, ...groups] = above.toReversed();
  const tier = groups.find(({ key }) => TIER_KEY.test(key)) ?? null;
  const others = groups.filter((group) => group !== tier);
  const stand = others.find(({ key, name }) => STAND_KEY.test(key) || sideNamed(name) !== null) ?? others[0] ?? null;
  return { stand: stand?.name ?? null, tier: tier?.name ?? null, name: section?.name ?? '' };
}

/** "tribune_west" is "west", "sector_1" is "1". */
function nameOfKey(key: string): string {
  for (const word of [STAND_KEY, TIER_KEY, SECTION_KEY]) {
    const rest = key.replace(word, '').replace(/^[\s_-]+/, '');
    if (rest !== '' && rest !== key) return rest;
  }
  return key;
}

function seatsOf(row: JsonObject): unknown {
  return firstOf(row, SEATS_KEYS);
}

function firstOf(row: JsonObject, keys: readonly string[]): unknown {
  const key = keys.find((candidate) => Object.hasOwn(row, candidate));
  return key === undefined ? undefined : row[key];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
