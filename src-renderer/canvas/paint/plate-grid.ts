/** Which of many boxes find room, and which lie at a place: each question looks only at those there, however many there are. */
import type { Bounds } from '../view.ts';

export interface PlateGrid<Item extends { readonly box: Bounds }> {
  add(item: Item): void;
  /** True when the item's box lies on none added before it, and it is added then. */
  addIfFree(item: Item): boolean;
  /** Visits each whose box lies on the bounds, once. */
  visit(bounds: Bounds, act: (item: Item) => void): void;
}

/** About a plate's width: a box lies in few cells, and a cell holds few boxes. */
const CELL_PX = 96;
/** More than there are columns: a house of a million units' width has a few thousand. */
const COLUMNS = 2 ** 25;

export function createPlateGrid<Item extends { readonly box: Bounds }>(): PlateGrid<Item> {
  const itemsByCell = new Map<number, Item[]>();

  function visit(bounds: Bounds, act: (item: Item) => void): void {
    visitCells(bounds, (column, row) => {
      const items = itemsByCell.get(row * COLUMNS + column) ?? [];
      for (const item of items) if (isFirstCell(item.box, bounds, column, row)) act(item);
    });
  }

  function add(item: Item): void {
    visitCells(item.box, (column, row) => {
      const cell = row * COLUMNS + column;
      const items = itemsByCell.get(cell);
      if (items === undefined) itemsByCell.set(cell, [item]);
      else items.push(item);
    });
  }

  return {
    add,
    visit,
    addIfFree(item) {
      let isFree = true;
      visit(item.box, () => {
        isFree = false;
      });
      if (isFree) add(item);
      return isFree;
    },
  };
}

function visitCells({ left, top, right, bottom }: Bounds, act: (column: number, row: number) => void): void {
  const [firstColumn, lastColumn] = [cellOf(left), cellOf(right)];
  const lastRow = cellOf(bottom);
  for (let row = cellOf(top); row <= lastRow; row += 1) {
    for (let column = firstColumn; column <= lastColumn; column += 1) act(column, row);
  }
}

/** Of the cells in which both lie the one that holds their common corner; of none where neither lies on the other. */
function isFirstCell(a: Bounds, b: Bounds, column: number, row: number): boolean {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  if (left >= Math.min(a.right, b.right) || top >= Math.min(a.bottom, b.bottom)) return false;
  return cellOf(left) === column && cellOf(top) === row;
}

function cellOf(place: number): number {
  return Math.floor(place / CELL_PX);
}
