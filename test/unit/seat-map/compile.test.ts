import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FLAG_AISLE, FLAG_RESTRICTED_VIEW, SEAT_KINDS } from '../../../src-shared/domain/seat-map/columns.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
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
