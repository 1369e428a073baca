import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault } from '../../../src-shared/domain/seat-map/import/json-syntax.ts';

describe('findJsonFault', () => {
  test.each([
    ['', 1, 1, 'json.unfinished'],
    ['{\n  "a": 1,\n}', 3, 1, 'json.key'],
    ['{"a": 1 "b": 2}', 1, 9, 'json.commaOrBrace'],
    ['[1, 2', 1, 6, 'json.unfinished'],
    ['[1 2]', 1, 4, 'json.commaOrBracket'],
    ['{"a" 1}', 1, 6, 'json.colon'],
    ["{'a': 1}", 1, 2, 'json.key'],
    ['{"a":\n  tru}', 2, 3, 'json.value'],
    ['{"a": "b\nc"}', 1, 9, 'json.string'],
    [String.raw`{"a": "\q"}`, 1, 8, 'json.escape'],
    [String.raw`{"a": "\u12"}`, 1, 8, 'json.escape'],
    ['[01]', 1, 3, 'json.number'],
    ['[1.]', 1, 3, 'json.number'],
    ['{} {}', 1, 4, 'json.end'],
    ['{"näme👍": }', 1, 11, 'json.value'],
  ])('%j is told as line %i, column %i: %s', (json, line, column, expected) => {
    expect(findJsonFault(json)).toMatchObject({ line, column, expected });
  });

  test('finds nothing in what JSON.parse accepts', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, space) => {
        expect(findJsonFault(JSON.stringify(JSON.parse(json), null, space))).toBeNull();
      }),
    );
  });

  test('finds a fault exactly when JSON.parse refuses', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\u00e9',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'null',
      ' ',
      '\n',
      'x',
    ];
    const broken = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...pieces, '')).map(([json, at, piece]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + piece + json.slice(place + 1);
      }),
    );
    fc.assert(
      fc.property(broken, (json) => {
        let isJson = true;
        try {
          JSON.parse(json);
        } catch {
          isJson = false;
        }
        expect(findJsonFault(json) === null).toBe(isJson);
      }),
      { numRuns: 3000 },
    );
  });

  test('deep nesting costs no stack', () => {
    expect(findJsonFault('['.repeat(500_000))).toMatchObject({ column: 500_001, expected: 'json.unfinished' });
  });
});
