import { describe, expect, test } from 'vitest';
import type { Seat } from '../../../src-shared/domain/seat-map/document.ts';
import { readPlan, repairPlan } from '../../../src-shared/domain/seat-map/import/read-plan.ts';
import { houseOf, line, repaired, faultOf, namesOf, type SeatAt } from '../../support/faulty-house.ts';

describe('repeated seat ids', () => {
  const house = houseOf([
    [
      'Stalls',
      'A',
      [
        { label: '1', x: 0, y: 0, id: 'A-1' },
        { label: '2', x: 25, y: 0, id: 'A-2' },
      ],
    ],
    [
      'Balcony',
      'A',
      [
        { label: '1', x: 0, y: 90, id: 'A-1' },
        { label: '2', x: 25, y: 90, id: 'A-2' },
      ],
    ],
    [
      'Balcony',
      'B',
      [
        { label: '1', x: 0, y: 120, id: 'B-1' },
        { label: '2', x: 25, y: 120, id: 'B-1' },
      ],
    ],
  ]);

  test('are counted beyond the first', () => {
    expect(faultOf(house, 'REPEATED_SEAT_ID')).toMatchObject({ severity: 'ERROR', count: 3 });
    expect(faultOf(house, 'REPEATED_SEAT_ID')?.places[0]).toEqual({
      section: 'Balcony',
      row: 'A',
      label: '1',
      detail: 'id “A-1” is already that of Stalls, row A, seat 1',
    });
  });

  test('get their section in front, the first section keeps its ids', () => {
    const sentence = 'Seat ids repeated in Balcony get the section’s name in front.';
    expect(faultOf(house, 'REPEATED_SEAT_ID')?.repair?.sentence).toBe(sentence);
    expect(repaired(house).seats.map(({ id }) => id)).toEqual([
      'A-1',
      'A-2',
      'Balcony-A-1',
      'Balcony-A-2',
      'Balcony-B-1',
      'Balcony-B-1#2',
    ]);
  });

  test('companions follow the wheelchair place of their own section', () => {
    const place = (id: string, more: Partial<Seat>, x: number, y: number): SeatAt => ({ label: id, x, y, id, more });
    const row = (y: number) => [
      place('W', { kind: 'WHEELCHAIR' }, 0, y),
      place('C', { kind: 'COMPANION', companionOf: 'W' }, 25, y),
      place('S', {}, 50, y),
    ];
    const result = repaired(
      houseOf([
        ['Stalls', 'A', row(0)],
        ['Balcony', 'A', row(90)],
      ]),
    );
    expect(result.seats.filter(({ kind }) => kind === 'COMPANION').map(({ companionOf }) => companionOf)).toEqual([
      'W',
      'Balcony-W',
    ]);
  });
});

describe('names that mean several seats', () => {
  test('a stand of several blocks is split where they stand apart, numbered clockwise from the top', () => {
    const block = (x: number, y: number): readonly (readonly [string, string, SeatAt[]])[] => [
      ['Stand', 'A', line(x, y, ['1', '2', '3'])],
      ['Stand', 'B', line(x, y + 25, ['1', '2', '3'])],
    ];
    const house = houseOf([...block(0, 500), ...block(500, 1000), ...block(500, 0), ...block(1000, 500)], {
      focalPoint: { x: 525, y: 512 },
    });
    expect(faultOf(house, 'REPEATED_ROW')).toMatchObject({ severity: 'WARNING', count: 6 });
    expect(faultOf(house, 'REPEATED_LABEL')).toMatchObject({
      severity: 'ERROR',
      count: 18,
      repair: { sentence: expect.stringContaining('Stand into 4 blocks') },
    });
    const result = repaired(house);
    expect(result.sections.map(({ name, floor }) => [name, floor])).toEqual([
      ['Stand Block 1', 'Stand'],
      ['Stand Block 2', 'Stand'],
      ['Stand Block 3', 'Stand'],
      ['Stand Block 4', 'Stand'],
    ]);
    // Top, right, bottom, left.
    expect(
      result.sections.map(
        ({ id }) => result.seats.find((s) => s.rowId === result.rows.find((r) => r.sectionId === id)?.id)?.x,
      ),
    ).toEqual([500, 1000, 500, 0]);
  });

  test('blocks on one side are numbered from left to right', () => {
    const house = houseOf([
      ['Stand', 'A', line(600, 300, ['1', '2'])],
      ['Stand', 'A', line(100, 300, ['1', '2'])],
    ]);
    const result = repaired(house);
    expect(result.seats.map(({ x }) => x)).toEqual([100, 125, 600, 625]);
    expect(namesOf(result)[0]).toBe('Stand Block 1/A/1');
  });

  test('a row drawn in pieces becomes one row with an aisle', () => {
    const house = houseOf([
      ['Stalls', 'A', line(0, 0, ['1', '2', '3'])],
      ['Stalls', 'A', line(150, 0, ['4', '5', '6'])],
    ]);
    expect(faultOf(house, 'REPEATED_ROW')).toMatchObject({ count: 1, severity: 'WARNING' });
    expect(faultOf(house, 'REPEATED_LABEL')).toBeUndefined();
    const result = repaired(house);
    expect(result.rows).toHaveLength(1);
    expect(
      namesOf(result)
        .map((name) => name.slice(-1))
        .join(''),
    ).toBe('123456');
  });

  test('a seat listed twice at one place is kept once; elsewhere it gets a letter', () => {
    const seats = [...line(0, 0, ['1', '2', '3', '2']), { label: '3', x: 50, y: 0 }];
    const house = houseOf([['Stalls', 'A', seats]]);
    expect(faultOf(house, 'REPEATED_LABEL')).toMatchObject({ count: 2 });
    expect(faultOf(house, 'OVERLAP')).toBeUndefined();
    expect(namesOf(repaired(house))).toEqual(['Stalls/A/1', 'Stalls/A/2', 'Stalls/A/3', 'Stalls/A/2A']);
  });

  test('a seat that a list has twice is kept once', () => {
    const result = readPlan('section,row,seat\nA,1,1\nA,1,2\nA,1,2', { fileName: 'a.csv' });
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.faults.map(({ kind, count }) => [kind, count])).toContainEqual(['REPEATED_LABEL', 1]);
    expect(result.value.faults.map(({ kind }) => kind)).not.toContain('REPEATED_SEAT_ID');
    const whole = repairPlan(result.value, 'all');
    expect(whole.ok && whole.value.seats.map(({ label }) => label)).toEqual(['1', '2']);
  });

  test('two sections of one name get a number', () => {
    const house = houseOf([
      ['Box', 'A', line(0, 0, ['1', '2'])],
      ['Other', 'A', line(0, 100, ['1', '2'])],
    ]);
    const twins = { ...house, sections: house.sections.map((section) => ({ ...section, name: 'Box' })) };
    expect(faultOf(twins, 'REPEATED_SECTION')).toMatchObject({ count: 1 });
    expect(repaired(twins).sections.map(({ name }) => name)).toEqual(['Box', 'Box 2']);
  });
});

