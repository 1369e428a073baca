import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../src-shared/domain/result.ts';
import type { SeatMapDocument } from '../../../src-shared/domain/seat-map/document.ts';
import { fileTooLarge, PLAN_BYTES_MAX, PLAN_SEATS_MAX } from '../../../src-shared/domain/seat-map/import/limits.ts';
import { readPlan, repairPlan } from '../../../src-shared/domain/seat-map/import/read-plan.ts';
import type { ReadPlanOptions } from '../../../src-shared/domain/seat-map/import/read-plan.ts';

function read(source: string, options: Partial<ReadPlanOptions> = {}): SeatMapDocument {
  const result = readPlan(source, { fileName: 'hall.csv', ...options });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.document;
}

function refuse(source: string, fileName = 'hall.csv'): AppError {
  const result = readPlan(source, { fileName });
  if (result.ok) throw new Error('was read');
  return result.error;
}

const seat = (guid: string, number: string, x: number, y = 0) => ({
  seat_guid: guid,
  seat_number: number,
  position: { x, y },
  category: 'Front',
});

const pretixPlan = {
  name: 'Hall',
  size: { width: 500, height: 400 },
  categories: [{ name: 'Front', color: '#ABC' }],
  zones: [
    {
      name: 'Stalls',
      position: { x: 100, y: 200 },
      areas: [
        {
          shape: 'rectangle',
          position: { x: 0, y: -100 },
          rectangle: { width: 200, height: 40 },
          rotation: 0,
          color: '#eee',
          text: { text: 'Bühne', position: { x: 100, y: 20 } },
        },
        { shape: 'circle', position: { x: 10, y: 10 }, circle: { radius: 5 }, color: 'transparent' },
        { shape: 'text', position: { x: 5, y: 5 }, text: { text: 'Exit', position: { x: 1, y: 1 }, size: 12 } },
      ],
      rows: [
        {
          row_number: 'A',
          row_number_position: 'start',
          position: { x: 10, y: 20 },
          seats: [seat('a1', '1', 1, 2), { ...seat('a2', '2', 31, 2), radius: 12 }],
        },
      ],
    },
  ],
};

describe('a pretix plan', () => {
  const document = read(JSON.stringify(pretixPlan), { fileName: 'plan.json' });

  test('places a seat at the sum of its zone, its row and its own position', () => {
    const [first, second] = document.seats;
    const stage = document.shapes.find((shape) => shape.kind === 'STAGE');
    // The frame moves everything together: distances are what the file gives.
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBe(30);
    expect((first?.x ?? 0) - (stage?.points[0]?.x ?? 0)).toBe(100 + 10 + 1 - 100);
    expect((first?.y ?? 0) - (stage?.points[0]?.y ?? 0)).toBe(200 + 20 + 2 - 100);
    expect(document.seats.map((s) => s.radius)).toEqual([10, 12]);
  });

  test('keeps names, categories and what is drawn', () => {
    expect(document).toMatchObject({
      name: 'Hall',
      categories: [{ name: 'Front', color: '#aabbcc', letter: 'A', defaultPriceMinor: null }],
      sections: [{ name: 'Stalls' }],
      rows: [{ label: 'A', labelPosition: 'START' }],
    });
    expect(document.shapes.map((shape) => shape.kind)).toEqual(['STAGE', 'ELLIPSE', 'TEXT']);
    expect(document.shapes[1]).toMatchObject({ color: null, radiusX: 5 });
  });

  test('looks at the middle of its stage', () => {
    const stage = document.shapes.find((shape) => shape.kind === 'STAGE');
    const corner = stage?.points[0] ?? { x: NaN, y: NaN };
    expect(document.focalPoint).toEqual({ x: corner.x + 100, y: corner.y + 20 });
  });

  test('everything drawn lies in the frame, also left of and above the origin', () => {
    const moved = { ...pretixPlan, zones: [{ ...pretixPlan.zones[0], position: { x: -900, y: -900 } }] };
    const { seats, width, height } = read(JSON.stringify(moved), { fileName: 'plan.json' });
    for (const { x, y } of seats) expect(x > 0 && y > 0 && x < width && y < height).toBe(true);
  });

  test('tells all entries that cannot be read at once, with their places', () => {
    const [zone] = pretixPlan.zones;
    const rows = [
      { row_number: 'A', seats: [{ ...seat('a', '1', 1), position: { x: 'left', y: 2 } }, 'seat'] },
      { row_number: 'B', position: { x: 0, y: 1e300 }, seats: {} },
    ];
    const error = refuse(JSON.stringify({ ...pretixPlan, zones: [{ ...zone, rows }] }), 'plan.json');
    expect(error.code).toBe('PLAN_BAD_FIELDS');
    expect(error.message).toContain('zone 1, row 1, seat 1: position.x must be a number');
    expect(error.message).toContain('4 entries');
    expect(error.message).toContain('zone 1, row 1, seat 2: it must be an object');
    expect(error.message).toContain('zone 1, row 2: position.y must be a number');
    expect(error.message).toContain('zone 1, row 2: seats must be a list');
  });
});

