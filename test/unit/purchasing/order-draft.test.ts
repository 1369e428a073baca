import { describe, expect, it } from 'vitest';
import {
  lineAmount,
  readLines,
  textToQuantity,
  type LineDraft,
} from '../../../src-renderer/features/purchasing/order-draft.ts';

const RULES = { currency: 'EUR', locale: 'en-GB', limitMinor: 100_000_000, allowsNegative: false };
const line = (key: number, description: string, quantity: string, unit: string): LineDraft => ({
  key,
  description,
  quantity,
  unit,
});

describe('the lines of a new order', () => {
  it('reads what is typed and leaves out lines that wait blank', () => {
    const drafts = [line(0, ' Stalls C–F ', '24', '38.50'), line(1, 'Circle', '1,000', '0'), line(2, '', '', ' ')];
    expect(readLines(drafts, RULES)).toEqual({
      problems: [],
      lines: [
        { description: 'Stalls C–F', quantity: 24, unitMinor: 3850 },
        { description: 'Circle', quantity: 1000, unitMinor: 0 },
      ],
    });
  });

  it('names everything that is wrong at once, by line and field', () => {
    const { problems } = readLines([line(0, '', '0', '-1'), line(1, 'x', '1e99', '')], RULES);
    expect(problems.map(({ index, field }) => [index, field])).toEqual([
      [0, 'description'],
      [0, 'quantity'],
      [0, 'unit'],
      [1, 'quantity'],
      [1, 'unit'],
    ]);
  });

  it('asks for a first line', () => {
    expect(readLines([line(0, '', '', '')], RULES).problems).toHaveLength(3);
  });

  it('tells a line’s amount once seats and price can be read', () => {
    expect(lineAmount(line(0, '', '24', '38.50'), RULES)).toBe(92_400);
    expect(lineAmount(line(0, '', '24', ''), RULES)).toBeNull();
    expect(lineAmount(line(0, '', 'many', '1'), RULES)).toBeNull();
  });

  it.each([
    ['1', 1],
    ['100000', 100_000],
    ['١٢', 12],
    ['100001', null],
    ['-3', null],
    ['2.5e3', null],
    ['', null],
  ])('reads %s seats as %s', (typed, quantity) => {
    expect(textToQuantity(typed)).toBe(quantity);
  });
});
