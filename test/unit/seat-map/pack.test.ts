import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { generateHouse } from '../../../src-shared/domain/seat-map/demo/generate-house.ts';
import {
  packMap,
  sceneryOf,
  unpackColumns,
  unpackMap,
  unpackSection,
  type PackedMap,
} from '../../../src-shared/domain/seat-map/pack.ts';
import { SeatIds } from '../../../src-shared/domain/seat-map/seat-ids.ts';
import { smallHouse } from '../../support/random-house.ts';
import { packVersionOne } from '../../support/version-one-pack.ts';

const anyName = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.uuid(),
  fc.constantFrom('🎭', 'قاعة', '\ud800', 'a\0b', '"\n'),
);

/** Any map whose sections follow each other; some sections have no seats. */
const anyColumns = fc.array(fc.nat(12), { maxLength: 6 }).chain((seatsBySection) => {
  const section = Uint16Array.from(seatsBySection.flatMap((seats, index) => Array<number>(seats).fill(index)));
  const count = section.length;
  const column = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: count, maxLength: count });
  const float = column(fc.float({ noNaN: true })).map((values) => Float32Array.from(values));
  const short = column(fc.nat(65_535)).map((values) => Uint16Array.from(values));
  const octet = column(fc.nat(255)).map((values) => Uint8Array.from(values));
  const sectionsOf = fc.record({ id: anyName, name: anyName, entrance: fc.option(anyName), floor: fc.option(anyName) });
  return fc.record<SeatColumns>({
    count: fc.constant(count),
    x: float,
    y: float,
    radius: float,
    section: fc.constant(section),
    row: short,
    category: octet,
    kind: octet,
    flags: octet,
    quality: short,
    ids: column(anyName).map((ids) => SeatIds.of(ids)),
    labels: column(anyName),
    sections: fc.array(sectionsOf, { minLength: seatsBySection.length, maxLength: seatsBySection.length }),
    rows: fc.array(
      fc.record({
        id: anyName,
        label: anyName,
        section: fc.nat(65_535),
        labelPosition: fc.constantFrom('START', 'END', 'BOTH', 'NONE'),
      }),
    ),
    categories: fc.array(fc.record({ id: anyName, name: anyName, color: anyName, letter: anyName })),
  });
});

const anyMap = anyColumns.chain((columns) =>
  anyName.map((name): PackedMap => {
    const sign = {
      id: name,
      color: null,
      borderColor: null,
      rotation: 0,
      kind: 'TEXT',
      x: 0,
      y: 0,
      text: name,
    } as const;
    const focalPoint = { x: name.length, y: -0.5 };
    return { columns: { ...columns, focalPoint }, scenery: { shapes: [{ ...sign, size: 20 }], areas: [] } };
  }),
);

const mapOf = (...plan: Parameters<typeof smallHouse>): PackedMap => {
  const { columns, document } = smallHouse(...plan);
  return { columns, scenery: sceneryOf(document) };
};

const refused = { ok: false, error: { code: 'COLUMNS_UNREADABLE' } };

