import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readSeatSpecification,
  type SpecifiedSection,
} from '../../../src-shared/domain/purchasing/seat-specification.ts';

/** Rows as `label: seat labels`, in the map's order. */
function section(name: string, ...rows: readonly [string, readonly (string | number)[]][]): SpecifiedSection {
  let ordinal = 0;
  return {
    name,
    rows: rows.map(([label, seats]) => ({
      label,
      seats: seats.map((seat) => ({ seatId: `${label}/${seat}`, label: String(seat), ordinal: ordinal++ })),
    })),
  };
}

const STALLS = section('Stalls', ['A', [1, 2, 3]], ['B', [1, 2, 3]], ['C', [1, 2, 3, 4]], ['D', [1, 2]]);

/** The middle block of a house that numbers odd to the left and even to the right. */
const ODD_EVEN = section('Centre', ['C', [7, 5, 3, 1, 2, 4, 6, 8]]);

/** Rows run past Z. */
const DEEP = section('Balcony', ['Y', [1]], ['Z', [1]], ['AA', [1]], ['BB', [1]], ['A-1', [1]], ['12', [1]]);

const NUMBERED = section('213', ['1', ['01', '02']], ['2', ['01', '02']], ['10', ['01', '12A', '12B']]);

function read(from: SpecifiedSection, specification: string): string[] {
  const result = readSeatSpecification(from, specification);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.map((seat) => seat.seatId);
}

const A = ['A/1', 'A/2', 'A/3'];
const B = ['B/1', 'B/2', 'B/3'];
const C = ['C/1', 'C/2', 'C/3', 'C/4'];
const D = ['D/1', 'D/2'];

describe('a specification means', () => {
  test.each<[string, SpecifiedSection, string, string[]]>([
    ['rows from one to another', STALLS, 'rows B-D', [...B, ...C, ...D]],
    ['the same the other way round', STALLS, 'rows D-B', [...B, ...C, ...D]],
    ['rows without the word', STALLS, 'B-C', [...B, ...C]],
    ['with a long dash', STALLS, 'rows B – C', [...B, ...C]],
    ['with "to"', STALLS, 'rows B to C', [...B, ...C]],
    ['one row', STALLS, 'row C', C],
    ['several rows', STALLS, 'rows A, C-D', [...A, ...C, ...D]],
    ['seats of a row', STALLS, 'row C seats 1-2, 4', ['C/1', 'C/2', 'C/4']],
    ['one seat', STALLS, 'row C seat 3', ['C/3']],
    ['seats after a comma', STALLS, 'row C, seats 3-4', ['C/3', 'C/4']],
    ['the same seats of several rows', STALLS, 'rows A-B seats 1-2', ['A/1', 'A/2', 'B/1', 'B/2']],
    ['several parts', STALLS, 'row A seats 1-2, row C seat 4; row D', ['A/1', 'A/2', 'C/4', ...D]],
    ['one part a line', STALLS, 'row A\nrow D\n', [...A, ...D]],
    ['what is named twice, once', STALLS, 'row A, row A seats 1-2, rows A-B', [...A, ...B]],
    ['the whole section', STALLS, 'all', [...A, ...B, ...C, ...D]],
    ['the whole section by name', STALLS, 'Stalls', [...A, ...B, ...C, ...D]],
    ['its name before the rows', STALLS, 'stalls rows C-D', [...C, ...D]],
    ['"Section" and its name', STALLS, 'Section Stalls: row A', A],
    ['letters in any case', STALLS, 'ROW c SEAT 1', ['C/1']],
    [
      'numbers, not places, where a row is numbered from the middle',
      ODD_EVEN,
      'row C seats 1-5',
      ['C/5', 'C/3', 'C/1', 'C/2', 'C/4'],
    ],
    ['rows in the map’s order past Z', DEEP, 'rows Z-BB', ['Z/1', 'AA/1', 'BB/1']],
    ['a label with a hyphen', DEEP, 'row A-1', ['A-1/1']],
    ['a range to a label with a hyphen', DEEP, 'rows BB-A-1', ['BB/1', 'A-1/1']],
    ['rows by number', NUMBERED, 'rows 2-10', ['2/01', '2/02', '10/01', '10/12A', '10/12B']],
    ['numbers without their zeros', NUMBERED, 'row 1 seats 1-2', ['1/01', '1/02']],
    ['seats along the row where labels are no numbers', NUMBERED, 'row 10 seats 01-12B', ['10/01', '10/12A', '10/12B']],
    ['a section called like a row: the row', section('B', ['A', [1]], ['B', [1]]), 'B', ['B/1']],
    ['a section called like a row, and the word', section('B', ['A', [1]], ['B', [1]]), 'B rows A-B', ['A/1', 'B/1']],
  ])('%s', (_name, from, specification, seats) => expect(read(from, specification)).toEqual(seats));
});

