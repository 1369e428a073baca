/**
 * Changes to a draft map as data: what a journal keeps instead of the whole map, and what any store can do again.
 */
import { text } from '../../text/text.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Category, SeatMapDocument } from './document.ts';
import { areasOf } from './plan-size.ts';

export type MapEdit =
  | { readonly kind: 'ASSIGN_CATEGORY'; readonly seatIds: readonly string[]; readonly categoryId: string }
  | { readonly kind: 'SET_CATEGORIES'; readonly categories: readonly Category[] };

/**
 * The map after the edit.
 * Errors: SEATS_UNKNOWN { seatIds }, CATEGORY_UNKNOWN; CATEGORIES_ALIKE { issues }, CATEGORY_IN_USE { categories }.
 */
export function decideEdit(document: SeatMapDocument, edit: MapEdit): Result<SeatMapDocument> {
  const refused = edit.kind === 'ASSIGN_CATEGORY' ? assignFault(document, edit) : categoriesFault(document, edit);
  return refused ?? ok(applyEdit(document, edit));
}

/** The map after an edit that was decided before. */
export function applyEdit(document: SeatMapDocument, edit: MapEdit): SeatMapDocument {
  if (edit.kind === 'SET_CATEGORIES') return { ...document, categories: edit.categories };
  const chosen = new Set(edit.seatIds);
  const seats = document.seats.map((seat) => (chosen.has(seat.id) ? { ...seat, categoryId: edit.categoryId } : seat));
  return { ...document, seats };
}

function assignFault(
  document: SeatMapDocument,
  { seatIds, categoryId }: Extract<MapEdit, { kind: 'ASSIGN_CATEGORY' }>,
): Result<never> | null {
  if (!document.categories.some((category) => category.id === categoryId))
    return fail('CATEGORY_UNKNOWN', text('house.categoryUnknown'), { categoryId });
  const known = new Set(document.seats.map((seat) => seat.id));
  const unknown = seatIds.filter((seatId) => !known.has(seatId));
  return unknown.length === 0
    ? null
    : fail('SEATS_UNKNOWN', text('house.seatsUnknown', { count: unknown.length }), { seatIds: unknown });
}

/** How many may sit or stand in a category: its seats, and what its areas hold. */
function placesOf(document: SeatMapDocument, categoryId: string): number {
  const areas = areasOf(document).filter((area) => area.categoryId === categoryId);
  const seats = document.seats.filter((seat) => seat.categoryId === categoryId).length;
  // An area closed for now still has its category.
  return areas.reduce((sum, { capacity }) => sum + Math.max(1, capacity), seats);
}

/** A category is told by its name, and on the map by its letter as well as its colour: no two may share either. */
function categoriesFault(
  document: SeatMapDocument,
  { categories }: Extract<MapEdit, { kind: 'SET_CATEGORIES' }>,
): Result<never> | null {
  const issues = (['id', 'name', 'letter'] as const).flatMap((property) => {
    const seen = new Set<string>();
    return categories.flatMap((category, index) => {
      const value = category[property].toLowerCase();
      const isRepeated = seen.has(value);
      seen.add(value);
      const message = text('house.categoriesAlike', { value: category[property], name: category.name });
      return isRepeated ? [{ path: `categories.${index}.${property}`, message }] : [];
    });
  });
  if (issues.length > 0) return fail('CATEGORIES_ALIKE', issues.map((issue) => issue.message).join(' '), { issues });
  const kept = new Set(categories.map((category) => category.id));
  const inUse = document.categories
    .filter((category) => !kept.has(category.id))
    .map(({ id, name }) => ({ id, name, seats: placesOf(document, id) }))
    .filter((category) => category.seats > 0);
  if (inUse.length === 0) return null;
  const names = inUse.map(({ name, seats }) => text('house.categorySeats', { name, seats })).join(', ');
  return fail('CATEGORY_IN_USE', text('house.categoryInUse', { categories: names }), { categories: inUse });
}
