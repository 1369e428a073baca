import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src-shared/domain/seat-map/import/csv-reader.ts';

const rows = (source: string) => readCsv(source).records.map((record) => record.fields);

describe('readCsv', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const)('finds a %s by the first line', (_, separator) => {
    expect(readCsv(`a${separator}b${separator}"c,;"\n1${separator}2${separator}3`)).toMatchObject({
      separator,
      records: [
        { line: 1, fields: ['a', 'b', 'c,;'] },
        { line: 2, fields: ['1', '2', '3'] },
      ],
    });
  });

  test('takes a byte-order mark, a sep= line and any line ends in its stride', () => {
    expect(readCsv('\ufeffsep=;\r\na;b\r\n1;2,5\r3;4\n')).toMatchObject({
      separator: ';',
      records: [
        { line: 2, fields: ['a', 'b'] },
        { line: 3, fields: ['1', '2,5'] },
        { line: 4, fields: ['3', '4'] },
      ],
      problems: [],
    });
  });

  test('counts the lines inside quoted fields, so that places are told as an editor shows them', () => {
    expect(readCsv('a,b\n"x\ny\r\nz",1\nq,2').records).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['x\ny\r\nz', '1'] },
      { line: 5, fields: ['q', '2'] },
    ]);
  });

  test('leaves blank lines out and keeps empty fields', () => {
    expect(rows('a,b\n\n   \n,\n1,')).toEqual([
      ['a', 'b'],
      ['', ''],
      ['1', ''],
    ]);
  });

  test('tells every line with a quoting fault and still reads the others', () => {
    const csv = readCsv('a,b\n"x"y,1\nok,2\n"open,3\nalso,4');
    expect(csv.problems.map(({ line }) => line)).toEqual([2, 4]);
    expect(csv.records.map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['ok', '2'],
      ['also', '4'],
    ]);
  });

  test('whatever a field holds comes back, quoted as RFC 4180 says', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', 'é', '👍', 'ش', '\0') });
    const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (lines, separator, end) => {
        const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
        // A heading line without odd characters, as files have, says which separator it is.
        const all = [['one', 'two'], ...lines];
        const source = all.map((line) => line.map(quote).join(separator)).join(end);
        expect(rows(source)).toEqual(all);
      }),
    );
  });
});
