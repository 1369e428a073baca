import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument, hasErrors } from '../../../src-shared/domain/seat-map/check/check-document.ts';
import { NAME_LENGTH_MAX } from '../../../src-shared/domain/seat-map/check/names.ts';
import { overlapsOf } from '../../../src-shared/domain/seat-map/check/overlap.ts';
import { UNLISTED_CATEGORY } from '../../../src-shared/domain/seat-map/check/selling.ts';
import { SEAT_KINDS } from '../../../src-shared/domain/seat-map/columns.ts';
import type { Row, Seat, SeatMapDocument, Section } from '../../../src-shared/domain/seat-map/document.ts';
import type { FaultKind } from '../../../src-shared/domain/seat-map/fault.ts';
import { faultInWords, readPlan, repairPlan } from '../../../src-shared/domain/seat-map/import/read-plan.ts';
import type { PlanImport } from '../../../src-shared/domain/seat-map/import/read-plan.ts';

interface SeatAt {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly id?: string;
  readonly more?: Partial<Seat>;
}

/** A house as [section, row, seats]; rows of one section name are of one section. */
function houseOf(
  lines: readonly (readonly [section: string, row: string, seats: readonly SeatAt[]])[],
  more: Partial<SeatMapDocument> = {},
): SeatMapDocument {
  const sections: Section[] = [];
  const rows: Row[] = [];
  const seats: Seat[] = [];
  for (const [name, label, ofRow] of lines) {
    let section = sections.find((known) => known.name === name);
    if (section === undefined) {
      section = { id: `s${sections.length + 1}`, name, floor: null, entrance: null, outline: null };
      sections.push(section);
    }
    const row: Row = { id: `r${rows.length + 1}`, sectionId: section.id, label, labelPosition: 'BOTH' };
    rows.push(row);
    for (const { label: number, x, y, id, more: seatMore } of ofRow) {
      const fallback = `${row.id}-${seats.length + 1}`;
      seats.push({
        id: id ?? fallback,
        rowId: row.id,
        label: number,
        x,
        y,
        radius: 10,
        categoryId: 'c1',
        kind: 'STANDARD',
        restrictedView: false,
        companionOf: null,
        ...seatMore,
      });
    }
  }
  return {
    name: 'House',
    width: 1000,
    height: 1000,
    focalPoint: { x: 500, y: 0 },
    categories: [{ id: 'c1', name: 'Standard', color: '#1f6fb2', letter: 'S', defaultPriceMinor: 1000 }],
    sections,
    rows,
    seats,
    shapes: [],
    ...more,
  };
}

/** Seats 25 apart from a corner, with these numbers. */
function line(x: number, y: number, labels: readonly string[]): SeatAt[] {
  return labels.map((label, index) => ({ label, x: x + index * 25, y }));
}

const importOf = (document: SeatMapDocument): PlanImport => ({ document, faults: checkDocument(document) });

