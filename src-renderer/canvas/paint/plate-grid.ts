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
/** Keeps keys small, which maps find fastest. Cells so many columns apart may share a list, and pass over each other's. */
const COLUMNS = 4096;

export function createPlateGrid<Item extends { readonly box: Bounds }>(): PlateGrid<Item> {
  const itemsByCell = new Map<number, Item[]>();

  function visit(bounds: Bounds, act: (item: Item) => void): void {
    const [lastColumn, lastRow] = [cellOf(bounds.right), cellOf(bounds.bottom)];
    for (let row = cellOf(bounds.top); row <= lastRow; row += 1) {
      for (let column = cellOf(bounds.left); column <= lastColumn; column += 1) {
        const items = itemsByCell.get(row * COLUMNS + column);
        if (items === undefined) continue;
        for (const item of items) if (isFirstCell(item.box, bounds, column, row)) act(item);
      }
    }
  }

  function add(item: Item): void {
    const { left, top, right, bottom } = item.box;
    for (let row = cellOf(top); row <= cellOf(bottom); row += 1) {
      for (let column = cellOf(left); column <= cellOf(right); column += 1) {
        const cell = row * COLUMNS + column;
        const items = itemsByCell.get(cell) ?? [];
        itemsByCell.set(cell, items);
        items.push(item);
      }
    }
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

/** Of the cells in which both lie the one that holds their common corner; of none where neither lies on the other. */
function isFirstCell(a: Bounds, b: Bounds, column: number, row: number): boolean {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  if (left >= Math.min(a.right, b.right) || top >= Math.min(a.bottom, b.bottom)) return false;
  return cellOf(left) === column && cellOf(top) === row;
}

function cellOf(place: number): number {
  return Math.floor(place / CELL_PX);
}