describe('a packed map', () => {
  test('gives back what was packed, whatever the names hold', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const packed = packMap(map);
        expect(unpackMap(packed)).toEqual({ ok: true, value: map });
        expect(unpackColumns(packed)).toEqual({ ok: true, value: map.columns });
      }),
    );
  });

  test('gives one section as the whole map has it', () => {
    fc.assert(
      fc.property(anyMap, ({ columns, scenery }) => {
        const packed = packMap({ columns, scenery });
        columns.sections.forEach((_, index) => {
          const found = unpackSection(packed, index);
          if (!found.ok) throw new Error(found.error.message);
          const first = columns.section.indexOf(index);
          const own = <T>(column: Iterable<T>) => [...column].slice(first, first + found.value.count);
          expect(found.value.count).toBe(columns.section.filter((of) => of === index).length);
          if (found.value.count === 0) return;
          for (const name of ['x', 'radius', 'section', 'row', 'quality', 'flags', 'ids', 'labels'] as const)
            expect([...found.value[name]], name).toEqual(own<number | string>(columns[name]));
        });
      }),
    );
  });

  test('is read from the middle of a larger buffer, as stores hand bytes over', () => {
    const map = mapOf({ Stalls: ['....', '...'], Circle: ['.....'] });
    const packed = packMap(map);
    for (const shift of [1, 2, 3, 4, 7]) {
      const larger = Buffer.alloc(packed.length + 20);
      larger.set(packed, shift);
      const middle = larger.subarray(shift, shift + packed.length);
      expect(unpackMap(middle)).toEqual({ ok: true, value: map });
      expect(unpackSection(middle, 1)).toMatchObject({ ok: true, value: { count: 5 } });
    }
  });

  test('takes labels of more than 65,535 kinds', () => {
    const { columns } = smallHouse({ S: ['.'] });
    const count = 70_000;
    const many: SeatColumns = {
      ...columns,
      count,
      x: new Float32Array(count),
      y: new Float32Array(count),
      radius: new Float32Array(count),
      section: new Uint16Array(count),
      row: new Uint16Array(count),
      quality: new Uint16Array(count),
      category: new Uint8Array(count),
      kind: new Uint8Array(count),
      flags: new Uint8Array(count),
      ids: SeatIds.of(Array.from({ length: count }, (_, i) => `${i}`)),
      labels: Array.from({ length: count }, (_, i) => `L${i}`),
    };
    const found = unpackColumns(packMap({ columns: many, scenery: { shapes: [], areas: [] } }));
    expect(found).toMatchObject({ ok: true, value: { labels: many.labels } });
  });

  test('has a fixed layout: version 2 of one seat', () => {
    const map = mapOf({ S: ['.'] });
    const packed = Buffer.from(packMap(map));
    const hex = (from: number, to?: number) => packed.subarray(from, to).toString('hex');
    const tables = packed.readUInt32LE(16);
    expect(hex(0, 16)).toBe('50534d43' + '0200' + '0200' + '01000000' + '01000000');
    expect(hex(24, 40)).toBe('00000000' + '00000000' + '01000000' + '06000000');
    // x 0, y 300, radius 20; the id ends at 6; label 0, row 0, quality; category 0, kind 0, flags aisle; the id; zeros.
    const quality = Buffer.alloc(2);
    quality.writeUInt16LE(map.columns.quality[0]!);
    const block = `00000000${'00009643'}${'0000a041'}${'06000000'}${'0000'}${'0000'}${quality.toString('hex')}${'000002'}`;
    expect(hex(40, 72)).toBe(`${block}01${Buffer.from('S-A-1').toString('hex')}00`);
    expect(JSON.parse(packed.toString('utf8', 72, 72 + tables))).toMatchObject({
      labels: ['1'],
      sections: [{ name: 'S' }],
    });
    expect(JSON.parse(packed.toString('utf8', 72 + tables))).toEqual(map.scenery);
  });

  test('that is cut, altered in length, of another kind or of a later version is refused', () => {
    const packed = packMap(mapOf({ Stalls: ['....'], Circle: ['..'] }));
    fc.assert(
      fc.property(fc.nat(packed.length - 1), (length) => {
        expect(unpackMap(packed.slice(0, length))).toMatchObject(refused);
        expect(unpackColumns(packed.slice(0, length))).toMatchObject(refused);
      }),
    );
    for (const at of [0, 4, 6, 8, 12, 16, 20, 24, 32, 40]) {
      const altered = packed.slice();
      altered[at]! ^= 0x41;
      expect(unpackMap(altered), `byte ${at}`).toMatchObject(refused);
    }
  });

  test('whose bytes are altered anywhere is read or refused, and never breaks the reader', () => {
    const packed = packMap(mapOf({ Stalls: ['....', '...'], Circle: ['..'] }));
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const altered = packed.slice();
        altered[at]! ^= flip;
        const found = unpackMap(altered);
        if (found.ok) expect([...found.value.columns.ids]).toHaveLength(9);
        else expect(found).toMatchObject(refused);
      }),
    );
  });

  test('of 150,000 seats takes less than 70 bytes a seat', () => {
    const columns = compileColumns(generateHouse({ kind: 'STADIUM', seats: 150_000 }));
    expect(packMap({ columns, scenery: { shapes: [], areas: [] } }).length).toBeLessThan(70 * 150_000);
  });
});

describe('a map packed by an older program', () => {
  test('is read as it was', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        expect(unpackColumns(packVersionOne(columns))).toEqual({ ok: true, value: columns });
      }),
    );
  });

  test('is read from the middle of a larger buffer', () => {
    // Those programs did not say where the focal point is.
    const { focalPoint: _, ...columns } = smallHouse({ Stalls: ['....', '...'] }).columns;
    const packed = packVersionOne(columns);
    const larger = Buffer.alloc(packed.length + 20);
    larger.set(packed, 7);
    expect(unpackColumns(larger.subarray(7, 7 + packed.length))).toEqual(unpackColumns(packed));
  });

  test('that is cut short is refused', () => {
    const packed = packVersionOne(smallHouse({ Stalls: ['....'] }).columns);
    fc.assert(
      fc.property(fc.nat(packed.length - 1), (length) => {
        expect(unpackColumns(packed.slice(0, length))).toMatchObject(refused);
      }),
    );
  });
});