describe('a file that is no plan', () => {
  test('broken JSON is told with line and column', () => {
    const error = refuse('{\n  "zones": [\n    {"name": "A",}\n  ]\n}', 'plan.json');
    expect(error.code).toBe('PLAN_NOT_JSON');
    expect(error.message).toBe('plan.json is not valid JSON: line 3, column 18: a name in double quotes was expected.');
  });

  test.each([
    ['JSON of something else', '{"type": "FeatureCollection"}'],
    ['a JSON list', '[1, 2]'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a PDF', '%PDF-1.7\n…'],
    ['prose', 'Dear house manager\nhere is our plan'],
  ])('%s is refused by saying what is read', (_, source) => {
    expect(refuse(source, 'some.file')).toMatchObject({ code: 'PLAN_NOT_RECOGNISED' });
  });

  test.each([
    ['nothing', '', 'hall.csv'],
    ['headings only', 'section,row,seat\n', 'hall.csv'],
    ['a plan without seats', '{"zones": [{"rows": [{"row_number": "A", "seats": []}]}]}', 'plan.json'],
  ])('%s has no seats and says so', (_, source, fileName) => {
    expect(refuse(source, fileName)).toMatchObject({ code: 'PLAN_NO_SEATS' });
  });

  test('too many seats are refused with both numbers, in either format', () => {
    const lines = 'A,1,1\n'.repeat(PLAN_SEATS_MAX + 1);
    expect(refuse(`section,row,seat\n${lines}`).data).toEqual({ count: PLAN_SEATS_MAX + 1, limit: PLAN_SEATS_MAX });
    const seats = `${'0,'.repeat(PLAN_SEATS_MAX)}0`;
    const plan = `{"zones":[{"rows":[{"row_number":"A","seats":[${seats}]}]}]}`;
    expect(refuse(plan, 'plan.json')).toMatchObject({ code: 'PLAN_TOO_MANY_SEATS' });
  });

  test('a text beyond the byte limit is refused before it is read; callers can say the same of a file', () => {
    expect(refuse('a'.repeat(PLAN_BYTES_MAX + 1))).toMatchObject({ code: 'PLAN_TOO_LARGE' });
    expect(fileTooLarge('stadium.json', 200 * 1024 * 1024).error.message).toBe(
      'stadium.json has 200 MB; a plan may have at most 64 MB.',
    );
  });
});

describe('a card number in a plan', () => {
  const CARD = '4111 1111 1111 1111';
  const bare = '4111111111111111';

  test('is taken out of every text, its places told by what is left, and the seats can be told apart', () => {
    const lines = [
      `${CARD},A,1,x-1,Gold`,
      `Stalls,${CARD},1,x-2,Gold`,
      `Stalls,A,${bare},x-3,Gold`,
      `Stalls,A,4,${bare},Gold`,
    ];
    const source = `section,row,seat,id,category\n${lines.join('\n')}\nStalls,A,5,x-5,${CARD}`;
    const result = readPlan(source, { fileName: 'hall.csv' });
    if (!result.ok) throw new Error(result.error.message);
    expect(JSON.stringify(result.value).replace(/[^\d•]/g, '')).not.toContain(bare);
    expect(result.value.document.sections.map(({ name }) => name)).toEqual(['•••• 1111', 'Stalls']);
    const found = result.value.faults.find(({ kind }) => kind === 'CARD_NUMBER');
    expect(found).toMatchObject({ severity: 'WARNING', count: 5 });
    expect(found?.places).toContainEqual({
      section: 'Stalls',
      row: 'A',
      label: '•••• 1111',
      detail: 'held what looks like a card number',
    });
    expect(repairPlan(result.value, 'all')).toMatchObject({ ok: true, value: { seats: { length: 5 } } });
  });

  test.each([
    ['in a heading', `section,row,${CARD}\nA,1,1`],
    ['in a line that cannot be read', `section,row,seat,x,y\nA,1,1,${CARD},2`],
  ])('%s is not told either', (_where, source) => {
    expect(JSON.stringify(refuse(source)).replace(/\D/g, '')).not.toContain(bare);
  });

  test('is no ticket code, no id and no coordinate', () => {
    const id = '4f5c1e2a-4111-4111-8111-411111111111';
    const document = read(`section,row,seat,id,x,y\nA,1,1,${id},1.4111111111111111,2\nA,1,2,b,40,2`);
    expect(document.seats[0]).toMatchObject({ id });
  });
});

describe('a seat list', () => {
  test('all missing columns are named at once, with what was found', () => {
    const error = refuse('Section,Colour,x\nA,red,1');
    expect(error).toMatchObject({ code: 'PLAN_MISSING_COLUMNS', data: { missing: ['row', 'seat', 'y'] } });
    expect(error.message).toContain('Section, Colour, x');
  });

  test('a column that is there twice is refused rather than guessed', () => {
    expect(refuse('section,row,seat,Seat\nA,1,1,2')).toMatchObject({ code: 'PLAN_REPEATED_COLUMNS' });
  });

  test('headings are known by their usual names, or as a person maps them', () => {
    const expected = { sections: [{ name: 'Parkett' }], rows: [{ label: '3' }], seats: [{ label: '7' }] };
    expect(read('Bereich;Reihe;Platz\nParkett;3;7')).toMatchObject(expected);
    const csvMapping = { section: 'wo', row: 'was', seat: 'wer' };
    expect(read('wer,was,wo,seat\n7,3,Parkett,99', { csvMapping })).toMatchObject(expected);
  });

  test('a mapping to a heading that is not there is told', () => {
    const result = readPlan('section,row,seat\nA,1,1', { fileName: 'a.csv', csvMapping: { price: 'Cost' } });
    expect(result).toMatchObject({ ok: false, error: { data: { missing: ['price'] } } });
  });

  test('all lines that cannot be read are counted and the first told', () => {
    const lines = ['A,1,1,10,10', 'A,1,2,left,10', 'A,1', 'A,1,4,40,', 'A,1,5,50,10,extra,', '"A,1,6,60,10'];
    const error = refuse(`section,row,seat,x,y\n${lines.join('\n')}`);
    expect(error).toMatchObject({ code: 'PLAN_BAD_LINES' });
    expect(error.data).toMatchObject({ lines: expect.arrayContaining([{ line: 3, problem: expect.any(String) }]) });
    for (const line of [3, 4, 5, 6, 7]) expect(error.message + JSON.stringify(error.data)).toContain(String(line));
    expect(error.message).toContain('line 3: x is “left”');
  });

  test('reads places, categories, prices, kinds, floors and entrances', () => {
    const document = read(
      [
        'id,section,row,seat,x,y,category,price,kind,floor,entrance',
        's1,Stalls,A,1,0,0,Gold,45.00,Standard,Ground,Door 1',
        's2,Stalls,A,2,50,0,Gold,45.00,wheelchair,Ground,Door 1',
        's3,Stalls,A,3,100,0,Silver,"1.230,50",companion,Ground,Door 1',
      ].join('\n'),
    );
    expect(document.categories).toMatchObject([
      { name: 'Gold', defaultPriceMinor: 4500, letter: 'A' },
      { name: 'Silver', defaultPriceMinor: 123050, letter: 'B' },
    ]);
    expect(document.sections).toMatchObject([{ name: 'Stalls', floor: 'Ground', entrance: 'Door 1' }]);
    expect(document.seats).toMatchObject([
      { id: 's1', kind: 'STANDARD' },
      { id: 's2', kind: 'WHEELCHAIR' },
      { id: 's3', kind: 'COMPANION', companionOf: 's2' },
    ]);
  });

  test('one category name with several prices becomes a category for each, so that no price is lost', () => {
    const document = read('section,row,seat,category,price\nA,1,1,Gold,45\nA,1,2,Gold,40\nA,1,3,,30');
    expect(document.categories.map(({ name, defaultPriceMinor }) => [name, defaultPriceMinor])).toEqual([
      ['Gold (45)', 4500],
      ['Gold (40)', 4000],
      ['30', 3000],
    ]);
  });

  test('a currency without minor units is read as such', () => {
    const document = read('section,row,seat,price\nA,1,1,¥5000', { minorUnitDigits: 0 });
    expect(document.categories[0]?.defaultPriceMinor).toBe(5000);
  });

  test('quotes, line breaks, right-to-left text, emoji and U+0000 come through as data', () => {
    const names = ['Bo"x', 'line\nbreak', 'قاعة', '🎭 Loge', 'nul\0l', "'; drop table seats; --", '=1+1'];
    const lines = names.map((name) => `"${name.replaceAll('"', '""')}",A,1`);
    expect(read(`section,row,seat\n${lines.join('\n')}`).sections.map(({ name }) => name)).toEqual(names);
  });

  test('without places rows stand behind each other in the order people count, sections side by side', () => {
    const source = 'section,row,seat\nLeft,10,1\nLeft,2,2\nLeft,2,1\nRight,AA,1\nRight,Z,1\nRight,Z,2';
    const { sections, rows, seats } = read(source);
    expect(rows.map(({ label }) => label)).toEqual(['2', '10', 'Z', 'AA']);
    const [left1, left2, left10, rightZ] = seats;
    expect(left2?.y).toBe(left1?.y);
    expect(left2?.x).toBeGreaterThan(left1?.x ?? NaN);
    expect(left10?.y).toBeGreaterThan(left1?.y ?? NaN);
    expect(rightZ?.y).toBe(left1?.y);
    expect(rightZ?.x).toBeGreaterThan(left2?.x ?? NaN);
    expect(sections).toHaveLength(2);
  });

  test('without places a missing number leaves a hole, and odd numbers alone do not', () => {
    const { seats } = read('section,row,seat\nA,1,1\nA,1,2\nA,1,4\nA,2,1\nA,2,3\nA,2,5');
    const [one, two, four, odd1, odd3, odd5] = seats.map(({ x }) => x) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    expect(four - two).toBe(2 * (two - one));
    expect([odd3 - odd1, odd5 - odd3]).toEqual([two - one, two - one]);
  });

  test('columns of zeros are no places', () => {
    const { seats } = read('section,row,seat,x,y\nA,1,1,0,0\nA,1,2,0,0');
    expect(seats[0]?.x).not.toBe(seats[1]?.x);
  });
});
