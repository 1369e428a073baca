/** Houses with something wrong in them, made in a few words, and what is found and repaired. */
import { checkDocument } from '../../src-shared/domain/seat-map/check/check-document.ts';
import type { Row, Seat, SeatMapDocument, Section } from '../../src-shared/domain/seat-map/document.ts';
import type { FaultKind } from '../../src-shared/domain/seat-map/fault.ts';
import { repairPlan } from '../../src-shared/domain/seat-map/import/read-plan.ts';
import type { PlanImport } from '../../src-shared/domain/seat-map/import/read-plan.ts';

export interface SeatAt {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly id?: string;
  readonly more?: Partial<Seat>;
}

/** A house as [section, row, seats]; rows of one section name are of one section. */
export function houseOf(
  lines: readonly (readonly [section: string, row: string, seats: readonly SeatAt[]])[],
  more: Partial<SeatMapDocument> = {},
): SeatMapDocument {
  const sections: Section[] = [];
  const rows: Row[] = [];
  const seats: Seat[] = [];
  for (const [name, label, ofRow] of lines) {
    let section = sections.find((known) => known.name === name);
    if (section === undefined) {
      section = { id: `s${sections.length + 1}`, name, floor: null, entrance: null, outline: null };
      sections.push(section);
    }
    const row: Row = { id: `r${rows.length + 1}`, sectionId: section.id, label, labelPosition: 'BOTH' };
    rows.push(row);
    for (const { label: number, x, y, id, more: seatMore } of ofRow) {
      const fallback = `${row.id}-${seats.length + 1}`;
      seats.push({
        id: id ?? fallback,
        rowId: row.id,
        label: number,
        x,
        y,
        radius: 10,
        categoryId: 'c1',
        kind: 'STANDARD',
        restrictedView: false,
        companionOf: null,
        ...seatMore,
      });
    }
  }
  return {
    name: 'House',
    width: 1000,
    height: 1000,
    focalPoint: { x: 500, y: 0 },
    categories: [{ id: 'c1', name: 'Standard', color: '#1f6fb2', letter: 'S', defaultPriceMinor: 1000 }],
    sections,
    rows,
    seats,
    shapes: [],
    ...more,
  };
}

/** Seats 25 apart from a corner, with these numbers. */
export function line(x: number, y: number, labels: readonly string[]): SeatAt[] {
  return labels.map((label, index) => ({ label, x: x + index * 25, y }));
}

export const importOf = (document: SeatMapDocument): PlanImport => ({ document, faults: checkDocument(document) });

export function repaired(document: SeatMapDocument, repairs: 'all' | readonly string[] = 'all'): SeatMapDocument {
  const result = repairPlan(importOf(document), repairs);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export const faultOf = (document: SeatMapDocument, kind: FaultKind) =>
  checkDocument(document).find((f) => f.kind === kind);

/** Seats as "section/row/number", in reading order. */
export function namesOf(document: SeatMapDocument): string[] {
  const rows = new Map(document.rows.map((row) => [row.id, row]));
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  return document.seats.map((seat) => {
    const row = rows.get(seat.rowId);
    return `${sections.get(row?.sectionId ?? '')?.name}/${row?.label}/${seat.label}`;
  });
}
