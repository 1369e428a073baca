/**
 * Faults that would stop or spoil selling: categories, prices, companions, and more records than a map can hold.
 */
import { text } from '../../../text/text.ts';
import type { Category, Seat, SeatMapDocument } from '../document.ts';
import { createFinding, seatsInContext } from '../fault.ts';
import type { Finding } from '../fault.ts';
import { distance, spacingOfRows, median } from '../row-geometry.ts';
import { areasOf } from '../plan-size.ts';
import { seatsByRow } from '../reading-order.ts';

/** Ten million of a currency with cents: dearer is a typing slip, and it still fits a 32-bit column. */
export const PRICE_MINOR_MAX = 100_000_000;

/** A companion sits beside or right behind the wheelchair place: further than this many spacings is not with them. */
const COMPANION_SPACINGS = 4;

/** What the compiled columns can number: rows and sections in 16 bits, categories in 8 with 255 for none. */
export const ROWS_MAX = 65_535;
/** Twice the largest stadium there is. */
export const SEATS_MAX = 300_000;
export const CATEGORIES_MAX = 255;

/** An importer writes a category its file does not list as this and the name, so that a repair can list it. */
export const UNLISTED_CATEGORY = 'unlisted:';

/** NO_CATEGORY and UNKNOWN_CATEGORY. */
export function findCategoryFaults(document: SeatMapDocument): Finding[] {
  const none = createFinding('NO_CATEGORY', 'WARNING');
  const unknown = createFinding('UNKNOWN_CATEGORY', 'ERROR');
  const known = new Set(document.categories.map((category) => category.id));
  for (const at of seatsInContext(document)) {
    const id = at.seat.categoryId;
    if (id === null) none.addSeat(at, text('planFault.noCategory'));
    else if (!known.has(id)) unknown.addSeat(at, text('planFault.unknownCategory', { name: unlistedName(id) }));
  }
  for (const { name, categoryId } of areasOf(document)) {
    if (categoryId === null) none.add(name, '', '', text('planFault.noCategory'));
    else if (!known.has(categoryId))
      unknown.add(name, '', '', text('planFault.unknownCategory', { name: unlistedName(categoryId) }));
  }
  return [...none.done(), ...unknown.done()];
}

/** What the file calls a category that it does not list. */
export function unlistedName(id: string): string {
  return id.startsWith(UNLISTED_CATEGORY) ? id.slice(UNLISTED_CATEGORY.length) : id;
}

/** Whether an amount can be charged: whole minor units, not negative, within PRICE_MINOR_MAX. */
export function isChargeable(amountMinor: number): boolean {
  return Number.isInteger(amountMinor) && amountMinor >= 0 && amountMinor <= PRICE_MINOR_MAX;
}

/** BAD_PRICE: counts the seats of each category whose price cannot be charged, or the category when it has none. */
export function findBadPrices(document: SeatMapDocument): Finding[] {
  const finding = createFinding('BAD_PRICE', 'ERROR');
  const bad = new Map<string, Category>();
  for (const category of document.categories) {
    if (category.defaultPriceMinor !== null && !isChargeable(category.defaultPriceMinor))
      bad.set(category.id, category);
  }
  const used = new Set<string>();
  for (const at of bad.size === 0 ? [] : seatsInContext(document)) {
    const category = bad.get(at.seat.categoryId ?? '');
    if (category === undefined) continue;
    used.add(category.id);
    finding.addSeat(at, text('planFault.badPrice', { name: category.name }));
  }
  for (const category of bad.values()) {
    if (!used.has(category.id)) finding.add('', '', '', text('planFault.badPrice', { name: category.name }));
  }
  return finding.done();
}

/** How near a companion must be to its wheelchair place on this plan, in map units. */
export function companionReach(document: SeatMapDocument): number {
  const rows = [...seatsByRow(document).values()];
  const spacing = median(
    spacingOfRows(
      rows,
      rows.map(() => 0),
    ),
  );
  return COMPANION_SPACINGS * spacing;
}

/** UNREACHABLE_COMPANION: companion places tied to no wheelchair place, or to one too far away. */
export function findUnreachableCompanions(document: SeatMapDocument): Finding[] {
  const finding = createFinding('UNREACHABLE_COMPANION', 'ERROR');
  if (!document.seats.some((seat) => seat.kind === 'COMPANION')) return [];
  const wheelchairs = new Map<string, Seat>();
  for (const seat of document.seats) if (seat.kind === 'WHEELCHAIR') wheelchairs.set(seat.id, seat);
  const reach = companionReach(document);
  for (const at of seatsInContext(document)) {
    if (at.seat.kind !== 'COMPANION') continue;
    const wheelchair = at.seat.companionOf === null ? undefined : wheelchairs.get(at.seat.companionOf);
    if (wheelchair === undefined) finding.addSeat(at, text('planFault.companionOfNone'));
    else if (distance(at.seat, wheelchair) > reach) finding.addSeat(at, text('planFault.companionFar'));
  }
  return finding.done();
}

/** OVER_LIMIT: more seats, rows, sections or categories than a map can hold. */
export function findOverLimit(document: SeatMapDocument): Finding[] {
  const finding = createFinding('OVER_LIMIT', 'ERROR');
  const limits = [
    { what: text('planFault.seats'), count: document.seats.length, limit: SEATS_MAX },
    { what: text('planFault.rows'), count: document.rows.length, limit: ROWS_MAX },
    { what: text('planFault.sections'), count: document.sections.length, limit: ROWS_MAX },
    { what: text('planFault.categories'), count: document.categories.length, limit: CATEGORIES_MAX },
  ];
  for (const { what, count, limit } of limits) {
    if (count > limit) finding.add('', '', '', text('planFault.overLimit', { what, count, limit }));
  }
  return finding.done();
}
