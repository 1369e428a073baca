/** Says which of many boxes find room: each looks only at those near it, however many there are. */
import type { Bounds } from '../view.ts';
import { overlap } from './pixels.ts';

export interface PlateGrid {
  /** True when the box lies on none taken before it, and it is taken then. */
  take(box: Bounds): boolean;
}

/** About a plate's width: a box lies in few cells, and a cell holds few boxes. */
const CELL_PX = 96;

export function createPlateGrid(): PlateGrid {
  const boxesByCell = new Map<string, Bounds[]>();

  function cellsOf({ left, top, right, bottom }: Bounds): string[] {
    const cells: string[] = [];
    for (let row = Math.floor(top / CELL_PX); row <= Math.floor(bottom / CELL_PX); row += 1) {
      for (let column = Math.floor(left / CELL_PX); column <= Math.floor(right / CELL_PX); column += 1) {
        cells.push(`${column} ${row}`);
      }
    }
    return cells;
  }

  return {
    take(box) {
      const cells = cellsOf(box);
      for (const cell of cells) {
        if (boxesByCell.get(cell)?.some((taken) => overlap(taken, box) !== null) === true) return false;
      }
      for (const cell of cells) {
        const boxes = boxesByCell.get(cell);
        if (boxes === undefined) boxesByCell.set(cell, [box]);
        else boxes.push(box);
      }
      return true;
    },
  };
}
