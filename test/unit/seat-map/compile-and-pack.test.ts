import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FLAG_AISLE, FLAG_RESTRICTED_VIEW, SEAT_KINDS } from '../../../src-shared/domain/seat-map/columns.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { packColumns, unpackColumns } from '../../../src-shared/domain/seat-map/pack.ts';
import { SeatIds } from '../../../src-shared/domain/seat-map/seat-ids.ts';
import { smallHouse } from '../../support/random-house.ts';

describe('compileColumns', () => {
  test('marks seats on an aisle: where a row ends and on both sides of a gap, not beside a wheelchair place', () => {
    const { columns } = smallHouse({ Stalls: ['... ..', '....', '.'] });
    const onAisle = [...columns.ids].filter((_, ordinal) => ((columns.flags[ordinal] ?? 0) & FLAG_AISLE) !== 0);
    expect(onAisle).toEqual([
      'Stalls-A-1',
      'Stalls-A-3',
      'Stalls-A-4',
      'Stalls-A-5',
      'Stalls-B-1',
      'Stalls-B-4',
      'Stalls-C-1',
    ]);
  });

  test('a seat 1.5 spacings away is a neighbour, one 1.7 away is across an aisle', () => {
    const { document } = smallHouse({ Stalls: ['......'] });
    const aisleAt = (shift: number) => {
      const seats = document.seats.map((seat, index) => (index < 3 ? seat : { ...seat, x: seat.x + shift }));
      return ((compileColumns({ ...document, seats }).flags[2] ?? 0) & FLAG_AISLE) !== 0;
    };
    expect([aisleAt(25), aisleAt(35)]).toEqual([false, true]);
  });

  test('a short row asks its section how far apart seats are', () => {
    const { columns } = smallHouse({ Stalls: ['......', '. .'] });
    expect(columns.flags[7]).toBe(FLAG_AISLE);
    expect(columns.flags[6]).toBe(FLAG_AISLE);
  });

  test('quality is best at the focal point and falls with the distance from it, never to nothing', () => {
    const { columns, document } = smallHouse({ Stalls: ['.......', '.......'], Circle: ['....'] });
    const away = document.seats.map(({ x, y }) => Math.hypot(x - document.focalPoint.x, y - document.focalPoint.y));
    const byDistance = [...away.keys()].sort((a, b) => (away[a] ?? 0) - (away[b] ?? 0));
    const qualities = byDistance.map((ordinal) => columns.quality[ordinal] ?? 0);
    expect(qualities).toEqual([...qualities].sort((a, b) => b - a));
    expect(qualities.at(-1)).toBeGreaterThan(0);
    const atFocus = {
      ...document,
      seats: document.seats.map((seat, i) => (i === 0 ? { ...seat, ...document.focalPoint } : seat)),
    };
    expect(Math.max(...compileColumns(atFocus).quality)).toBe(65_535);
  });

  test('a seat keeps its kind, view, category, section and row', () => {
    const { columns, at } = smallHouse({ Stalls: ['.rv'], Circle: ['WC'] });
    expect(SEAT_KINDS[columns.kind[at('Stalls A 3')] ?? 0]).toBe('VIP');
    expect(SEAT_KINDS[columns.kind[at('Circle A 2')] ?? 0]).toBe('COMPANION');
    expect((columns.flags[at('Stalls A 2')] ?? 0) & FLAG_RESTRICTED_VIEW).toBe(FLAG_RESTRICTED_VIEW);
    expect(columns.section[at('Circle A 1')]).toBe(1);
    expect(columns.rows[columns.row[at('Circle A 1')] ?? 0]).toMatchObject({ label: 'A', section: 1 });
    expect(columns.category[0]).toBe(0);
  });

  test('a seat in no category has none', () => {
    const { document } = smallHouse({ Stalls: ['..'] });
    const seats = document.seats.map((seat) => ({ ...seat, categoryId: null }));
    expect([...compileColumns({ ...document, seats }).category]).toEqual([255, 255]);
  });

  test('ordinals follow the house, whatever order its records are in', () => {
    const { document, columns } = smallHouse({ Stalls: ['...', '....'], Circle: ['....'] });
    fc.assert(
      fc.property(fc.shuffledSubarray([...document.seats], { minLength: document.seats.length }), (seats) => {
        const shuffled = compileColumns({ ...document, seats });
        const inRow = (of: SeatColumns, row: number) => [...of.ids].filter((_, ordinal) => of.row[ordinal] === row);
        expect([...shuffled.row]).toEqual([...columns.row]);
        columns.rows.forEach((_, row) => {
          const [forwards, found] = [inRow(columns, row), inRow(shuffled, row)];
          expect([forwards, forwards.toReversed()]).toContainEqual(found);
        });
      }),
    );
  });
});

