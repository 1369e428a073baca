import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addType,
  cellAfterKey,
  clipboardToCells,
  GIVEN,
  pasteCells,
  readGrid,
  removeType,
  setCell,
  tidyGrid,
  type PriceGrid,
} from '../../../src-renderer/features/event/price-grid.ts';

const RULES = { currency: 'EUR', locale: 'en-GB', limitMinor: 100_000_000, allowsNegative: false };
const GRID: PriceGrid = {
  types: [
    { ticketTypeId: 'adult', name: 'Adult', kind: 'STANDARD' },
    { ticketTypeId: 'child', name: 'Child', kind: 'STANDARD' },
    { ticketTypeId: 'comp', name: 'Comp', kind: 'COMP' },
  ],
  rows: [
    { priceLevelId: 'stalls', cells: ['45.00', '22.50', ''] },
    { priceLevelId: 'circle', cells: ['30', '', GIVEN] },
  ],
};
const SIZE = { rows: 2, columns: 3 };
const cells = (grid: PriceGrid) => grid.rows.map((row) => row.cells);

describe('walking the grid of prices', () => {
  it.each([
    ['ArrowDown', false, [0, 1], [1, 1]],
    ['ArrowUp', false, [0, 1], null],
    ['ArrowRight', false, [0, 2], null],
    ['ArrowLeft', false, [1, 2], [1, 1]],
    ['Enter', false, [0, 0], [1, 0]],
    ['Enter', false, [1, 0], [0, 1]],
    ['Enter', false, [1, 2], null],
    ['Enter', true, [0, 1], [1, 0]],
    ['Enter', true, [0, 0], null],
    ['a', false, [0, 0], null],
  ] as const)('%s (shift %s) leads from %j to %j', (key, shift, from, to) => {
    const place = cellAfterKey({ row: from[0], column: from[1] }, key, shift, SIZE);
    expect(place === null ? null : [place.row, place.column]).toEqual(to);
  });

  it('reaches every cell once by Enter from the first, and comes back by Shift+Enter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), (rows, columns) => {
        const size = { rows, columns };
        const walk = (from: { row: number; column: number }, shift: boolean) => {
          const places = [from];
          for (
            let next = cellAfterKey(from, 'Enter', shift, size);
            next;
            next = cellAfterKey(next, 'Enter', shift, size)
          )
            places.push(next);
          return places;
        };
        const there = walk({ row: 0, column: 0 }, false);
        expect(new Set(there.map(({ row, column }) => `${row} ${column}`)).size).toBe(rows * columns);
        expect(walk({ row: rows - 1, column: columns - 1 }, true)).toEqual([...there].reverse());
      }),
    );
  });
});

describe('a block pasted from a spreadsheet', () => {
  it.each([
    [
      '45\t22.50\r\n30\t15\r\n',
      [
        ['45', '22.50'],
        ['30', '15'],
      ],
    ],
    ['45', [['45']]],
    ['', [['']]],
    [
      '\t\n\t',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['"a\tb"\t"say ""so"""', [['a\tb', 'say "so"']]],
    ['"two\nlines"\n3', [['two\nlines'], ['3']]],
    ['1\n\n2', [['1'], [''], ['2']]],
    [' 1 \t 2 ', [['1', '2']]],
    ['"', [['"']]],
  ])('reads %j', (clipboard, expected) => {
    expect(clipboardToCells(clipboard)).toEqual(expected);
  });

  it('reads back any block of plain cells as it was copied', () => {
    const cell = fc.stringMatching(/^[a-z0-9.,€]{0,6}$/);
    const block = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        expect(clipboardToCells(`${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`)).toEqual(rows);
      }),
    );
  });

  it('goes right and down from its cell, empties what is marked as not sold, and counts what lies over the edge', () => {
    const pasted = pasteCells(GRID, { row: 1, column: 1 }, [
      ['15', '0', 'x'],
      ['7', 'y', 'z'],
    ]);
    expect(cells(pasted.grid)).toEqual([
      ['45.00', '22.50', ''],
      ['30', '15', GIVEN],
    ]);
    expect(pasted.left).toBe(4);
    const emptied = pasteCells(GRID, { row: 0, column: 0 }, [['–', 'n/a', '-']]);
    expect(cells(emptied.grid)[0]).toEqual(['', '', '']);
    expect(emptied.left).toBe(0);
  });
});

describe('what the grid of prices means', () => {
  it('takes an empty cell as not sold, and a given complimentary as 0', () => {
    const { input, problems } = readGrid(GRID, RULES);
    expect(problems).toEqual([]);
    expect(input.grid).toEqual([
      { priceLevelId: 'stalls', amounts: [4500, 2250, null] },
      { priceLevelId: 'circle', amounts: [3000, null, 0] },
    ]);
  });

  it('names every cell that cannot be read, −1 and 1e99 among them, and keeps what was typed', () => {
    const bad = pasteCells(GRID, { row: 0, column: 0 }, [
      ['-1', 'cheap'],
      ['1e99', '99999999999'],
    ]).grid;
    const { problems } = readGrid(bad, RULES);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(cells(tidyGrid(bad, RULES))[0]?.slice(0, 2)).toEqual(['-1', 'cheap']);
  });

  it.each(['-1', '−1', '–', 'n/a', '12.50'])('keeps %s while it is typed, key by key', (typed) => {
    const at = { row: 1, column: 0 };
    const keyByKey = [...typed].reduce(
      (grid, key) => setCell(grid, at, grid.rows[1]!.cells[0]! + key),
      setCell(GRID, at, ''),
    );
    expect(cells(keyByKey)[1]![0]).toBe(typed);
  });

  it('takes a dash that was typed as not sold once its cell is left', () => {
    const dashed = setCell(GRID, { row: 0, column: 0 }, '–');
    expect(readGrid(dashed, RULES)).toMatchObject({
      problems: [],
      input: { grid: [{ amounts: [null, 2250, null] }, {}] },
    });
    expect(cells(tidyGrid(dashed, RULES))[0]![0]).toBe('');
  });

  it('writes prices the usual way', () => {
    expect(cells(tidyGrid(GRID, RULES))).toEqual([
      ['45.00', '22.50', ''],
      ['30.00', '', GIVEN],
    ]);
  });

  it('adds and takes away a type with its column', () => {
    const wider = addType(GRID, 'STANDARD');
    expect(cells(wider)[0]).toEqual(['45.00', '22.50', '', '']);
    expect(removeType(wider, 3)).toEqual(GRID);
    expect(removeType(GRID, 1).types.map((type) => type.name)).toEqual(['Adult', 'Comp']);
  });
});
