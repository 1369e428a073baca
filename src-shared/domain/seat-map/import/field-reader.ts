/**
 * Reads fields of unknown JSON as what they should be, and notes each that is not: a file with three bad seats is told
 * of three, not of the first.
 */
import { text } from '../../../text/text.ts';
import type { TextKey } from '../../../text/text.ts';
import { COORDINATE_MAX } from '../check/places.ts';
import type { Point } from '../document.ts';
import { PLACES_LIMIT } from '../fault.ts';

/** Words for where a field is, or a function that makes them when they are needed. */
type Place = string | (() => string);

export interface FieldProblem {
  readonly place: string;
  readonly problem: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export type FieldReader = ReturnType<typeof createFieldReader>;

export function createFieldReader() {
  const problems: FieldProblem[] = [];
  let count = 0;

  function add(place: Place, problemOf: () => string): void {
    count++;
    if (problems.length >= PLACES_LIMIT) return;
    problems.push({ place: typeof place === 'string' ? place : place(), problem: problemOf() });
  }

  function note(key: TextKey, place: Place, field: string): void {
    add(place, () => text(key, { field }));
  }

  /** The object, or null with a note; then nothing in it is noted as missing too. */
  function object(value: unknown, place: Place, field: string | null): JsonObject | null {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
    note('planImport.mustBeObject', place, field ?? text('planImport.itself'));
    return null;
  }

  function number(value: unknown, place: Place, field: string): number {
    if (typeof value === 'number' && Math.abs(value) <= COORDINATE_MAX) return value;
    note('planImport.mustBeNumber', place, field);
    return 0;
  }

  return {
    object,
    number,
    list(value: unknown, place: Place, field: string): readonly unknown[] {
      if (Array.isArray(value)) return value;
      note('planImport.mustBeList', place, field);
      return [];
    },
    /** A text; a number is taken for one, since seat numbers are often written so. */
    text(value: unknown, place: Place, field: string): string {
      if (typeof value === 'string') return value;
      if (typeof value === 'number') return String(value);
      note('planImport.mustBeText', place, field);
      return '';
    },
    optionalText(value: unknown, place: Place, field: string): string | null {
      if (value === undefined || value === null || value === '') return null;
      return this.text(value, place, field);
    },
    point(value: unknown, place: Place, field: string): Point {
      if (typeof value !== 'object' || value === null) {
        note('planImport.mustBeObject', place, field);
        return { x: 0, y: 0 };
      }
      const { x, y } = value as { x?: unknown; y?: unknown };
      return { x: number(x, place, `${field}.x`), y: number(y, place, `${field}.y`) };
    },
    /** A problem of what was read, in words. */
    note: (place: Place, problem: string): void => add(place, () => problem),
    count: (): number => count,
    problems: (): readonly FieldProblem[] => problems,
  };
}
