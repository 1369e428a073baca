import { describe, expect, test } from 'vitest';
import { isSeatAskedFor, seatQuestions } from '../../../src-shared/domain/door/seat-question.ts';

const SEATS = [
  { section: 'Stalls', row: 'F', label: '12' },
  { section: 'Stalls left', row: 'F', label: '12' },
  { section: 'Circle', row: 'F', label: '12' },
  { section: 'Circle', row: 'FF', label: '12A' },
  { section: 'Küche 2', row: '3', label: '7' },
];

describe('a seat asked for by name', () => {
  test.each([
    ['F 12', [0, 1, 2]],
    ['f12', [0, 1, 2]],
    ['F-12', [0, 1, 2]],
    ['Stalls F 12', [0, 1]],
    ['stalls, row f, seat 12', [0, 1]],
    ['stalls left f12', [1]],
    ['st l F 12', [1]],
    ['circle ff 12a', [3]],
    ['FF12A', [3]],
    ['KUCHE 2 3 7', [4]],
    ['3 7', [4]],
    ['F', []],
    ['12', []],
    ['Balcony F 12', []],
    ['', []],
  ])('%j finds %j', (typed, found) => {
    const questions = seatQuestions(typed);
    const matches = SEATS.flatMap((seat, i) => (questions.some((one) => isSeatAskedFor(one, seat)) ? [i] : []));
    expect(matches).toEqual(found);
  });
});