describe('everything that is not understood or not found is named at once', () => {
  test.each<[string, string, { notUnderstood: string[]; notFound: string[] }]>([
    ['rows that are not there', 'rows A-X, Q', { notUnderstood: [], notFound: ['row A-X', 'row Q'] }],
    ['seats that are not there', 'rows C-D seats 2-4', { notUnderstood: [], notFound: ['row D seat 2-4'] }],
    ['seats of no row', 'seats 1-4', { notUnderstood: ['seats 1-4'], notFound: [] }],
    ['a row without its seats', 'row C seats', { notUnderstood: ['row C seats'], notFound: [] }],
    ['the word alone', 'rows; row A', { notUnderstood: ['rows'], notFound: [] }],
    [
      'several at once',
      'seat 9; row Z; row A seat 7',
      {
        notUnderstood: ['seat 9'],
        notFound: ['row Z', 'row A seat 7'],
      },
    ],
    ['nothing', ' ; ', { notUnderstood: [], notFound: [] }],
  ])('%s', (_name, specification, data) => {
    expect(readSeatSpecification(STALLS, specification)).toMatchObject({ error: { code: 'SEATS_NOT_READ', data } });
  });

  test('in a sentence that a buyer can act on', () => {
    const result = readSeatSpecification(STALLS, 'seat 9; row Z');
    expect(result.ok ? '' : result.error.message).toBe(
      'Not understood: “seat 9”. Write it like “rows C-F” or “row C seats 1-6, 9”. Not in Stalls: row Z.',
    );
  });
});

const anySection = fc
  .uniqueArray(fc.stringMatching(/^[A-Z]{1,2}$|^[1-9]\d?$/), { minLength: 1, maxLength: 12 })
  .map((labels) => section('Block', ...labels.map((label): [string, number[]] => [label, [1, 2, 3, 4, 5]])));

test('a range of rows is those rows of the map and the ones between, whatever they are called', () => {
  fc.assert(
    fc.property(anySection, fc.nat(), fc.nat(), (from, a, b) => {
      const [first, last] = [a % from.rows.length, b % from.rows.length].toSorted((x, y) => x - y) as [number, number];
      const meant = read(from, `rows ${from.rows[first]!.label}-${from.rows[last]!.label}`);
      expect(meant).toEqual(from.rows.slice(first, last + 1).flatMap((row) => row.seats.map((seat) => seat.seatId)));
    }),
  );
});

test('any text gives seats of the section, each once and in the map’s order, or says what is wrong', () => {
  const words = fc.constantFrom(
    'row',
    'rows',
    'seat',
    'seats',
    'all',
    'A',
    'B',
    'C',
    'Q',
    '1',
    '2',
    '9',
    '-',
    ',',
    ';',
    'to',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
      ),
      (any) => {
        const result = readSeatSpecification(STALLS, any);
        if (!result.ok) {
          expect(result.error.message).not.toBe('');
          return;
        }
        const ordinals = result.value.map((seat) => seat.ordinal);
        expect(ordinals).toEqual([...new Set(ordinals)].toSorted((a, b) => a - b));
        expect(ordinals.length).toBeGreaterThan(0);
      },
    ),
  );
});
