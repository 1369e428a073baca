/** The house that all sides are measured on: tiers of sections with aisles, the same every time. */
import { compileColumns } from '../../src-shared/domain/seat-map/compile.ts';
import { generateHouse } from '../../src-shared/domain/seat-map/demo/generate-house.ts';
import { sceneryOf, type PackedMap } from '../../src-shared/domain/seat-map/pack.ts';
import { createSequence } from '../support/determinism.ts';

/**
 * Round a stage at every size: seats lie close about its middle, where a stadium has its pitch. With ids as real ones are, a UUID each: no small part of a map's memory.
 */
export function houseOf(n: number): PackedMap {
  const newId = createSequence();
  const plan = generateHouse({ kind: 'THEATRE', seats: n });
  const document = { ...plan, seats: plan.seats.map((seat) => ({ ...seat, id: newId() })) };
  return { columns: compileColumns(document), scenery: sceneryOf(document) };
}
