import { describe, expect, test } from 'vitest';
import { createSeatFinder } from '../../../src-shared/domain/seat-finder/find-seats.ts';
import type { Proposal, SeatQuestion, SeatStock } from '../../../src-shared/domain/seat-finder/question.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { theatreRoyal } from '../../../src-shared/domain/seat-map/demo/theatre-royal.ts';
import { seatsInWords } from '../../../src-shared/domain/seat-map/seat-words.ts';
import { smallHouse } from '../../support/random-house.ts';
import type { SmallHouse } from '../../support/random-house.ts';

function findSeats(
  question: SeatQuestion,
  columns: SeatColumns,
  free: Uint8Array,
  prices?: Omit<SeatStock, 'free'>,
): Proposal[] {
  const { level, priceMinor } = prices ?? {
    level: columns.category,
    priceMinor: new Int32Array(columns.count).fill(-1),
  };
  return createSeatFinder(columns, { free, level, priceMinor }).find(question);
}

const ask = (house: SmallHouse, question: SeatQuestion, prices?: Omit<SeatStock, 'free'>): Proposal[] =>
  findSeats(question, house.columns, house.free, prices);

function answers(house: SmallHouse, question: SeatQuestion, prices?: Omit<SeatStock, 'free'>): [string, string][] {
  return ask(house, question, prices).map(({ stage, seats }) => [stage, seatsInWords(house.columns, seats)]);
}

