/**
 * Faults of numbering: what is used twice, what is missing, what says the row again.
 */
import { text } from '../../../text/text.ts';
import type { Row, Seat, SeatMapDocument } from '../document.ts';
import { createFinding, PLACES_LIMIT, seatsInContext } from '../fault.ts';
import type { Finding, SeatInContext } from '../fault.ts';
import { areasOf } from '../plan-size.ts';
import { labelNumber, seatsByRow } from '../reading-order.ts';

/** A jump in a row's numbers by more than this is another run of numbers (1–14, then 101–114), not missing seats. */
const MISSING_MAX = 20;

/** REPEATED_SEAT_ID: seats beyond the first with an id. */
export function findRepeatedIds(document: SeatMapDocument): Finding[] {
  const finding = createFinding('REPEATED_SEAT_ID', 'ERROR');
  const firstById = new Map<string, SeatInContext>();
  for (const at of seatsInContext(document)) {
    const first = firstById.get(at.seat.id);
    if (first === undefined) firstById.set(at.seat.id, at);
    else {
      const place = { section: first.section.name, row: first.row.label, label: first.seat.label };
      finding.addSeat(at, text('planFault.repeatedId', { id: at.seat.id, first: text('planFault.place', place) }));
    }
  }
  return finding.done();
}

/** REPEATED_LABEL: seats beyond the first with one section, row and number. */
export function findRepeatedLabels(document: SeatMapDocument): Finding[] {
  const finding = createFinding('REPEATED_LABEL', 'ERROR');
  const seen = new Set<string>();
  for (const at of seatsInContext(document)) {
    const name = seatName(at.section.name, at.row.label, at.seat.label);
    if (seen.has(name)) finding.addSeat(at, text('planFault.repeatedLabel'));
    else seen.add(name);
  }
  return finding.done();
}

/** One string for a seat's section, row and number, which no other three strings give. */
export function seatName(section: string, row: string, label: string): string {
  return JSON.stringify([section, row, label]);
}

/** REPEATED_ROW: rows beyond the first of a section with one label. */
export function findRepeatedRows(document: SeatMapDocument): Finding[] {
  const finding = createFinding('REPEATED_ROW', 'WARNING');
  const sectionNameById = new Map(document.sections.map((section) => [section.id, section.name]));
  const seen = new Set<string>();
  for (const row of document.rows) {
    const section = sectionNameById.get(row.sectionId) ?? '';
    const name = JSON.stringify([section, row.label]);
    if (seen.has(name)) finding.add(section, row.label, '', text('planFault.repeatedRow'));
    else seen.add(name);
  }
  return finding.done();
}

/** REPEATED_SECTION: sections beyond the first with one name, areas among them: an area's name stands in a section's place. */
export function findRepeatedSections(document: SeatMapDocument): Finding[] {
  const finding = createFinding('REPEATED_SECTION', 'WARNING');
  const seen = new Set<string>();
  for (const { name } of [...document.sections, ...areasOf(document)]) {
    if (seen.has(name)) finding.add(name, '', '', text('planFault.repeatedSection'));
    else seen.add(name);
  }
  return finding.done();
}

/** NUMBER_GAP: numbers missing between a row's first and last. Odd-only and even-only rows miss nothing. */
export function findNumberGaps(document: SeatMapDocument): Finding[] {
  const finding = createFinding('NUMBER_GAP', 'WARNING');
  const sectionNameById = new Map(document.sections.map((section) => [section.id, section.name]));
  for (const [row, seats] of seatsByRow(document)) {
    const missing = missingNumbers(row, seats);
    if (missing.length === 0) continue;
    const detail = text('planFault.numberGap', { numbers: missing.slice(0, PLACES_LIMIT).join(', ') });
    finding.add(sectionNameById.get(row.sectionId) ?? '', row.label, '', detail, missing.length);
  }
  return finding.done();
}

function missingNumbers(row: Row, seats: readonly Seat[]): number[] {
  const numbers = seats.flatMap((seat) => labelNumber(unprefixedLabel(row, seat) ?? seat.label) ?? []);
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const missing: number[] = [];
  let run: number[] = [];
  for (const number of [...sorted, Infinity]) {
    const last = run.at(-1);
    if (last !== undefined && number - last > MISSING_MAX) {
      for (const absent of missingInRun(run)) missing.push(absent);
      run = [];
    }
    run.push(number);
  }
  return missing;
}

function missingInRun(run: readonly number[]): number[] {
  const first = run[0] ?? 0;
  const step = run.length > 1 && run.every((number) => (number - first) % 2 === 0) ? 2 : 1;
  const present = new Set(run);
  const missing: number[] = [];
  for (let number = first; number < (run.at(-1) ?? first); number += step) {
    if (!present.has(number)) missing.push(number);
  }
  return missing;
}

/** PREFIXED_LABEL: seats whose number says the row again, in rows where all do. */
export function findPrefixedLabels(document: SeatMapDocument): Finding[] {
  const finding = createFinding('PREFIXED_LABEL', 'WARNING');
  const prefixed = prefixedRowIds(document);
  for (const at of seatsInContext(document)) {
    if (!prefixed.has(at.row.id)) continue;
    finding.addSeat(at, text('planFault.prefixedLabel', { label: unprefixedLabel(at.row, at.seat) ?? '' }));
  }
  return finding.done();
}

/** Rows in which every seat's number begins with the row's label and a dash. */
export function prefixedRowIds(document: SeatMapDocument): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [row, seats] of seatsByRow(document)) {
    if (seats.length > 0 && seats.every((seat) => unprefixedLabel(row, seat) !== null)) ids.add(row.id);
  }
  return ids;
}

/** The number without its row in front ("17-4" in row 17 is "4"), or null when it has none. */
export function unprefixedLabel(row: Row, seat: Seat): string | null {
  const prefix = `${row.label}-`;
  return row.label !== '' && seat.label.startsWith(prefix) && seat.label.length > prefix.length
    ? seat.label.slice(prefix.length)
    : null;
}
