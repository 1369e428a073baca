/**
 * The grid of price levels × ticket types as it is typed: where a key goes, what a paste puts where, what it all means.
 * What is typed stays text until it is saved, so that nothing is lost by a mistake.
 */
import type { Input } from '../../../src-shared/contract/calls.ts';
import type { EventDetail } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { minorToText, textToMinor, type MoneyRules } from '../../ui/money-text.ts';

export interface GridType {
  /** Null until it is saved. */
  readonly ticketTypeId: string | null;
  readonly name: string;
  readonly kind: 'STANDARD' | 'COMP';
}

export interface PriceGrid {
  readonly types: readonly GridType[];
  readonly rows: readonly { readonly priceLevelId: string; readonly cells: readonly string[] }[];
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** In a complimentary column a seat is given or not: this, or nothing. */
export const GIVEN = '0';

/** As many types as the core takes. */
export const TYPES_MAX = 20;

export function eventToGrid(event: EventDetail, locale: string): PriceGrid {
  const types = event.types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind }));
  const byCell = new Map(
    event.prices.map((price) => [`${price.priceLevelId} ${price.ticketTypeId}`, price.amountMinor]),
  );
  return {
    types,
    rows: event.levels.map(({ priceLevelId }) => ({
      priceLevelId,
      cells: types.map(({ ticketTypeId, kind }) => {
        const amount = byCell.get(`${priceLevelId} ${ticketTypeId}`);
        if (amount === undefined) return '';
        return kind === 'COMP' ? GIVEN : minorToText(amount, event.currency, locale);
      }),
    })),
  };
}

/**
 * Where a key leads: arrows one cell on, Enter down and from the last row to the top of the next column, Shift+Enter
 * back. Null where there is no further cell, or the key means nothing here.
 */
export function cellAfterKey(
  at: CellPlace,
  key: string,
  shift: boolean,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CellPlace | null {
  const { row, column } = at;
  const inside = (place: CellPlace) =>
    place.row >= 0 && place.row < rows && place.column >= 0 && place.column < columns ? place : null;
  switch (key) {
    case 'ArrowUp':
      return inside({ row: row - 1, column });
    case 'ArrowDown':
      return inside({ row: row + 1, column });
    case 'ArrowLeft':
      return inside({ row, column: column - 1 });
    case 'ArrowRight':
      return inside({ row, column: column + 1 });
    case 'Enter':
      if (shift) return row > 0 ? { row: row - 1, column } : inside({ row: rows - 1, column: column - 1 });
      return row < rows - 1 ? { row: row + 1, column } : inside({ row: 0, column: column + 1 });
    default:
      return null;
  }
}

/** A block as spreadsheets put it on the clipboard: tabs between cells, line breaks between rows, quotes round both. */
export function clipboardToCells(clipboard: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  for (let match = cell.exec(clipboard); match !== null; match = cell.exec(clipboard)) {
    const [whole, content = '', end = ''] = match;
    const isQuoted = content.length >= 2 && content.startsWith('"') && content.endsWith('"');
    rows.at(-1)!.push((isQuoted ? content.slice(1, -1).replaceAll('""', '"') : content).trim());
    if (end === '' || whole === '') break;
    if (end !== '\t') rows.push([]);
  }
  // A spreadsheet ends its last row with a line break, too.
  if (rows.length > 1 && rows.at(-1)!.length === 1 && rows.at(-1)![0] === '') rows.pop();
  return rows;
}

/** Words and signs that people write for "not sold". */
const NOT_SOLD = /^[-–—]$|^n\/?a$/i;

/** The grid with a block pasted at a cell; `left` counts cells of the block that lay over its edge. */
export function pasteCells(
  grid: PriceGrid,
  at: CellPlace,
  block: readonly (readonly string[])[],
): { readonly grid: PriceGrid; readonly left: number } {
  let left = 0;
  const rows = grid.rows.map((row) => ({ ...row, cells: [...row.cells] }));
  block.forEach((line, down) =>
    line.forEach((typed, across) => {
      const type = grid.types[at.column + across];
      const row = rows[at.row + down];
      if (!type || !row) left += 1;
      else row.cells[at.column + across] = cellText(type, NOT_SOLD.test(typed) ? '' : typed);
    }),
  );
  return { grid: { ...grid, rows }, left };
}

function cellText(type: GridType, typed: string): string {
  return type.kind === 'COMP' && typed !== '' ? GIVEN : typed;
}

/** One cell as it is being typed: kept letter for letter, or the sign of `-1` would be read as "not sold" and lost. */
export function setCell(grid: PriceGrid, at: CellPlace, typed: string): PriceGrid {
  const rows = grid.rows.map((row, index) =>
    index === at.row ? { ...row, cells: row.cells.map((cell, column) => (column === at.column ? typed : cell)) } : row,
  );
  return { ...grid, rows };
}

export function addType(grid: PriceGrid, kind: GridType['kind']): PriceGrid {
  const number = grid.types.length + 1;
  const name = kind === 'COMP' ? text('eventScreen.grid.newComp') : text('eventScreen.grid.newType', { number });
  const names = new Set(grid.types.map((type) => type.name));
  const free = names.has(name) ? `${name} ${number}` : name;
  return {
    types: [...grid.types, { ticketTypeId: null, name: free, kind }],
    rows: grid.rows.map((row) => ({ ...row, cells: [...row.cells, kind === 'COMP' ? GIVEN : ''] })),
  };
}

export function removeType(grid: PriceGrid, column: number): PriceGrid {
  const without = <T>(list: readonly T[]) => list.filter((_, index) => index !== column);
  return { types: without(grid.types), rows: grid.rows.map((row) => ({ ...row, cells: without(row.cells) })) };
}

export function renameType(grid: PriceGrid, column: number, name: string): PriceGrid {
  return { ...grid, types: grid.types.map((type, index) => (index === column ? { ...type, name } : type)) };
}

export interface GridProblem extends CellPlace {
  readonly message: string;
}

/** What the grid means, or all the cells that cannot be read. */
export function readGrid(
  grid: PriceGrid,
  rules: MoneyRules,
): { readonly problems: readonly GridProblem[]; readonly input: Omit<Input<'event.setPrices'>, 'eventId'> } {
  const problems: GridProblem[] = [];
  const rows = grid.rows.map(({ priceLevelId, cells }, row) => ({
    priceLevelId,
    amounts: cells.map((typed, column) => {
      if (grid.types[column]?.kind === 'COMP') return typed === '' ? null : 0;
      if (NOT_SOLD.test(typed)) return null;
      const read = textToMinor(typed, rules);
      if (read.ok) return read.value;
      problems.push({ row, column, message: read.error.message });
      return null;
    }),
  }));
  return { problems, input: { types: [...grid.types], grid: rows } };
}

/** Each readable cell written the usual way: `12` becomes `12.00`, a dash nothing. */
export function tidyGrid(grid: PriceGrid, rules: MoneyRules): PriceGrid {
  return {
    ...grid,
    rows: grid.rows.map((row) => ({
      ...row,
      cells: row.cells.map((typed, column) => {
        if (grid.types[column]?.kind === 'COMP') return typed;
        if (NOT_SOLD.test(typed)) return '';
        const read = textToMinor(typed, rules);
        return read.ok && read.value !== null ? minorToText(read.value, rules.currency, rules.locale) : typed;
      }),
    })),
  };
}
