/** Which of many boxes find room, and which lie near a place: each question looks only at those there, however many there are. */
import type { Bounds } from '../view.ts';
import { overlap } from './pixels.ts';

export interface PlateGrid<Item extends { readonly box: Bounds }> {
  add(item: Item): void;
  /** True when the item's box lies on none added before it, and it is added then. */
  addIfFree(item: Item): boolean;
  /** Whether one whose box touches the bounds, or meets their edge, is as asked. */
  someAt(bounds: Bounds, isAsked: (item: Item) => boolean): boolean;
}

/** About a plate's width: a box lies in few cells, and a cell holds few boxes. */
const CELL_PX = 96;
/** More than there are columns: a house of a million units' width has a few thousand. */
const COLUMNS = 2 ** 25;

export function createPlateGrid<Item extends { readonly box: Bounds }>(): PlateGrid<Item> {
  const itemsByCell = new Map<number, Item[]>();

  function someCell({ left, top, right, bottom }: Bounds, isAsked: (cell: number) => boolean): boolean {
    const [firstColumn, lastColumn] = [Math.floor(left / CELL_PX), Math.floor(right / CELL_PX)];
    const lastRow = Math.floor(bottom / CELL_PX);
    for (let row = Math.floor(top / CELL_PX); row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        if (isAsked(row * COLUMNS + column)) return true;
      }
    }
    return false;
  }

  function someAt(bounds: Bounds, isAsked: (item: Item) => boolean): boolean {
    return someCell(
      bounds,
      (cell) => itemsByCell.get(cell)?.some((item) => meets(item.box, bounds) && isAsked(item)) === true,
    );
  }

  function add(item: Item): void {
    someCell(item.box, (cell) => {
      const items = itemsByCell.get(cell);
      if (items === undefined) itemsByCell.set(cell, [item]);
      else items.push(item);
      return false;
    });
  }

  return {
    add,
    someAt,
    addIfFree(item) {
      if (someAt(item.box, ({ box }) => overlap(box, item.box) !== null)) return false;
      add(item);
      return true;
    },
  };
}

function meets(a: Bounds, b: Bounds): boolean {
  return a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
}
