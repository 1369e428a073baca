import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument, hasErrors } from '../../../src-shared/domain/seat-map/check/check-document.ts';
import { NAME_LENGTH_MAX } from '../../../src-shared/domain/seat-map/check/names.ts';
import { overlapsOf } from '../../../src-shared/domain/seat-map/check/overlap.ts';
import { UNLISTED_CATEGORY } from '../../../src-shared/domain/seat-map/check/selling.ts';
import { SEAT_KINDS } from '../../../src-shared/domain/seat-map/columns.ts';
import type { Seat, SeatMapDocument, Section } from '../../../src-shared/domain/seat-map/document.ts';
import { faultInWords, readPlan, repairPlan } from '../../../src-shared/domain/seat-map/import/read-plan.ts';
import { houseOf, line, importOf, repaired, faultOf, namesOf } from '../../support/faulty-house.ts';

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
