/**
 * What can be wrong with a seat map: one record per kind, with its count, its first places and the rule that repairs it.
 */
import { text } from '../../text/text.ts';
import type { Row, Seat, SeatMapDocument, Section } from './document.ts';
import { assert } from '../result.ts';

export const FAULT_KINDS = [
  'REPEATED_SEAT_ID',
  'REPEATED_LABEL',
  'REPEATED_ROW',
  'REPEATED_SECTION',
  'NUMBER_GAP',
  'OVERLAP',
  'BAD_PLACE',
  'FAR_AWAY',
  'ODD_NAME',
  'CARD_NUMBER',
  'PREFIXED_LABEL',
  'NO_CATEGORY',
  'UNKNOWN_CATEGORY',
  'UNKNOWN_KIND',
  'BAD_PRICE',
  'UNREACHABLE_COMPANION',
  'BAD_AREA',
  'BAD_TABLE',
  'BAD_PICTURE',
  'OVER_LIMIT',
  'EMPTY',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultPlace {
  readonly section: string;
  readonly row: string;
  readonly label: string;
  /** What is wrong at this place, in words. */
  readonly detail: string;
}

export interface Fault {
  readonly kind: FaultKind;
  /** An ERROR must be repaired before the map is stored or published; a WARNING is for a person to judge. */
  readonly severity: 'ERROR' | 'WARNING';
  /** Occurrences. For repeated things: those beyond the first. */
  readonly count: number;
  /** The first few. */
  readonly places: readonly FaultPlace[];
  readonly repair: { readonly id: string; readonly sentence: string } | null;
}

/** A fault's place as people say it: what is empty is left out. */
export function placeInWords({ section, row, label, detail }: FaultPlace): string {
  const where = [
    section,
    row === '' ? '' : text('planFault.inRow', { row }),
    label === '' ? '' : text('planFault.atSeat', { label }),
  ].filter(Boolean);
  return [where.join(', '), detail].filter(Boolean).join(': ');
}

/** A fault as a check finds it; the repair is looked up afterwards. */
export type Finding = Omit<Fault, 'repair'>;

/** More places than a person reads; the count says how many there are. */
export const PLACES_LIMIT = 20;

export interface SeatInContext {
  readonly seat: Seat;
  readonly row: Row;
  readonly section: Section;
}

/** Each seat with its row and section, in the document's order. Dangling references are a bug of whoever wrote them. */
export function seatsInContext(document: SeatMapDocument): SeatInContext[] {
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  const rows = new Map(document.rows.map((row) => [row.id, row]));
  return document.seats.map((seat) => {
    const row = rows.get(seat.rowId);
    assert(row !== undefined, `seat ${seat.id} stands in a row that exists`);
    const section = sections.get(row.sectionId);
    assert(section !== undefined, `row ${row.id} is in a section that exists`);
    return { seat, row, section };
  });
}

/** Collects the places of one fault: counts all, keeps the first. */
export function createFinding(kind: FaultKind, severity: Fault['severity']) {
  const places: FaultPlace[] = [];
  let count = 0;
  return {
    add(section: string, row: string, label: string, detail: string, times = 1): void {
      count += times;
      if (places.length < PLACES_LIMIT) places.push({ section, row, label, detail });
    },
    addSeat(at: SeatInContext, detail: string): void {
      this.add(at.section.name, at.row.label, at.seat.label, detail);
    },
    /** The finding, or none when nothing was added. */
    done(): Finding[] {
      return count === 0 ? [] : [{ kind, severity, count, places }];
    },
  };
}