const columnsOf = fc.integer({ min: 0, max: 40 }).chain((count) => {
  const name = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('🎭', 'قاعة', '\ud800', 'a\0b', '"\n'),
  );
  const column = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: count, maxLength: count });
  const float = column(fc.float({ noNaN: true })).map((values) => Float32Array.from(values));
  const short = column(fc.nat(65_535)).map((values) => Uint16Array.from(values));
  const octet = column(fc.nat(255)).map((values) => Uint8Array.from(values));
  return fc.record<SeatColumns>({
    count: fc.constant(count),
    x: float,
    y: float,
    radius: float,
    section: short,
    row: short,
    category: octet,
    kind: octet,
    flags: octet,
    quality: short,
    ids: column(name).map((ids) => SeatIds.of(ids)),
    labels: column(name),
    sections: fc.array(fc.record({ id: name, name, entrance: fc.option(name), floor: fc.option(name) })),
    rows: fc.array(
      fc.record({
        id: name,
        label: name,
        section: fc.nat(65_535),
        labelPosition: fc.constantFrom('START', 'END', 'BOTH', 'NONE'),
      }),
    ),
    categories: fc.array(fc.record({ id: name, name, color: name, letter: name })),
  });
});

describe('packColumns', () => {
  test('unpackColumns gives back what was packed, whatever the names hold', () => {
    fc.assert(
      fc.property(columnsOf, (columns) => {
        expect(unpackColumns(packColumns(columns))).toEqual({ ok: true, value: columns });
      }),
    );
  });

  test('reads from the middle of a larger buffer, as stores hand bytes over', () => {
    const { columns } = smallHouse({ Stalls: ['....', '....'] });
    const packed = packColumns(columns);
    const larger = new Uint8Array(packed.length + 20);
    larger.set(packed, 7);
    expect(unpackColumns(larger.subarray(7, 7 + packed.length))).toEqual({ ok: true, value: columns });
  });

  test('the layout is fixed: version 1 of one seat', () => {
    const { columns } = smallHouse({ S: ['.'] });
    const packed = packColumns(columns);
    const hex = (from: number, to?: number) => Buffer.from(packed.subarray(from, to)).toString('hex');
    expect(hex(0, 12)).toBe('50534d43' + '0100' + '0000' + '01000000');
    const tables = new DataView(packed.buffer).getUint32(12, true);
    expect(JSON.parse(Buffer.from(packed.subarray(16, 16 + tables)).toString('utf8'))).toMatchObject({
      ids: ['S-A-1'],
    });
    // x 0, y 300, radius 20; section 0, row 0, quality; category 0, kind 0, flags aisle.
    const quality = (columns.quality[0] ?? 0).toString(16).padStart(4, '0');
    const littleEndian = quality.slice(2) + quality.slice(0, 2);
    expect(hex(16 + tables)).toBe(`00000000${'00009643'}${'0000a041'}${'0000'}${'0000'}${littleEndian}${'000002'}`);
  });

  test('bytes that are cut, altered in length, of another kind or of a later version are refused', () => {
    const packed = packColumns(smallHouse({ Stalls: ['....'] }).columns);
    fc.assert(
      fc.property(fc.nat(packed.length - 1), (length) => {
        expect(unpackColumns(packed.slice(0, length))).toMatchObject({
          ok: false,
          error: { code: 'COLUMNS_UNREADABLE' },
        });
      }),
    );
    for (const at of [0, 4, 8, 12, 16]) {
      const altered = packed.slice();
      altered[at] = (altered[at] ?? 0) ^ 0x40;
      expect(unpackColumns(altered)).toMatchObject({ ok: false, error: { code: 'COLUMNS_UNREADABLE' } });
    }
  });
});
