import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../src-shared/domain/seat-map/check/check-document.ts';
import { findOverLimit } from '../../../src-shared/domain/seat-map/check/selling.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { generateHouse } from '../../../src-shared/domain/seat-map/demo/generate-house.ts';
import type { Seat, SeatMapDocument } from '../../../src-shared/domain/seat-map/document.ts';
import { readPlan, repairPlan } from '../../../src-shared/domain/seat-map/import/read-plan.ts';
import { packMap, sceneryOf, unpackMap } from '../../../src-shared/domain/seat-map/pack.ts';

const house = generateHouse({ kind: 'THEATRE', seats: 200 });

const withSeats = (change: (seat: Seat, ordinal: number) => Seat): SeatMapDocument => ({
  ...house,
  seats: house.seats.map(change),
});
const kindsOf = (document: SeatMapDocument) =>
  checkDocument(document).map(({ kind, severity, count }) => [kind, severity, count]);

function repaired(document: SeatMapDocument): SeatMapDocument {
  const result = repairPlan({ document, faults: checkDocument(document) }, 'all');
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe.each([
  ['at no number', { x: Number.NaN }],
  ['at nothing, as JSON keeps what is no number', { y: null as unknown as number }],
  ['at infinity', { x: Infinity }],
  ['beyond all measure', { y: -1e8 }],
  ['of radius 0', { radius: 0 }],
  ['of a radius below 0', { radius: -20 }],
  ['of an infinite radius', { radius: Infinity }],
])('seats %s', (_, wrong) => {
  const document = withSeats((seat, ordinal) => (ordinal < 3 ? { ...seat, ...wrong } : seat));

  test('are an error with their places, which a named repair puts right', () => {
    const faults = checkDocument(document);
    const fault = faults.find(({ kind }) => kind === 'BAD_PLACE')!;
    expect([fault.severity, fault.count, fault.repair?.id]).toEqual(['ERROR', 3, 'place-seats']);
    expect(fault.places[0]).toMatchObject({ section: 'A01', row: '1', label: '1' });
    expect(repairPlan({ document, faults }, [])).toMatchObject({ ok: false, error: { code: 'PLAN_FAULTS_REMAIN' } });
    const after = repaired(document);
    expect(checkDocument(after)).toEqual([]);
    expect(after.seats.map(({ id }) => id)).toEqual(document.seats.map(({ id }) => id));
    expect(after.seats.every(({ x, y }) => x > 0 && x < after.width && y > 0 && y < after.height)).toBe(true);
    expect(after.height).toBeLessThan(2 * house.height);
  });
});

test('a seat a million units away is told of, and a named repair brings it back', () => {
  const document = withSeats((seat, ordinal) => (ordinal === 7 ? { ...seat, x: 1_000_000 } : seat));
  expect(kindsOf(document)).toEqual([['FAR_AWAY', 'WARNING', 1]]);
  expect(repaired(document).width).toBeLessThan(2 * house.width);
});

test('two stands of one house are not far away from each other', () => {
  const document = withSeats((seat, ordinal) => (ordinal % 2 === 0 ? { ...seat, x: seat.x + 8000 } : seat));
  expect(kindsOf(document).map(([kind]) => kind)).not.toContain('FAR_AWAY');
});

test('all seats of a house at one point are moved apart', () => {
  const document = withSeats((seat) => ({ ...seat, x: 5, y: 5 }));
  expect(kindsOf(document)).toContainEqual(['OVERLAP', 'ERROR', 199]);
  expect(checkDocument(repaired(document)).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
});

test('a house where no seat has a place gets places', () => {
  const document = withSeats((seat) => ({ ...seat, x: Number.NaN, y: Number.NaN, radius: 0 }));
  expect(checkDocument(repaired(document)).filter(({ severity }) => severity === 'ERROR')).toEqual([]);
});

test('a map without seats is one: it is checked, compiled and packed', () => {
  const empty: SeatMapDocument = { ...house, sections: [], rows: [], seats: [] };
  expect(checkDocument(empty)).toEqual([]);
  const columns = compileColumns(empty);
  expect(columns.count).toBe(0);
  expect(unpackMap(packMap({ columns, scenery: sceneryOf(empty) }))).toMatchObject({
    ok: true,
    value: { columns: { count: 0 } },
  });
});

describe('coordinates that are no numbers are refused by line or entry', () => {
  test.each(['NaN', 'Infinity', '-Infinity', '1e999', '1e308', '99999999', 'twelve', ''])('in CSV: %s', (written) => {
    const source = `section,row,seat,x,y\nStalls,A,1,0,0\nStalls,A,2,${written},0`;
    expect(readPlan(source, { fileName: 'house.csv' })).toMatchObject({
      ok: false,
      error: { code: 'PLAN_BAD_LINES', data: { count: 1, lines: [{ line: 3 }] } },
    });
  });

  test('in JSON, where 1e999 is read as infinite', () => {
    const source = `{"zones":[{"rows":[{"row_number":"A","seats":[
      {"seat_guid":"a","seat_number":"1","position":{"x":1e999,"y":0}},
      {"seat_guid":"b","seat_number":"2","position":{"x":0,"y":-1e999}},
      {"seat_guid":"c","seat_number":"3","position":{"x":0,"y":null}}]}]}]}`;
    expect(readPlan(source, { fileName: 'plan.json' })).toMatchObject({
      ok: false,
      error: { code: 'PLAN_BAD_FIELDS', data: { count: 3 } },
    });
  });

  test('a radius of 0 in JSON is read as none given', () => {
    const source = `{"zones":[{"rows":[{"row_number":"A","seats":[{"seat_guid":"a","seat_number":"1","radius":0,"position":{"x":0,"y":0}}]}]}]}`;
    const plan = readPlan(source, { fileName: 'plan.json' });
    expect(plan.ok && plan.value.document.seats[0]!.radius).toBeGreaterThan(0);
  });
});

describe('more than a map can hold is an error that names the limit', () => {
  test('in rows', () => {
    const rows = Array.from({ length: 65_536 }, (_, row) => ({ ...house.rows[0]!, id: `r${row}`, label: `${row}` }));
    const [fault] = checkDocument({ ...house, rows: [...rows, ...house.rows].slice(0, 65_536), seats: [] });
    expect(fault).toMatchObject({ kind: 'OVER_LIMIT', severity: 'ERROR', repair: null });
    expect(fault!.places[0]!.detail).toBe('65536 rows; at most 65535');
  });

  test('in seats, also when no importer has read them', () => {
    const seats = Array<Seat>(300_001).fill(house.seats[0]!);
    expect(findOverLimit({ ...house, seats })).toMatchObject([
      { kind: 'OVER_LIMIT', severity: 'ERROR', places: [{ detail: '300001 seats; at most 300000' }] },
    ]);
  });
});
