/**
 * The repairs in the order in which they are applied: a later one relies on what an earlier one has put right (seats get
 * places before they are told or moved apart by them; ids are told apart by section names, so names come first;
 * companions name their wheelchair place by its id, so they come last). Each is a rule over the whole map,
 * deterministic, and does nothing when there is nothing to repair.
 */
import type { SeatMapDocument } from '../document.ts';
import type { FaultKind } from '../fault.ts';
import { cleanTexts } from './clean-texts.ts';
import { moveApart } from './move-apart.ts';
import { placeSeats } from './place-seats.ts';
import type { Repaired } from './repaired.ts';
import { dropRowPrefixes, separateIds } from './seat-numbers.ts';
import { dropBadPrices, fillCategories, listCategories, tieCompanions } from './selling.ts';
import { separateNames } from './separate-names.ts';

export interface RepairRule {
  readonly id: string;
  readonly kinds: readonly FaultKind[];
  /** The repaired map, and in its notes what was done: to be read before agreeing to it. */
  readonly repair: (document: SeatMapDocument) => Repaired;
}

export const REPAIR_RULES: readonly RepairRule[] = [
  { id: 'place-seats', kinds: ['BAD_PLACE', 'FAR_AWAY'], repair: placeSeats },
  { id: 'clean-texts', kinds: ['ODD_NAME'], repair: cleanTexts },
  { id: 'drop-row-prefixes', kinds: ['PREFIXED_LABEL'], repair: dropRowPrefixes },
  { id: 'list-categories', kinds: ['UNKNOWN_CATEGORY'], repair: listCategories },
  { id: 'fill-categories', kinds: ['NO_CATEGORY'], repair: fillCategories },
  { id: 'drop-bad-prices', kinds: ['BAD_PRICE'], repair: dropBadPrices },
  { id: 'separate-names', kinds: ['REPEATED_LABEL', 'REPEATED_ROW', 'REPEATED_SECTION'], repair: separateNames },
  { id: 'move-apart', kinds: ['OVERLAP'], repair: moveApart },
  { id: 'separate-ids', kinds: ['REPEATED_SEAT_ID'], repair: separateIds },
  { id: 'tie-companions', kinds: ['UNREACHABLE_COMPANION'], repair: tieCompanions },
];
