import { expect, test } from 'vitest';
import { FactsBuilder } from '../../../src-shared/core/facts.ts';
import { assertColumnValue } from '../../../src-shared/schema/column-value.ts';
import { bool, bytes, instant, int, json, text } from '../../../src-shared/schema/kit.ts';

const VERSION = {
  id: 'v',
  mapId: 'm',
  number: 1,
  status: 'DRAFT',
  document: { name: 'Hall' } as never,
  columns: null,
  seatCount: 0,
  publishedAt: null,
} as const;

test('bytes do not enter facts, because a journal would give them back as something else', () => {
  const facts = new FactsBuilder('agency', 0);
  expect(() => facts.insert('mapVersions', { ...VERSION, columns: new Uint8Array([1]) })).toThrow('bulk operation');
  const row = facts.insert('mapVersions', VERSION);
  expect(() => facts.change('mapVersions', row, { columns: new Uint8Array([1]) })).toThrow('bulk operation');
  const built = facts.build();
  expect(JSON.parse(JSON.stringify(built))).toEqual(built);
});

test('a published version, which has bytes, may still be changed beside them', () => {
  const facts = new FactsBuilder('agency', 0);
  const stamps = { agencyId: 'agency', version: 3, createdAt: 0, updatedAt: 0 };
  const published = { ...VERSION, ...stamps, columns: new Uint8Array([1]) };
  facts.change('mapVersions', published, { seatCount: 5 });
  expect(facts.build().changes).toMatchObject([{ set: { seatCount: 5, version: 4 }, expect: { version: 3 } }]);
});

test.each([
  [text(), 'x', 5],
  [int(), -7, 0.5],
  [instant(), 0, Number.NaN],
  [bool(), false, 1],
  [bytes(), new Uint8Array([1]), { 0: 1 }],
])('a column takes its own kind and nothing like it (%#)', (column, right, wrong) => {
  expect(() => assertColumnValue(column, right)).not.toThrow();
  expect(() => assertColumnValue(column, wrong)).toThrow();
  expect(() => assertColumnValue(column, null)).not.toThrow();
});

test('a JSON column takes whatever JSON holds', () => {
  for (const value of [null, 0.5, 'x', [1], { a: 1 }]) expect(() => assertColumnValue(json(), value)).not.toThrow();
});
