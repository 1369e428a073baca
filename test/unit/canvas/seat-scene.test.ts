import { describe, expect, test } from 'vitest';
import { createStatusTheme } from '../../../src-renderer/canvas/marks.ts';
import { createFilterTest, radiusClassesOf, sectionsOf } from '../../../src-renderer/canvas/seat-scene.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { createDemoStates, createDemoTheatre } from '../../support/demo-theatre.ts';
import { createTestScene } from '../../support/seat-scene.ts';

const { columns } = createDemoTheatre(400);
const withRadii = (radii: readonly number[]): SeatColumns => ({
  ...columns,
  count: radii.length,
  radius: Float32Array.from(radii),
});

describe('radii in a few sizes', () => {
  test('are kept as they are while there are few', () => {
    const { sizes, sizeOf } = radiusClassesOf(withRadii([10, 12, 10, 14]), 10);
    expect([...sizeOf].map((size) => sizes[size])).toEqual([10, 12, 10, 14]);
  });

  test('come within a fifteenth when there are as many as seats', () => {
    const radii = Array.from({ length: 3000 }, (_, i) => 2 + i * 0.02);
    const { sizes, sizeOf } = radiusClassesOf(withRadii(radii), 10);
    expect(sizes.length).toBeLessThanOrEqual(64);
    radii.forEach((radius, i) => {
      expect(Math.abs(sizes[sizeOf[i]!]! / radius - 1)).toBeLessThan(1 / 15);
    });
  });

  test('that no seat can have are drawn as the smallest, the largest or the usual', () => {
    const { sizes, sizeOf } = radiusClassesOf(withRadii([0, -3, 1e9, Number.NaN, 10]), 10);
    expect([...sizeOf].map((size) => sizes[size])).toEqual([1.25, 1.25, 80, 10, 10]);
    expect(radiusClassesOf(withRadii([]), 7).sizes).toEqual([7]);
  });
});

test('a seat passes the filter when it passes both of its parts', () => {
  const scene = createTestScene(columns, createStatusTheme(), createDemoStates(columns));
  const isLit = createFilterTest(scene);
  const keyOf = (seat: number) => scene.theme.styles[scene.styles[seat]!]!.key;
  const seats = [...Array(columns.count).keys()];
  expect(seats.every(isLit)).toBe(true);
  const mask = Uint8Array.from(seats, (seat) => seat % 2);
  scene.filter = { styles: new Set(['SOLD']), mask };
  expect(seats.filter(isLit)).toEqual(seats.filter((seat) => keyOf(seat) === 'SOLD' && seat % 2 === 1));
  scene.filter = { mask };
  expect(seats.filter(isLit)).toEqual(seats.filter((seat) => seat % 2 === 1));
  scene.filter = { styles: new Set(['AVAILABLE']) };
  expect(seats.filter(isLit)).toEqual(seats.filter((seat) => keyOf(seat) === 'AVAILABLE'));
});

test('a section’s heart is one of its own seats, even where the section is an arc', () => {
  for (const { index, heart } of sectionsOf(columns)) {
    const seats = [...Array(columns.count).keys()].filter((seat) => columns.section[seat] === index);
    expect(seats.some((seat) => columns.x[seat] === heart.x && columns.y[seat] === heart.y)).toBe(true);
  }
});