describe('numbers', () => {
  test.each([
    [['1', '2', '4', '7'], 3, '3, 5, 6'],
    [['7', '5', '1', '2', '4', '6', '8'], 1, '3'],
  ])('%j misses %i', (labels, count, missing) => {
    const house = houseOf([['Stalls', 'A', line(0, 0, labels)]]);
    expect(faultOf(house, 'NUMBER_GAP')).toMatchObject({ severity: 'WARNING', count, repair: null });
    expect(faultOf(house, 'NUMBER_GAP')?.places[0]?.detail).toBe(`missing: ${missing}`);
  });

  test.each([[['1', '3', '5', '7']], [['8', '6', '4']], [['1', '2', '101', '102']], [['7', '8']], [['A', 'B', 'D']]])(
    '%j misses none',
    (labels) => {
      expect(faultOf(houseOf([['Stalls', 'A', line(0, 0, labels)]]), 'NUMBER_GAP')).toBeUndefined();
    },
  );

  test('a row in front of every number of the row is dropped; in front of some it is left', () => {
    const house = houseOf([
      ['Stalls', '1', line(0, 0, ['1-1', '1-2', '1-3'])],
      ['Stalls', '2', line(0, 30, ['2-1', '2', '3'])],
    ]);
    expect(faultOf(house, 'PREFIXED_LABEL')).toMatchObject({ severity: 'WARNING', count: 3 });
    expect(namesOf(repaired(house))).toEqual([
      'Stalls/1/1',
      'Stalls/1/2',
      'Stalls/1/3',
      'Stalls/2/2-1',
      'Stalls/2/2',
      'Stalls/2/3',
    ]);
  });
});

describe('overlaps', () => {
  test('a floor drawn over another is moved clear of it, away from the stage, and stays in its own shape', () => {
    const floor = (name: string) => [
      [name, 'A', line(100, 200, ['1', '2', '3'])] as const,
      [name, 'B', line(100, 225, ['1', '2', '3'])] as const,
    ];
    const house = houseOf([...floor('Stalls'), ...floor('Circle')], { focalPoint: { x: 125, y: 0 } });
    expect(faultOf(house, 'OVERLAP')).toMatchObject({
      severity: 'ERROR',
      count: 6,
      repair: { sentence: 'What is drawn on top of something else is moved clear of it: Circle.' },
    });
    const { seats } = repaired(house);
    const [stalls, circle] = [seats.slice(0, 6), seats.slice(6)];
    expect(Math.min(...circle.map(({ y }) => y))).toBeGreaterThanOrEqual(Math.max(...stalls.map(({ y }) => y)) + 50);
    const shape = (part: readonly Seat[]) => part.map(({ x, y }) => [x - (part[0]?.x ?? 0), y - (part[0]?.y ?? 0)]);
    expect(shape(circle)).toEqual(shape(stalls));
  });

  test('a single seat on another goes to the nearest free place', () => {
    const seats = line(100, 100, ['1', '2', '3', '4', '5']).map((seat) =>
      seat.label === '5' ? { ...seat, x: 176 } : seat,
    );
    const house = houseOf([['Stalls', 'A', seats]]);
    expect(faultOf(house, 'OVERLAP')).toMatchObject({ count: 1 });
    const xs = repaired(house).seats.map(({ x }) => x);
    expect((xs[4] ?? NaN) - (xs[3] ?? NaN)).toBeGreaterThan(20);
  });
});
