import type { SeatMapDocument } from '../document.ts';

/** A map after one step of a repair, and what the step did in sentences; none when it had nothing to do. */
export interface Repaired {
  readonly document: SeatMapDocument;
  readonly notes: readonly string[];
}

/** Runs steps one after the other and keeps all their notes. */
export function runSteps(
  document: SeatMapDocument,
  steps: readonly ((document: SeatMapDocument) => Repaired)[],
): Repaired {
  return steps.reduce<Repaired>(
    (before, step) => {
      const after = step(before.document);
      return { document: after.document, notes: [...before.notes, ...after.notes] };
    },
    { document, notes: [] },
  );
}
