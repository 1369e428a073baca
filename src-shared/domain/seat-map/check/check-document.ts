/**
 * All that is wrong with a seat map, at once. The importer shows it before anything is stored; publishing refuses
 * errors; the editor's problems list is this.
 */
import type { SeatMapDocument } from '../document.ts';
import type { Fault, Finding } from '../fault.ts';
import { REPAIR_RULES } from '../repair/rules.ts';
import type { RepairRule } from '../repair/rules.ts';
import { findOddNames } from './names.ts';
import {
  findNumberGaps,
  findPrefixedLabels,
  findRepeatedIds,
  findRepeatedLabels,
  findRepeatedRows,
  findRepeatedSections,
} from './numbering.ts';
import { findBadAreas, findBadPictures, findBadTables } from './objects.ts';
import { findOverlaps } from './overlap.ts';
import { findBadPlaces } from './places.ts';
import { findBadPrices, findCategoryFaults, findOverLimit, findUnreachableCompanions } from './selling.ts';

/** The faults of a map, errors first, each with the rule that would repair it. An empty list is a map to be proud of. */
export function checkDocument(document: SeatMapDocument): Fault[] {
  const findings: Finding[] = [
    findRepeatedIds,
    findRepeatedLabels,
    findRepeatedRows,
    findRepeatedSections,
    findBadPlaces,
    findOverlaps,
    findOddNames,
    findPrefixedLabels,
    findCategoryFaults,
    findBadPrices,
    findUnreachableCompanions,
    findBadAreas,
    findBadTables,
    findBadPictures,
    findNumberGaps,
    findOverLimit,
  ].flatMap((find) => find(document));
  const sentenceById = repairSentences(document, findings);
  const faults = findings.map((finding): Fault => {
    const rule = ruleFor(finding);
    return {
      ...finding,
      repair: rule === undefined ? null : { id: rule.id, sentence: sentenceById.get(rule.id) ?? '' },
    };
  });
  return [
    ...faults.filter((fault) => fault.severity === 'ERROR'),
    ...faults.filter((fault) => fault.severity !== 'ERROR'),
  ];
}

/** Whether any fault must be repaired before the map is stored or published. */
export function hasErrors(faults: readonly Fault[]): boolean {
  return faults.some((fault) => fault.severity === 'ERROR');
}

function ruleFor(finding: Finding): RepairRule | undefined {
  return REPAIR_RULES.find((rule) => rule.kinds.includes(finding.kind));
}

/** What each rule needed would do, told as of the map that the rules before it leave: blocks by their new names. */
function repairSentences(document: SeatMapDocument, findings: readonly Finding[]): Map<string, string> {
  const needed = new Set(findings.map(ruleFor));
  const sentences = new Map<string, string>();
  let repaired = document;
  for (const rule of REPAIR_RULES) {
    if (!needed.has(rule)) continue;
    const { document: next, notes } = rule.repair(repaired);
    sentences.set(rule.id, (notes.length > 0 ? notes : rule.repair(document).notes).join(' '));
    repaired = next;
  }
  return sentences;
}
