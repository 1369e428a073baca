/**
 * Takes out what is odd in a map's texts and gives blank names a number, so that every seat can be printed and found.
 */
import { text } from '../../../text/text.ts';
import { cleanId, cleanName, findOddNames } from '../check/names.ts';
import { seatName } from '../check/numbering.ts';
import type { Area, Row, Seat, SeatMapDocument, Section, Shape } from '../document.ts';
import { groupBy } from '../reading-order.ts';
import type { Repaired } from './repaired.ts';

export function cleanTexts(document: SeatMapDocument): Repaired {
  if (findOddNames(document).length === 0) return { document, notes: [] };
  const sections = cleanSections(document.sections);
  const rows = cleanRows(document.rows);
  const seats = cleanSeats(document.seats, rows, sections);
  const cleaned: SeatMapDocument = {
    ...document,
    name: cleanName(document.name) || text('planRepair.untitledMap'),
    categories: document.categories.map((category, index) => ({
      ...category,
      name: cleanName(category.name) || text('planRepair.categoryName', { number: index + 1 }),
    })),
    sections,
    rows,
    seats,
    shapes: document.shapes.map((shape): Shape =>
      shape.kind === 'TEXT' || shape.kind === 'STAGE' ? { ...shape, text: cleanName(shape.text) } : shape,
    ),
    ...(document.areas && { areas: cleanAreas(document.areas) }),
  };
  return { document: cleaned, notes: [text('planRepair.cleanTexts')] };
}

function cleanSections(sections: readonly Section[]): Section[] {
  const name = createNumbering(new Set(sections.map((section) => cleanName(section.name))));
  return sections.map((section) => ({
    ...section,
    name: cleanName(section.name) || name((number) => text('planRepair.sectionName', { number })),
    floor: section.floor === null ? null : cleanName(section.floor) || null,
    entrance: section.entrance === null ? null : cleanName(section.entrance) || null,
  }));
}

function cleanAreas(areas: readonly Area[]): Area[] {
  const name = createNumbering(new Set(areas.map((area) => cleanName(area.name))));
  return areas.map((area) => ({
    ...area,
    name: cleanName(area.name) || name((number) => text('planRepair.areaName', { number })),
    floor: area.floor === null ? null : cleanName(area.floor) || null,
  }));
}

function cleanRows(rows: readonly Row[]): Row[] {
  const labelById = new Map<string, string>();
  for (const ofSection of groupBy(rows, (row) => row.sectionId).values()) {
    const label = createNumbering(new Set(ofSection.map((row) => cleanName(row.label))));
    for (const row of ofSection) labelById.set(row.id, cleanName(row.label) || label(String));
  }
  return rows.map((row) => ({ ...row, label: labelById.get(row.id) ?? row.label }));
}

function cleanSeats(seats: readonly Seat[], rows: readonly Row[], sections: readonly Section[]): Seat[] {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const sectionById = new Map(sections.map((section) => [section.id, section]));
  const labels = new Map<string, string[]>();
  for (const [rowId, ofRow] of groupBy(seats, (seat) => seat.rowId)) {
    const label = createNumbering(new Set(ofRow.map((seat) => cleanName(seat.label))));
    labels.set(
      rowId,
      ofRow.map((seat) => cleanName(seat.label) || label(String)),
    );
  }
  const positionByRowId = new Map<string, number>();
  return seats.map((seat) => {
    const position = positionByRowId.get(seat.rowId) ?? 0;
    positionByRowId.set(seat.rowId, position + 1);
    const label = labels.get(seat.rowId)?.[position] ?? seat.label;
    const row = rowById.get(seat.rowId);
    const section = sectionById.get(row?.sectionId ?? '');
    return {
      ...seat,
      label,
      id: cleanId(seat.id) || cleanId(seatName(section?.name ?? '', row?.label ?? '', label)),
      companionOf: seat.companionOf === null ? null : cleanId(seat.companionOf),
    };
  });
}

/** Gives the names of numbers from 1 that nobody has yet. */
function createNumbering(taken: Set<string>): (nameOf: (number: number) => string) => string {
  let number = 0;
  return (nameOf) => {
    do number++;
    while (taken.has(nameOf(number)));
    taken.add(nameOf(number));
    return nameOf(number);
  };
}
