import { describe, expect, test } from 'vitest';
import { contiguousRun, markBetween } from '../../../src-renderer/canvas/seat-block.ts';
import { createSeatIndex } from '../../../src-renderer/canvas/seat-index.ts';
import { compileColumns } from '../../../src-shared/domain/seat-map/compile.ts';
import { touchesNext } from '../../../src-shared/domain/seat-map/neighbours.ts';
import { createHouse } from '../../../src-shared/domain/seat-finder/house.ts';
import { createCabaretHouse } from '../../support/cabaret-house.ts';
import { createDemoTheatre } from '../../support/demo-theatre.ts';
import { smallHouse } from '../../support/random-house.ts';

/** Ten by three, with an aisle after the fourth seat; names are "A B 3": section, row, number. */
const plan = { A: ['.... ......', '.... ......', '.... ......'], B: ['....'] };
const { columns, at } = smallHouse(plan);
const index = createSeatIndex(columns);
const mark = (from: string, to: string) => {
  const { how, ordinals } = markBetween(columns, index, at(from), at(to));
  return [how, ...ordinals.map((seat) => `${columns.rows[columns.row[seat]!]!.label}${columns.labels[seat]}`)];
};

describe('what lies between two seats', () => {
  test('one seat, a run along the row, a block across rows, whichever was first', () => {
    expect(mark('A B 3', 'A B 3')).toEqual(['SEAT', 'B3']);
    expect(mark('A B 3', 'A B 6')).toEqual(['RUN', 'B3', 'B4', 'B5', 'B6']);
    expect(mark('A B 6', 'A B 3')).toEqual(mark('A B 3', 'A B 6'));
    expect(mark('A A 2', 'A C 3')).toEqual(['BLOCK', 'A2', 'A3', 'B2', 'B3', 'C2', 'C3']);
    expect(mark('A C 3', 'A A 2')).toEqual(mark('A A 2', 'A C 3'));
    expect(mark('A A 3', 'A C 2')).toEqual(mark('A A 2', 'A C 3'));
  });

  test('straight back takes one seat of each row, also where rows are staggered by half a seat', () => {
    expect(mark('A A 2', 'A C 2')).toEqual(['BLOCK', 'A2', 'B2', 'C2']);
    const staggered = {
      ...columns,
      x: columns.x.map((x, seat) => (columns.rows[columns.row[seat]!]!.label === 'B' ? x + 25 : x)),
    };
    const { ordinals } = markBetween(staggered, createSeatIndex(staggered), at('A A 2'), at('A C 2'));
    expect(ordinals).toHaveLength(3);
  });

  test('a row that stands elsewhere is not passed', () => {
    const apart = {
      ...columns,
      x: columns.x.map((x, seat) => (columns.rows[columns.row[seat]!]!.label === 'B' ? x + 5000 : x)),
    };
    const { ordinals } = markBetween(apart, createSeatIndex(apart), at('A A 2'), at('A C 3'));
    expect(ordinals).toEqual([at('A A 2'), at('A A 3'), at('A C 2'), at('A C 3')]);
  });

  test('across sections all that lies in the box of the two', () => {
    const marked = mark('A A 9', 'B A 2');
    expect(marked).toEqual(['BLOCK', 'A9', 'A10', 'A1', 'A2']);
  });

  test('on a curved house every block holds both its ends, and rows without holes', () => {
    const theatre = createDemoTheatre(900).columns;
    const places = createSeatIndex(theatre);
    for (let from = 0; from < theatre.count; from += 37) {
      for (let to = from; to < theatre.count; to += 53) {
        const { ordinals } = markBetween(theatre, places, from, to);
        expect(ordinals).toEqual(expect.arrayContaining([from, to]));
        const isOneSection = theatre.section[from] === theatre.section[to];
        const holes = ordinals.filter(
          (seat, i) => i > 0 && theatre.row[seat] === theatre.row[ordinals[i - 1]!] && seat !== ordinals[i - 1]! + 1,
        );
        if (isOneSection) expect(holes).toEqual([]);
      }
    }
  });

  test('tables between two chairs come with all their chairs in the box', () => {
    const cabaret = compileColumns(createCabaretHouse());
    const { how, ordinals } = markBetween(cabaret, createSeatIndex(cabaret), 0, 20);
    expect(how).toBe('BLOCK');
    expect(ordinals).toEqual(expect.arrayContaining([0, 20]));
  });
});

describe('a contiguous run', () => {
  const touches = touchesNext(columns);
  const run = (from: string, to: string) =>
    contiguousRun(columns, touches, at(from), at(to)).map((seat) => columns.labels[seat]);

  test('names the seats from one to the other along the row, whichever was first', () => {
    expect(run('A B 5', 'A B 8')).toEqual(['5', '6', '7', '8']);
    expect(run('A B 8', 'A B 5')).toEqual(['5', '6', '7', '8']);
  });

  test('reaches from the seat that was clicked to the aisle and not across it', () => {
    expect(run('A B 2', 'A B 7')).toEqual(['5', '6', '7']);
    expect(run('A B 7', 'A B 2')).toEqual(['2', '3', '4']);
    expect(run('A B 4', 'A B 5')).toEqual(['5']);
  });

  test('does not reach into another row', () => {
    expect(run('A A 5', 'A B 5')).toEqual(['5']);
  });

  test('ends at the gaps at which the finder ends', () => {
    expect(touches).toEqual(createHouse(columns).touchesNext);
  });

  test('goes round a table', () => {
    const cabaret = compileColumns(createCabaretHouse());
    expect(contiguousRun(cabaret, touchesNext(cabaret), 0, 5)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
