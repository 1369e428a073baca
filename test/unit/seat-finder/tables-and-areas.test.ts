import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeatFinder } from '../../../src-shared/domain/seat-finder/find-seats.ts';
import type { AreaStock, SeatQuestion, SeatStock } from '../../../src-shared/domain/seat-finder/question.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { seatsInWords } from '../../../src-shared/domain/seat-map/seat-words.ts';
import { clubHouse, smallHouse, stockOf } from '../../support/random-house.ts';
import type { PlannedTable, SmallHouse } from '../../support/random-house.ts';

function answers(house: SmallHouse, question: SeatQuestion, more: Partial<SeatStock> = {}): [string, string][] {
  const finder = createSeatFinder(house.columns, { ...stockOf(house, 0), ...more });
  return finder.find(question).map(({ stage, seats, area }) => [stage, area ?? seatsInWords(house.columns, seats)]);
}

describe('tables', () => {
  const club = clubHouse([
    { chairs: '....', x: 0, y: 400 },
    { chairs: '......', x: 300, y: 400 },
    { chairs: '..xx', x: 600, y: 400 },
    { chairs: '....', x: 900, y: 400, isSoldWhole: true },
  ]);

  test('the smallest that holds the party, begun ones first', () => {
    expect(answers(club, { quantity: 2 })[0]).toEqual(['TABLE', 'Club T3 1–2']);
    expect(answers(club, { quantity: 3 }).map(([, seats]) => seats.slice(0, 7))).toEqual([
      'Club T1',
      'Club T2',
      'Club T2',
    ]);
    expect(answers(club, { quantity: 5 })).toHaveLength(1);
  });

  test('one that is sold whole is for who fills it', () => {
    expect(
      answers(club, { quantity: 4 })
        .map(([, seats]) => seats.slice(0, 7))
        .sort(),
    ).toEqual(['Club T1', 'Club T2', 'Club T4']);
    const whole = clubHouse([{ chairs: '....', x: 0, y: 0, isSoldWhole: true }]);
    expect(answers(whole, { quantity: 3 })).toEqual([]);
    expect(answers(clubHouse([{ chairs: '...x', x: 0, y: 0, isSoldWhole: true }]), { quantity: 3 })).toEqual([]);
  });

  test('then several next to each other, nobody alone', () => {
    expect(answers(club, { quantity: 8 })[0]).toEqual(['TABLES', 'Club T1 1–2; Club T2 1–6']);
    expect(answers(club, { quantity: 7 })[0]![1]).toMatch(/^Club T1 1–2; Club T2 /);
    const far = clubHouse([
      { chairs: '....', x: 0, y: 0 },
      { chairs: '....', x: 5000, y: 0 },
      { chairs: '....', x: 5300, y: 0 },
    ]);
    expect(answers(far, { quantity: 8 })[0]).toEqual(['TABLES', 'Club T2 1–4; Club T3 1–4']);
  });

  test('whole tables are put together to the number that is needed', () => {
    const wholes = [4, 4, 6].map((size, index) => ({
      chairs: '.'.repeat(size),
      x: 300 * index,
      y: 0,
      isSoldWhole: true,
    }));
    expect(answers(clubHouse(wholes), { quantity: 10 })[0]?.[0]).toBe('TABLES');
    expect(answers(clubHouse(wholes), { quantity: 9 })).toEqual([]);
    expect(answers(clubHouse(wholes), { quantity: 14 })[0]?.[0]).toBe('TABLES');
  });

  test('chairs are chosen next to each other round the table', () => {
    const round = clubHouse([{ chairs: '.xx....', x: 0, y: 0 }]);
    // 7 and 1 are neighbours.
    expect(answers(round, { quantity: 5 })).toEqual([['TABLE', 'Club T1 1, 4–7']]);
    expect(answers(clubHouse([{ chairs: '.xxx..', x: 0, y: 0 }]), { quantity: 2 })[0]![1]).toBe('Club T1 5–6');
  });

  test('rows come before tables, and no chair is on an aisle or leaves a neighbour single', () => {
    const rows = smallHouse({ Stalls: ['....'], Club: ['...'] });
    const document = {
      ...rows.document,
      rows: rows.document.rows.map((row) =>
        row.sectionId === 'Club'
          ? {
              ...row,
              table: { kind: 'BOOTH' as const, x: 0, y: 0, width: 1, height: 1, rotation: 0, isSoldWhole: false },
            }
          : row,
      ),
    };
    const house = { ...rows, document, columns: compileColumns(document) };
    expect(answers(house, { quantity: 3 })[0]).toEqual(['TOGETHER_SINGLE_LEFT', 'Stalls A 2–4']);
    expect(answers(house, { quantity: 3, sections: [1] })).toEqual([['TABLE', 'Club A 1–3']]);
    expect(answers(house, { quantity: 3, sections: [1], aisle: true })).toEqual([]);
    // Five have no row, and are not split between rows and tables.
    expect(answers(house, { quantity: 5 })).toEqual([]);
    const finder = createSeatFinder(house.columns, stockOf(house, 0));
    expect(finder.judgePick([5], [], 'STRICT')).toMatchObject({ verdict: 'FINE', alone: [] });
  });

  test('a wheelchair’s party sits at one table, its companion beside it', () => {
    const house = clubHouse([
      { chairs: '..CW..', x: 0, y: 0 },
      { chairs: '......', x: 300, y: 0 },
    ]);
    expect(answers(house, { quantity: 2, wheelchairs: 1 })).toEqual([['TABLE', 'Club T1 3–4']]);
    expect(answers(house, { quantity: 4 })[0]).toEqual(['TABLE', 'Club T1 1–2, 5–6']);
    expect(answers(house, { quantity: 8, wheelchairs: 1 })).toEqual([]);
  });

  test('there is an answer whenever some tables could make up the party, with as many chairs as asked', () => {
    const table = fc.record({
      chairs: fc.array(fc.constantFrom('.', '.', 'x'), { minLength: 2, maxLength: 5 }).map((chairs) => chairs.join('')),
      x: fc.integer({ min: 0, max: 2000 }),
      y: fc.integer({ min: 0, max: 2000 }),
      isSoldWhole: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(table, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 12 }),
        (tables, quantity) => {
          const house = clubHouse(tables);
          const [best] = createSeatFinder(house.columns, stockOf(house, 0)).find({ quantity });
          const rooms = tables.map(roomsAt);
          const atOne = rooms.some((room) => room.includes(quantity));
          expect(best?.stage).toBe(atOne ? 'TABLE' : canMakeUp(rooms, quantity) ? 'TABLES' : undefined);
          if (best === undefined) return;
          expect(new Set(best.seats).size).toBe(quantity);
          expect(best.seats.every((seat) => house.free[seat] === 1)).toBe(true);
          tables.forEach((_, row) => {
            const taken = best.seats.filter((seat) => house.columns.row[seat] === row).length;
            expect([0, ...rooms[row]!]).toContain(taken);
          });
        },
      ),
      { numRuns: 1500 },
    );
  });
});

