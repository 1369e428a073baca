import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../src-shared/domain/csv/csv.ts';
import { minorToDecimal } from '../../../src-shared/domain/money/decimal-text.ts';

describe('a table as text', () => {
  test.each([
    ['plain', 'plain'],
    ['', ''],
    ['with, comma', '"with, comma"'],
    ['with "quotes"', '"with ""quotes"""'],
    ['two\nlines', '"two\nlines"'],
    [' edges ', '" edges "'],
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x";"y")', `"'=HYPERLINK(""http://x"";""y"")"`],
    ['+49 170 1234567', "'+49 170 1234567"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['＝1+1', "'＝1+1"],
    ['a=1', 'a=1'],
  ])('writes %j as %j', (cell, written) => {
    expect(csvText([[cell, 'x']])).toBe(`\uFEFF${written},x\r\n`);
  });

  test('writes a number as it is, with its sign', () => {
    expect(csvText([[{ number: '-12.50' }]])).toBe('\uFEFF-12.50\r\n');
  });

  test('is read back as it was by another program, whatever people have typed', () => {
    const cell = fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        const read = parse(csvText(table), { bom: true, relax_column_count: true, record_delimiter: '\r\n' });
        expect(read).toEqual(table);
      }),
    );
  });

  test('never begins a cell with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'=+-@\t\r\n'), fc.string(), (start, rest) => {
        const [[read]] = parse(csvText([[start + rest, 'x']]), { bom: true, record_delimiter: '\r\n' }) as [[string]];
        expect(read).toBe(`'${start}${rest}`);
      }),
    );
  });
});

describe('an amount as a decimal', () => {
  test.each([
    [0, 'EUR', '0.00'],
    [5, 'EUR', '0.05'],
    [-5, 'EUR', '-0.05'],
    [123_450, 'EUR', '1234.50'],
    [-123_450, 'USD', '-1234.50'],
    [1234, 'JPY', '1234'],
    [1234, 'KWD', '1.234'],
    [9_007_199_254_740_991, 'EUR', '90071992547409.91'],
  ])('%i of %s is %s', (amountMinor, currency, written) => {
    expect(minorToDecimal(amountMinor, currency)).toBe(written);
  });
});
