/** Seats chosen on a map to do something with: what a pick does to the choice, and how it is widened. */
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { PickHow } from './seat-gestures.ts';

/**
 * A click puts a seat in or takes it out. A run, line or lasso puts all of its seats in, or, when they are all in
 * already, takes them out: drawing the same again undoes it.
 */
export function pickIntoChoice(
  chosen: readonly number[],
  picked: readonly number[],
  how: PickHow | 'ROWS' | 'SECTIONS',
): readonly number[] {
  const next = new Set(chosen);
  const takesOut = how !== 'ROWS' && how !== 'SECTIONS' && picked.every((ordinal) => next.has(ordinal));
  for (const ordinal of picked) {
    if (takesOut) next.delete(ordinal);
    else next.add(ordinal);
  }
  return [...next].sort((left, right) => left - right);
}

/** All seats that share a row, or a section, with a chosen one. */
export function widenChoice(columns: SeatColumns, chosen: readonly number[], by: 'row' | 'section'): readonly number[] {
  const wanted = new Set(chosen.map((ordinal) => columns[by][ordinal]));
  return Array.from({ length: columns.count }, (_, ordinal) => ordinal).filter((ordinal) =>
    wanted.has(columns[by][ordinal]),
  );
}