function repaired(document: SeatMapDocument, repairs: 'all' | readonly string[] = 'all'): SeatMapDocument {
  const result = repairPlan(importOf(document), repairs);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const faultOf = (document: SeatMapDocument, kind: FaultKind) => checkDocument(document).find((f) => f.kind === kind);

/** Seats as "section/row/number", in reading order. */
function namesOf(document: SeatMapDocument): string[] {
  const rows = new Map(document.rows.map((row) => [row.id, row]));
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  return document.seats.map((seat) => {
    const row = rows.get(seat.rowId);
    return `${sections.get(row?.sectionId ?? '')?.name}/${row?.label}/${seat.label}`;
  });
}

describe('a clean map', () => {
  test('has no faults, and repairing it changes nothing', () => {
    const clean = houseOf([
      ['Stalls', 'A', line(100, 100, ['1', '2', '3'])],
      ['Stalls', 'B', line(100, 130, ['1', '2', '3'])],
    ]);
    expect(checkDocument(clean)).toEqual([]);
    expect(repaired(clean)).toEqual(clean);
  });
});

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

describe('names', () => {
  test.each([
    ['a blank row', '', 'is blank'],
    ['a row of spaces', '  ', 'is blank'],
    ['a padded row', ' A', 'begins or ends with a space'],
    ['a line break', 'A\nB', 'holds a line break or another invisible character'],
    ['U+0000', 'A\0', 'holds a line break or another invisible character'],
    ['a direction override', 'A\u202e', 'holds a line break or another invisible character'],
    ['a lone surrogate', 'A\ud800', 'holds a character that could not be read; save the file as UTF-8'],
    ['bytes that were not UTF-8', 'S\ufffdd', 'holds a character that could not be read; save the file as UTF-8'],
    ['a long name', 'x'.repeat(61), 'is longer than 60 characters'],
  ])('%s is told and repaired', (_, row, oddity) => {
    const house = houseOf([['Stalls', row, line(0, 0, ['1', '2'])]]);
    expect(faultOf(house, 'ODD_NAME')).toMatchObject({
      severity: 'ERROR',
      count: 1,
      places: [{ row, detail: `the row’s label: ${oddity}` }],
    });
    expect(checkDocument(repaired(house))).toEqual([]);
  });

  test.each(['Bo"x', "O'Neill", '<b>', '🎭', '👩‍👩‍👧', 'قاعة', '=1+1', 'x'.repeat(60), '👍'.repeat(60)])(
    '%s is a good name',
    (name) => {
      expect(checkDocument(houseOf([[name, name, line(0, 0, [name])]]))).toEqual([]);
    },
  );

  test('every text a map carries is looked at', () => {
    const odd = 'a\0b';
    const house = houseOf([[odd, odd, [{ label: odd, x: 0, y: 0, id: odd }]]], {
      name: odd,
      categories: [{ id: 'c1', name: odd, color: '#000000', letter: 'A', defaultPriceMinor: null }],
      shapes: [{ id: 't', kind: 'TEXT', x: 0, y: 0, text: odd, size: 1, color: null, borderColor: null, rotation: 0 }],
    });
    const [section] = house.sections as [Section];
    const full = { ...house, sections: [{ ...section, floor: odd, entrance: odd }] };
    expect(faultOf(full, 'ODD_NAME')?.count).toBe(9);
    expect(JSON.stringify(repaired(full))).not.toContain('\\u0000');
  });
});

describe('what stops selling', () => {
  test('seats in no category take that of their row, of their section, or a standard one', () => {
    const none: Partial<Seat> = { categoryId: null };
    const house = houseOf(
      [
        [
          'Stalls',
          'A',
          [
            { label: '1', x: 0, y: 0 },
            { label: '2', x: 25, y: 0, more: none },
          ],
        ],
        ['Stalls', 'B', [{ label: '1', x: 0, y: 30, more: none }]],
        ['Box', 'A', [{ label: '1', x: 0, y: 90, more: none }]],
      ],
      { categories: [{ id: 'c1', name: 'Gold', color: '#000000', letter: 'G', defaultPriceMinor: null }] },
    );
    expect(faultOf(house, 'NO_CATEGORY')).toMatchObject({ severity: 'WARNING', count: 3 });
    const result = repaired(house);
    const nameOf = (id: string | null) => result.categories.find((category) => category.id === id)?.name;
    expect(result.seats.map((seat) => nameOf(seat.categoryId))).toEqual(['Gold', 'Gold', 'Gold', 'Standard']);
  });

  test('categories used but not listed are listed by their name', () => {
    const more = { categoryId: `${UNLISTED_CATEGORY}Gold` };
    const house = houseOf([
      [
        'Stalls',
        'A',
        [
          { label: '1', x: 0, y: 0, more },
          { label: '2', x: 25, y: 0 },
        ],
      ],
    ]);
    expect(faultOf(house, 'UNKNOWN_CATEGORY')).toMatchObject({
      severity: 'ERROR',
      count: 1,
      places: [{ detail: 'category “Gold” is not listed' }],
    });
    const result = repaired(house);
    expect(result.categories.map(({ name }) => name)).toEqual(['Standard', 'Gold']);
    expect(result.seats[0]?.categoryId).toBe(result.categories[1]?.id);
  });

  test.each(['-1', '1e99', 'NaN', 'Infinity', 'free', '0.005', '99999999999'])(
    'a price of %s is refused and taken out',
    (price) => {
      const result = readPlan(`section,row,seat,category,price\nA,1,1,Gold,"${price}"\nA,1,2,Gold,10`, {
        fileName: 'a.csv',
      });
      if (!result.ok) throw new Error(result.error.message);
      expect(result.value.faults).toMatchObject([
        { kind: 'BAD_PRICE', severity: 'ERROR', count: 1, places: [{ label: '1' }] },
      ]);
      const whole = repairPlan(result.value, 'all');
      expect(whole.ok && whole.value.categories.map(({ defaultPriceMinor }) => defaultPriceMinor)).toEqual([
        null,
        1000,
      ]);
    },
  );

  test.each(['0', '10', '10.50', '10,50', '€ 1.234,50', '1,234.50 EUR', '1.15'])('a price of %s is fine', (price) => {
    const result = readPlan(`section,row,seat,price\nA,1,1,"${price}"`, { fileName: 'a.csv' });
    expect(result.ok && result.value.faults).toEqual([]);
  });

  test('companions are tied to the nearest wheelchair place in reach, or become standard seats', () => {
    const companion = (companionOf: string | null): Partial<Seat> => ({ kind: 'COMPANION', companionOf });
    const house = houseOf([
      [
        'Stalls',
        'A',
        [
          { label: '1', x: 0, y: 0, id: 'near', more: { kind: 'WHEELCHAIR' } },
          { label: '2', x: 25, y: 0, more: companion(null) },
          { label: '3', x: 50, y: 0, more: companion('near') },
          ...line(75, 0, ['4', '5', '6', '7', '8', '9', '10']),
          { label: '11', x: 250, y: 0, more: companion('near') },
        ],
      ],
    ]);
    expect(faultOf(house, 'UNREACHABLE_COMPANION')).toMatchObject({ severity: 'ERROR', count: 2 });
    expect(repaired(house).seats.filter((_, i) => [1, 2, 10].includes(i))).toMatchObject([
      { kind: 'COMPANION', companionOf: 'near' },
      { kind: 'COMPANION', companionOf: 'near' },
      { kind: 'STANDARD', companionOf: null },
    ]);
  });

  test('an unknown seat kind is read as standard and told', () => {
    const result = readPlan('section,row,seat,kind\nA,1,1,throne', { fileName: 'a.csv' });
    expect(result.ok && result.value.faults).toMatchObject([
      { kind: 'NO_CATEGORY' },
      { kind: 'UNKNOWN_KIND', severity: 'WARNING', places: [{ detail: 'kind “throne” is not known' }] },
    ]);
  });

  test('more categories than a map can number are refused', () => {
    const category = (index: number) => ({
      id: `c${index}`,
      name: `N${index}`,
      color: '#000000',
      letter: 'A',
      defaultPriceMinor: null,
    });
    const categories = Array.from({ length: 256 }, (_, index) => category(index));
    const house = houseOf([['Stalls', 'A', line(0, 0, ['1'])]], { categories });
    expect(repairPlan(importOf(house), 'all')).toMatchObject({ ok: false, error: { code: 'PLAN_FAULTS_REMAIN' } });
  });
});

describe('repairs', () => {
  const twice = houseOf([
    ['Stalls', 'A', [{ label: '1', x: 0, y: 0, id: 'a' }]],
    ['Box', ' A', [{ label: '1', x: 0, y: 90, id: 'a' }]],
  ]);

  test('are applied all or none: what is not enough changes nothing and says what remains', () => {
    const result = repairPlan(importOf(twice), ['separate-ids']);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'PLAN_FAULTS_REMAIN', data: { faults: [{ kind: 'ODD_NAME' }] } },
    });
    expect(repaired(twice, ['separate-ids', 'clean-texts']).seats.map(({ id }) => id)).toEqual(['a', 'Box-a']);
  });

  test('that nobody offered are refused', () => {
    expect(repairPlan(importOf(twice), ['move-apart', 'nonsense'])).toMatchObject({
      ok: false,
      error: { code: 'PLAN_REPAIR_UNKNOWN', data: { unknown: ['move-apart', 'nonsense'] } },
    });
  });

  test('whatever is wrong, "all" ends with a map that can be sold, the same each time, with no seat lost but those listed twice', () => {
    const name = fc.constantFrom('A', 'B', ' A', '', '\n', 'A\0', 'x'.repeat(70), 'A-1', '1', '2', '12', '1-1');
    const seat = fc.record({
      label: name,
      x: fc.integer({ min: 0, max: 8 }).map((n) => n * 12),
      y: fc.integer({ min: 0, max: 4 }).map((n) => n * 12),
      id: fc.option(name, { nil: undefined }),
      more: fc.record({
        categoryId: fc.constantFrom('c1', null, 'c9', `${UNLISTED_CATEGORY}Gold`),
        kind: fc.constantFrom(...SEAT_KINDS),
        companionOf: fc.constantFrom(null, 'A', '1'),
      }),
    });
    const lines = fc.array(fc.tuple(name, name, fc.array(seat, { minLength: 1, maxLength: 5 })), {
      minLength: 1,
      maxLength: 8,
    });
    const price = fc.constantFrom(null, 100, -1, 1e99, NaN, 0.5);
    fc.assert(
      fc.property(lines, price, (drawn, defaultPriceMinor) => {
        const tidy = drawn.map(
          ([s, r, seats]) =>
            [s, r, seats.map(({ id, ...rest }) => (id === undefined ? rest : { ...rest, id }))] as const,
        );
        const house = houseOf(tidy, {
          categories: [{ id: 'c1', name: 'Standard', color: '#000000', letter: 'A', defaultPriceMinor }],
        });
        const result = repaired(house);
        expect(hasErrors(checkDocument(result))).toBe(false);
        expect(new Set(result.seats.map(({ id }) => id)).size).toBe(result.seats.length);
        expect(new Set(namesOf(result)).size).toBe(result.seats.length);
        expect(overlapsOf(result)).toEqual([]);
        for (const { label } of result.seats) expect([...label].length).toBeLessThanOrEqual(NAME_LENGTH_MAX);
        const places = (document: SeatMapDocument) => new Set(document.seats.map(({ x, y }) => `${x},${y}`)).size;
        expect(result.seats.length).toBeGreaterThanOrEqual(places(house));
        expect(repaired(house)).toEqual(result);
      }),
      { numRuns: 1000 },
    );
  });

  test('faults are told in a sentence each', () => {
    expect(checkDocument(twice).map(faultInWords)).toEqual([
      'Seat ids used more than once: 1',
      'Names that are blank, too long or hold invisible characters: 1',
    ]);
  });
});
