/**
 * The repairs in the order in which they are applied: a later one relies on what an earlier one has put right (ids are
 * told apart by section names, so names come first; companions name their wheelchair place by its id, so they come last). Each is a rule over the whole map, deterministic, and does
 * nothing when there is nothing to repair.
 */
import type { SeatMapDocument } from '../document.ts';
import type { FaultKind } from '../fault.ts';
import { cleanTexts } from './clean-texts.ts';
import { moveApart } from './move-apart.ts';
import type { Repaired } from './repaired.ts';
import { dropRowPrefixes, separateIds } from './seat-numbers.ts';
import { dropBadPrices, fillCategories, listCategories, tieCompanions } from './selling.ts';
import { separateNames } from './separate-names.ts';

export interface RepairRule {
  readonly id: string;
  readonly kinds: readonly FaultKind[];
  /** What it would do to this map, to be read before agreeing to it. */
  sentence(document: SeatMapDocument): string;
  apply(document: SeatMapDocument): SeatMapDocument;
}

export const REPAIR_RULES: readonly RepairRule[] = [
  createRule('clean-texts', ['ODD_NAME'], cleanTexts),
  createRule('drop-row-prefixes', ['PREFIXED_LABEL'], dropRowPrefixes),
  createRule('list-categories', ['UNKNOWN_CATEGORY'], listCategories),
  createRule('fill-categories', ['NO_CATEGORY'], fillCategories),
  createRule('drop-bad-prices', ['BAD_PRICE'], dropBadPrices),
  createRule('separate-names', ['REPEATED_LABEL', 'REPEATED_ROW', 'REPEATED_SECTION'], separateNames),
  createRule('move-apart', ['OVERLAP'], moveApart),
  createRule('separate-ids', ['REPEATED_SEAT_ID'], separateIds),
  createRule('tie-companions', ['UNREACHABLE_COMPANION'], tieCompanions),
];

function createRule(
  id: string,
  kinds: readonly FaultKind[],
  repair: (document: SeatMapDocument) => Repaired,
): RepairRule {
  return {
    id,
    kinds,
    sentence: (document) => repair(document).notes.join(' '),
    apply: (document) => repair(document).document,
  };
}
