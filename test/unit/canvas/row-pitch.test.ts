import { expect, test } from 'vitest';
import { rowPitchOf, type RowLabel } from '../../../src-renderer/canvas/seat-scene.ts';

const letter = (x: number, y: number): RowLabel => ({ label: 'A', seat: 0, at: { x, y }, end: { x: x + 5, y } });

test('row letters tell how far rows are apart, with a letter at one end or at both', () => {
  const rows = [0, 18, 36, 54];
  expect(rowPitchOf(rows.map((y) => letter(0, y)))).toBe(18);
  expect(rowPitchOf(rows.flatMap((y) => [letter(0, y), letter(400, y)]))).toBe(18);
});

test('a gangway across the house, or a second section, does not change how far they are apart', () => {
  expect(rowPitchOf([0, 18, 36, 96, 114, 132].map((y) => letter(0, y)))).toBe(18);
  expect(rowPitchOf([...[0, 18, 36].map((y) => letter(0, y)), ...[0, 18, 36].map((y) => letter(900, y))])).toBe(18);
});

test('one letter alone has no other to run into', () => {
  expect(rowPitchOf([letter(0, 0)])).toBe(Number.POSITIVE_INFINITY);
  expect(rowPitchOf([])).toBe(Number.POSITIVE_INFINITY);
});