describe('findSeats', () => {
  test('offers three answers with no seat in common, nearest to the stage first', () => {
    const house = smallHouse({ Stalls: ['.......', '.......', '.......'] });
    expect(answers(house, { quantity: 3 })).toEqual([
      ['TOGETHER', 'Stalls A 3–5'],
      ['TOGETHER', 'Stalls B 3–5'],
      ['TOGETHER', 'Stalls C 3–5'],
    ]);
  });

  test('leaves no single seat while it can, and says when it cannot', () => {
    const house = smallHouse({ Stalls: ['xx.....x'] });
    expect(answers(house, { quantity: 3 })[0]).toEqual(['TOGETHER', 'Stalls A 3–5']);
    const tight = smallHouse({ Stalls: ['xx....x'] });
    expect(answers(tight, { quantity: 3 })[0]).toEqual(['TOGETHER_SINGLE_LEFT', 'Stalls A 3–5']);
    expect(ask(tight, { quantity: 3 })[0]?.reason).toBe(
      'Stalls A 3–5: one row, together; a single seat is left beside it; 3 m from the stage',
    );
  });

  test('a seat across the aisle is neither together nor left single', () => {
    const house = smallHouse({ Stalls: ['.. ...'] });
    expect(answers(house, { quantity: 3 })).toEqual([['TOGETHER', 'Stalls A 3–5']]);
    expect(answers(house, { quantity: 2 })[0]).toEqual(['TOGETHER', 'Stalls A 1–2']);
    expect(answers(house, { quantity: 4 })[0]?.[0]).toBe('ONE_SECTION');
  });

  test('then rows one behind the other, nobody alone', () => {
    const house = smallHouse({ Stalls: ['xx..xx', 'x...xx', '..xxxx'] });
    expect(answers(house, { quantity: 4 })).toEqual([['ADJOINING_ROWS', 'Stalls A 3–4; Stalls B 3–4']]);
    expect(answers(house, { quantity: 5 })[0]).toEqual(['ADJOINING_ROWS', 'Stalls A 3–4; Stalls B 2–4']);
    // Three could only sit as two and one.
    expect(answers(smallHouse({ Stalls: ['..x', '..x'] }), { quantity: 3 })[0]?.[0]).toBe('ONE_SECTION');
  });

  test('rows across a gangway are not one behind the other', () => {
    const { document, columns, free } = smallHouse({ Stalls: ['..', '..'] });
    const apart = {
      ...document,
      seats: document.seats.map((seat) => (seat.y > 350 ? { ...seat, y: seat.y + 100 } : seat)),
    };
    expect(findSeats({ quantity: 4 }, columns, free)[0]?.stage).toBe('ADJOINING_ROWS');
    expect(findSeats({ quantity: 4 }, compileColumns(apart), free)[0]?.stage).toBe('ONE_SECTION');
  });

  test('then one section, in as few places as can be, nobody alone if it can be helped', () => {
    const house = smallHouse({ Stalls: ['...x..', 'xxxxxx', '.xxx..'], Circle: ['xx'] });
    expect(answers(house, { quantity: 4 })[0]).toEqual(['ONE_SECTION', 'Stalls A 2–3, 5–6']);
  });

  test('then across sections', () => {
    const house = smallHouse({ Stalls: ['..x'], Circle: ['x..'] });
    expect(answers(house, { quantity: 4 })).toEqual([['ACROSS_SECTIONS', 'Stalls A 1–2; Circle A 2–3']]);
    expect(ask(house, { quantity: 4 })[0]?.reason).toBe(
      'Stalls A 1–2; Circle A 2–3: in 2 sections; 5 m from the stage',
    );
  });

  test('who can sit together is not shown how to sit apart', () => {
    const house = smallHouse({ Stalls: ['....x.x.'] });
    expect(answers(house, { quantity: 4 })).toEqual([['TOGETHER', 'Stalls A 1–4']]);
  });

  test('has no answer when there are not enough seats, or to a question that is none', () => {
    const house = smallHouse({ Stalls: ['..x'] });
    for (const quantity of [3, 0, -1, 1.5, NaN]) expect(ask(house, { quantity })).toEqual([]);
    expect(ask(house, { quantity: 1, wheelchairs: 2 })).toEqual([]);
  });

  test('an aisle is had when asked for, and said', () => {
    const house = smallHouse({ Stalls: ['.........'] });
    expect(answers(house, { quantity: 2 })[0]).toEqual(['TOGETHER', 'Stalls A 3–4']);
    expect(answers(house, { quantity: 2, aisle: true })[0]).toEqual(['TOGETHER', 'Stalls A 1–2']);
    expect(ask(house, { quantity: 2, aisle: true })[0]?.reason).toContain('on an aisle');
  });

  test('wheelchair and companion places are offered with a wheelchair only, beside each other', () => {
    const house = smallHouse({ Stalls: ['..WC', 'WC..'] });
    expect(answers(house, { quantity: 2 })).toEqual([
      ['TOGETHER', 'Stalls A 1–2'],
      ['TOGETHER', 'Stalls B 3–4'],
    ]);
    expect(answers(house, { quantity: 2, wheelchairs: 1 })[0]).toEqual(['TOGETHER', 'Stalls A 3–4']);
    expect(answers(house, { quantity: 4, wheelchairs: 1 }).map(([, seats]) => seats)).toEqual([
      'Stalls A 1–4',
      'Stalls B 1–4',
    ]);
    expect(answers(house, { quantity: 2, wheelchairs: 2 })).toEqual([['ONE_SECTION', 'Stalls A 3; Stalls B 1']]);
  });

  test('a seat with restricted view comes last among equals, and is said', () => {
    const house = smallHouse({ Stalls: ['rr..', '....'] });
    expect(answers(house, { quantity: 2 })).toEqual([
      ['TOGETHER', 'Stalls A 3–4'],
      ['TOGETHER', 'Stalls B 3–4'],
      ['TOGETHER', 'Stalls B 1–2'],
    ]);
    expect(ask(smallHouse({ Stalls: ['rr'] }), { quantity: 2 })[0]?.reason).toContain('restricted view: 2');
  });

  test('level, section and price limit are kept to', () => {
    const house = smallHouse({ Stalls: ['....', '....'], Circle: ['....'] });
    const level = Uint8Array.from(house.columns.row);
    const priceMinor = Int32Array.from(level, (each, ordinal) => (ordinal === 0 ? -1 : 3000 - 1000 * each));
    const prices = { level, priceMinor };
    expect(answers(house, { quantity: 2, sections: [1] }, prices)[0]?.[1]).toMatch(/^Circle/);
    expect(
      answers(house, { quantity: 2, levels: [1] }, prices).every(([, seats]) => seats.startsWith('Stalls B')),
    ).toBe(true);
    expect(answers(house, { quantity: 4, priceLimitMinor: 2000 }, prices).map(([, seats]) => seats)).toEqual([
      'Stalls B 1–4',
      'Circle A 1–4',
    ]);
    // A seat without a price is within no limit.
    expect(answers(house, { quantity: 4, priceLimitMinor: 3000, levels: [0] }, prices)).toEqual([]);
    expect(ask(house, { quantity: 1, priceLimitMinor: 9999 })).toEqual([]);
  });

  test('near a booking: beside it first, then as near as can be, whatever the quality', () => {
    const house = smallHouse({ Stalls: ['.......', '..xx...', '.......'] });
    const near = [house.at('Stalls B 3'), house.at('Stalls B 4')];
    expect(answers(house, { quantity: 2, near })).toEqual([
      ['TOGETHER', 'Stalls B 1–2'],
      ['TOGETHER', 'Stalls A 3–4'],
      ['TOGETHER', 'Stalls C 3–4'],
    ]);
    expect(answers(house, { quantity: 3, near })[0]).toEqual(['TOGETHER', 'Stalls B 5–7']);
    // Seats that are not in this map are near to nobody.
    expect(answers(house, { quantity: 2, near: [-1, 999, NaN] })).toEqual(answers(house, { quantity: 2 }));
  });

  test('the strict rule leaves a single only where a run offers nothing else', () => {
    const house = smallHouse({ Stalls: ['x....x', 'x.....x'] });
    expect(answers(house, { quantity: 3, noSingle: 'LENIENT' })).toEqual([
      ['TOGETHER', 'Stalls B 2–4'],
      ['TOGETHER_SINGLE_LEFT', 'Stalls A 3–5'],
    ]);
    expect(answers(house, { quantity: 3, noSingle: 'STRICT' })).toEqual(
      answers(house, { quantity: 3, noSingle: 'LENIENT' }),
    );
    expect(answers(house, { quantity: 1, noSingle: 'STRICT' }).map(([, seats]) => seats)).not.toContain('Stalls A 3');
    // Level 1 has two seats in the middle of a run of four: to take them would leave one on each side.
    const level = Uint8Array.of(0, 0, 1, 1, 0, 0);
    const row = smallHouse({ Stalls: ['x....x'] });
    const stock = { level, priceMinor: new Int32Array(6) };
    expect(answers(row, { quantity: 2, levels: [1], noSingle: 'STRICT' }, stock)).toEqual([]);
    expect(answers(row, { quantity: 2, levels: [1] }, stock)[0]?.[0]).toBe('TOGETHER_SINGLE_LEFT');
  });

  test('nobody asks about singles when the rule is off, and the words claim nothing', () => {
    const house = smallHouse({ Stalls: ['xx....x'] });
    const [first] = ask(house, { quantity: 3, noSingle: 'OFF' });
    expect(first).toMatchObject({ stage: 'TOGETHER', figures: { singlesLeft: 1 } });
    expect(first?.reason).toBe('Stalls A 3–5: one row, together; 3 m from the stage');
  });

  test('says why in figures: rows, groups, singles, aisle, view, metres, price each', () => {
    const house = smallHouse({ Stalls: ['rr.', '...'] });
    const priceMinor = Int32Array.of(10, 20, 30, 40, 50, 60);
    const [first] = ask(house, { quantity: 5 }, { level: new Uint8Array(6), priceMinor });
    expect(first?.figures).toEqual({
      rows: 2,
      sections: 1,
      groups: 2,
      singlesLeft: 1,
      onAisle: 3,
      restrictedView: 1,
      sittingAlone: 0,
      metresToFocalPoint: 3.7,
      pricesMinor: [20, 30, 40, 50, 60],
    });
  });

  test('says no metres of a map whose units may be anything, or that does not say where its focal point is', () => {
    const { document, columns, free } = smallHouse({ Stalls: ['....'] });
    const seats = document.seats.map((seat) => ({ ...seat, x: seat.x / 10, y: seat.y / 10 }));
    const { focalPoint: _, ...unsaid } = columns;
    for (const map of [compileColumns({ ...document, seats }), unsaid]) {
      const [first] = findSeats({ quantity: 2 }, map, free);
      expect(first?.figures.metresToFocalPoint).toBeNull();
      expect(first?.reason).not.toContain(' m ');
    }
  });

  test('the best four of Theatre Royal are in the middle of its front rows, and stay so', () => {
    const columns = compileColumns(theatreRoyal());
    const all = new Uint8Array(columns.count).fill(1);
    const proposals = findSeats({ quantity: 4, levels: [0] }, columns, all);
    expect(proposals.map(({ seats }) => seatsInWords(columns, seats))).toEqual([
      'Stalls D 10–13',
      'Stalls D 14–17',
      'Stalls D 6–9',
    ]);
    expect(findSeats({ quantity: 4, levels: [0] }, columns, all)).toEqual(proposals);
  });
});
