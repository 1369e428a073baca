/**
 * Card numbers taken out of what a plan's file holds, before anything of it is shown, told or stored. A seat whose id
 * is one could never be sold either: no call that names it would be let in.
 */
import { maskCardNumbers } from '../../privacy/card-number.ts';
import { text } from '../../../text/text.ts';
import type { SeatMapDocument } from '../document.ts';
import { createFinding, seatsInContext, type Finding } from '../fault.ts';

/** The value with every text in it masked; the value itself when there was nothing to take out. */
export function withoutCardNumbers<T>(value: T): T {
  return masked(value) as T;
}

/** Copies only what changes: a stadium has millions of values, and hardly ever a card number. */
function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskCardNumbers(value);
  if (value === null || typeof value !== 'object') return value;
  const before = value as Record<string, unknown>;
  let after: Record<string, unknown> | null = null;
  for (const key of Object.keys(before)) {
    const item = masked(before[key]);
    if (!Object.is(item, before[key])) (after ??= copyOf(before))[key] = item;
  }
  return after ?? value;
}

function copyOf(value: Record<string, unknown>): Record<string, unknown> {
  return Array.isArray(value) ? ([...value] as unknown as Record<string, unknown>) : { ...value };
}

/** The map without them, and where they stood. */
export function takeOutCardNumbers(document: SeatMapDocument): { document: SeatMapDocument; findings: Finding[] } {
  const clean = withoutCardNumbers(document);
  if (clean === document) return { document, findings: [] };
  const finding = createFinding('CARD_NUMBER', 'WARNING');
  const detail = text('planFault.cardNumber');
  const sectionNameById = new Map(clean.sections.map(({ id, name }) => [id, name]));
  if (clean.name !== document.name) finding.add('', '', '', `${text('planFault.ofMap')}: ${detail}`);
  clean.categories.forEach((category, index) => {
    if (category === document.categories[index]) return;
    finding.add('', '', '', `${text('planFault.ofCategory', { name: category.name })}: ${detail}`);
  });
  clean.sections.forEach((section, index) => {
    if (section !== document.sections[index]) finding.add(section.name, '', '', detail);
  });
  clean.rows.forEach((row, index) => {
    if (row.label === document.rows[index]!.label) return;
    finding.add(sectionNameById.get(row.sectionId) ?? '', row.label, '', detail);
  });
  seatsInContext(clean).forEach((at, index) => {
    const { id, label } = document.seats[index]!;
    if (at.seat.id !== id || at.seat.label !== label) finding.addSeat(at, detail);
  });
  clean.areas?.forEach((area, index) => {
    if (area !== document.areas?.[index]) finding.add(area.name, '', '', detail);
  });
  clean.shapes.forEach((shape, index) => {
    if (shape !== document.shapes[index]) finding.add('', '', '', detail);
  });
  return { document: clean, findings: finding.done() };
}