/** How many people may sit at a table. */
function roomsAt({ chairs, isSoldWhole }: PlannedTable): number[] {
  const free = [...chairs].filter((chair) => chair === '.').length;
  if (isSoldWhole) return free === chairs.length ? [free] : [];
  return Array.from({ length: free }, (_, index) => index + 1);
}

function canMakeUp([first, ...others]: readonly (readonly number[])[], quantity: number): boolean {
  if (quantity === 0) return true;
  return (
    first !== undefined && [0, ...first].some((people) => people <= quantity && canMakeUp(others, quantity - people))
  );
}

describe('general admission', () => {
  const area = (id: string, left: number, more: Partial<AreaStock> = {}): AreaStock => {
    return { id, name: `Area ${id}`, left, level: 0, priceMinor: 2500, ...more };
  };
  const house = smallHouse({ Stalls: ['..'] });

  test('lets the whole party in by count when it finds no seats', () => {
    const areas = [area('a', 3), area('b', 10), area('c', 4)];
    expect(answers(house, { quantity: 4 }, { areas })).toEqual([
      ['AREA', 'b'],
      ['AREA', 'c'],
    ]);
    expect(answers(house, { quantity: 2 }, { areas })).toEqual([['TOGETHER', 'Stalls A 1–2']]);
    expect(answers(house, { quantity: 11 }, { areas })).toEqual([]);
  });

  test('keeps to level and price, and has no section, aisle or wheelchair’s place', () => {
    const areas = [area('a', 9, { level: 1 }), area('b', 9, { priceMinor: 9000 }), area('c', 9, { priceMinor: -1 })];
    expect(answers(house, { quantity: 4, levels: [1] }, { areas })).toEqual([['AREA', 'a']]);
    expect(answers(house, { quantity: 4, priceLimitMinor: 3000 }, { areas })).toEqual([['AREA', 'a']]);
    for (const wish of [{ sections: [0] }, { aisle: true }, { wheelchairs: 1 }])
      expect(answers(house, { quantity: 4, ...wish }, { areas })).toEqual([]);
  });

  test('says which and how many, and hears how many are left', () => {
    const finder = createSeatFinder(house.columns, { ...stockOf(house, 0), areas: [area('a', 9)] });
    const [found] = finder.find({ quantity: 4 });
    expect(found).toMatchObject({ seats: [], area: 'a', figures: { pricesMinor: [2500] } });
    expect(found!.reason).toBe('Area a: 4 places, without seats; 5 are left after');
    finder.update({ ordinals: [], free: [], level: [], priceMinor: [], areas: [area('a', 3)] });
    expect(finder.find({ quantity: 4 })).toEqual([]);
  });
});
