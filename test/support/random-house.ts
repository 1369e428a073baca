/** Small seat maps drawn in characters, for tests of the map's and the finder's rules; and random ones. */
import fc from 'fast-check';
import type { NoSingleRule, SeatQuestion, SeatStock } from '../../src-shared/domain/seat-finder/question.ts';
import type { Seat, SeatKind, SeatMapDocument } from '../../src-shared/domain/seat-map/document.ts';
import { compileColumns } from '../../src-shared/domain/seat-map/compile.ts';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';

const SPACING = 50;
const ROW_PITCH = 90;
const SECTION_GAP = 1000;

const KIND_BY_MARK: Readonly<Record<string, SeatKind>> = {
  '.': 'STANDARD',
  x: 'STANDARD',
  r: 'STANDARD',
  v: 'VIP',
  W: 'WHEELCHAIR',
  w: 'WHEELCHAIR',
  C: 'COMPANION',
  c: 'COMPANION',
};

export interface SmallHouse {
  readonly document: SeatMapDocument;
  readonly columns: SeatColumns;
  /** 1 where the drawing has a free seat: taken ones are x, w and c. */
  readonly free: Uint8Array;
  /** Ordinal of "A F 4": section, row, number. */
  at(name: string): number;
}

/** A table's chairs, in the characters of a row; its middle, and whether it is sold to one party only. */
export interface PlannedTable {
  readonly chairs: string;
  readonly x: number;
  readonly y: number;
  readonly isSoldWhole?: boolean;
}

/** A house of tables only: T1, T2, …, chairs numbered from 1, in a section called Club. */
export function clubHouse(tables: readonly PlannedTable[]): SmallHouse {
  const house = smallHouse({ Club: tables.map(({ chairs }) => chairs) });
  const rows = house.document.rows.map((row, index): SeatMapDocument['rows'][number] => {
    const { x, y, isSoldWhole = false } = tables[index]!;
    return {
      ...row,
      label: `T${index + 1}`,
      table: { kind: 'ROUND', x, y, width: 80, height: 80, rotation: 0, isSoldWhole },
    };
  });
  const tableOf = new Map(rows.map((row) => [row.id, row.table!]));
  const seats = house.document.seats.map((seat) => {
    const { x, y } = tableOf.get(seat.rowId)!;
    const ofTable = house.document.seats.filter(({ rowId }) => rowId === seat.rowId);
    const angle = (2 * Math.PI * ofTable.indexOf(seat)) / ofTable.length;
    return { ...seat, x: x + 60 * Math.cos(angle), y: y + 60 * Math.sin(angle) };
  });
  const document = { ...house.document, rows, seats };
  return { ...house, document, columns: compileColumns(document) };
}

/**
 * A house by section, a string a row from the stage backwards: `.` a free seat, `x` a taken one, `r` free with
 * restricted view, `W`/`w` a wheelchair place free/taken, `C`/`c` a companion place, a space or `|` an aisle one seat
 * wide. Rows are A, B, … and seats count from 1.
 */
export function smallHouse(plan: Readonly<Record<string, readonly string[]>>): SmallHouse {
  const sections: SeatMapDocument['sections'][number][] = [];
  const rows: SeatMapDocument['rows'][number][] = [];
  const seats: Seat[] = [];
  const free: number[] = [];
  Object.entries(plan).forEach(([name, lines], section) => {
    sections.push({ id: name, name, floor: null, entrance: null, outline: null });
    lines.forEach((line, row) => {
      const label = String.fromCharCode(65 + row);
      const rowId = `${name}-${label}`;
      rows.push({ id: rowId, sectionId: name, label, labelPosition: 'BOTH' });
      let number = 0;
      let wheelchair: string | null = null;
      [...line].forEach((mark, place) => {
        const kind = KIND_BY_MARK[mark];
        if (kind === undefined) return;
        number++;
        const id = `${rowId}-${number}`;
        if (kind === 'WHEELCHAIR') wheelchair = id;
        seats.push({
          id,
          rowId,
          label: String(number),
          x: section * SECTION_GAP + place * SPACING,
          y: 300 + row * ROW_PITCH,
          radius: 20,
          categoryId: 'c1',
          kind,
          restrictedView: mark === 'r',
          companionOf: kind === 'COMPANION' ? wheelchair : null,
        });
        free.push('.rvWC'.includes(mark) ? 1 : 0);
      });
    });
  });
  const document: SeatMapDocument = {
    name: 'Small house',
    width: 3000,
    height: 2000,
    focalPoint: { x: 150, y: 0 },
    categories: [{ id: 'c1', name: 'Standard', color: '#1f6fb2', letter: 'S', defaultPriceMinor: 2000 }],
    sections,
    rows,
    seats,
    shapes: [],
  };
  const columns = compileColumns(document);
  const at = (name: string): number => {
    const ordinal = columns.ids.ordinalOf(name.replaceAll(' ', '-'));
    if (ordinal === null) throw new Error(`no seat ${name}`);
    return ordinal;
  };
  return { document, columns, free: Uint8Array.from(free), at };
}

export type Plan = Readonly<Record<string, readonly string[]>>;

/** Houses of one or two sections of up to four short rows, with so many free places at most. */
export function randomPlans(freeMax: number): fc.Arbitrary<Plan> {
  const mark = fc.constantFrom('.', '.', '.', '.', 'x', 'x', ' ', 'W', 'C', 'r');
  const line = fc.array(mark, { minLength: 2, maxLength: 7 }).map((marks) => marks.join(''));
  const section = fc.array(line, { minLength: 1, maxLength: 4 });
  return fc.array(section, { minLength: 1, maxLength: 2 }).map((sections) => {
    let left = freeMax;
    const taken = (each: string) => each.replace(/[.rWC]/g, (free) => (left-- > 0 ? free : 'x'));
    // The last row, all taken, shows how far apart the section's seats are.
    return Object.fromEntries(sections.map((lines, index) => [`S${index + 1}`, [...lines.map(taken), 'xxxxxxx']]));
  });
}

/** Two levels and three prices, one of them none, dealt out by a row's and a seat's number. */
export function stockOf({ free }: SmallHouse, seed: number): SeatStock {
  const draw = (ordinal: number, of: number) => Math.floor(((ordinal + 1) * (seed + 7) * 0.618) % of);
  return {
    free,
    level: Uint8Array.from(free, (_, ordinal) => draw(ordinal >> 2, 2)),
    priceMinor: Int32Array.from(free, (_, ordinal) => [-1, 2000, 3000, 3000][draw(ordinal >> 1, 4)]!),
  };
}

/** Everything that can be asked of a house of up to 40 places; most questions ask little. */
export function randomQuestions(
  quantityMax: number,
  rules: readonly NoSingleRule[] = ['LENIENT', 'STRICT', 'OFF'],
): fc.Arbitrary<SeatQuestion> {
  const seldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
  return fc
    .record({
      quantity: fc.integer({ min: 1, max: quantityMax }),
      aisle: seldom(fc.boolean()),
      wheelchairs: seldom(fc.constantFrom(0, 1, 1, 2)),
      noSingle: fc.constantFrom(...rules),
      levels: seldom(fc.subarray([0, 1], { minLength: 1 })),
      sections: seldom(fc.subarray([0, 1])),
      priceLimitMinor: seldom(fc.constantFrom(1000, 2000, 3000)),
      near: seldom(fc.uniqueArray(fc.nat(20), { maxLength: 3 })),
    })
    .map((question) => JSON.parse(JSON.stringify(question)) as SeatQuestion);
}
