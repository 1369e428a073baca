/**
 * Repairs of what stops selling: categories, prices and companion places.
 */
import { text } from '../../../text/text.ts';
import { categoryColor, categoryLetter } from '../category-style.ts';
import { createPlaces } from '../check/overlap.ts';
import { companionReach, findUnreachableCompanions, isChargeable, unlistedName } from '../check/selling.ts';
import type { Area, Category, Seat, SeatMapDocument } from '../document.ts';
import { seatsInContext } from '../fault.ts';
import { areasOf } from '../plan-size.ts';
import { distance } from '../row-geometry.ts';
import type { Repaired } from './repaired.ts';

/** Categories that seats use and the file does not list are listed. */
export function listCategories(document: SeatMapDocument): Repaired {
  const known = new Set(document.categories.map((category) => category.id));
  const taken = new Set(known);
  const added = new Map<string, Category>();
  const categoryOf = (id: string): string => {
    if (known.has(id)) return id;
    const found = added.get(id) ?? newCategory(taken, known.size + added.size, unlistedName(id));
    added.set(id, found);
    return found.id;
  };
  const listed = <Item extends Seat | Area>(item: Item): Item =>
    item.categoryId === null ? item : { ...item, categoryId: categoryOf(item.categoryId) };
  const seats = document.seats.map(listed);
  const areas = document.areas?.map(listed);
  if (added.size === 0) return { document, notes: [] };
  const categories = [...document.categories, ...added.values()];
  const names = [...added.values()].map((category) => category.name);
  return {
    document: { ...document, categories, seats, ...(areas && { areas }) },
    notes: [text('planRepair.listCategories', { names: names.slice(0, 5).join(', ') })],
  };
}

/** Seats without a category take the one most used in their row, else in their section, else "Standard"; so do areas. */
export function fillCategories(document: SeatMapDocument): Repaired {
  const isBare = ({ categoryId }: Seat | Area) => categoryId === null;
  if (!document.seats.some(isBare) && !areasOf(document).some(isBare)) return { document, notes: [] };
  const inContext = seatsInContext(document);
  const byRow = createTally();
  const bySection = createTally();
  for (const { seat, row, section } of inContext) {
    if (seat.categoryId === null) continue;
    byRow.add(row.id, seat.categoryId);
    bySection.add(section.id, seat.categoryId);
  }
  const standardName = text('planRepair.standardCategory');
  const existing = document.categories.find((category) => category.name === standardName);
  const taken = new Set(document.categories.map((category) => category.id));
  const standard = existing ?? newCategory(taken, taken.size, standardName);
  let usesStandard = false;
  const seats = inContext.map(({ seat, row, section }): Seat => {
    if (seat.categoryId !== null) return seat;
    const usual = byRow.most(row.id) ?? bySection.most(section.id);
    if (usual === null) usesStandard = true;
    return { ...seat, categoryId: usual ?? standard.id };
  });
  const areas = document.areas?.map((area): Area => {
    if (area.categoryId !== null) return area;
    usesStandard = true;
    return { ...area, categoryId: standard.id };
  });
  const categories = usesStandard && existing === undefined ? [...document.categories, standard] : document.categories;
  return {
    document: { ...document, categories, seats, ...(areas && { areas }) },
    notes: [text('planRepair.fillCategories', { name: standardName })],
  };
}

/** Prices that cannot be charged are taken out; the category waits for a price. */
export function dropBadPrices(document: SeatMapDocument): Repaired {
  const isBad = (category: Category) =>
    category.defaultPriceMinor !== null && !isChargeable(category.defaultPriceMinor);
  const names = document.categories.filter(isBad).map((category) => category.name);
  if (names.length === 0) return { document, notes: [] };
  const categories = document.categories.map((category) =>
    isBad(category) ? { ...category, defaultPriceMinor: null } : category,
  );
  return {
    document: { ...document, categories },
    notes: [text('planRepair.dropBadPrices', { names: names.slice(0, 5).join(', ') })],
  };
}

/** Companion places are tied to the nearest wheelchair place in reach; with none in reach they become standard seats. */
export function tieCompanions(document: SeatMapDocument): Repaired {
  if (findUnreachableCompanions(document).length === 0) return { document, notes: [] };
  const reach = companionReach(document);
  const near = createPlaces(reach);
  const wheelchairs = document.seats.filter((seat) => seat.kind === 'WHEELCHAIR');
  wheelchairs.forEach((seat, index) => near.add(seat, index));
  const wheelchairById = new Map(wheelchairs.map((seat) => [seat.id, seat]));
  const seats = document.seats.map((seat): Seat => {
    if (seat.kind !== 'COMPANION') return seat;
    const own = wheelchairById.get(seat.companionOf ?? '');
    if (own !== undefined && distance(own, seat) <= reach) return seat;
    const nearest = wheelchairs[near.near(seat) ?? -1];
    return nearest === undefined
      ? { ...seat, kind: 'STANDARD', companionOf: null }
      : { ...seat, companionOf: nearest.id };
  });
  return { document: { ...document, seats }, notes: [text('planRepair.tieCompanions')] };
}

function newCategory(taken: Set<string>, index: number, name: string): Category {
  let number = index + 1;
  while (taken.has(`c${number}`)) number++;
  const id = `c${number}`;
  taken.add(id);
  return { id, name, color: categoryColor(index), letter: categoryLetter(index), defaultPriceMinor: null };
}

/** Counts values by key and tells the most frequent; the first met wins a tie. */
function createTally() {
  const counts = new Map<string, Map<string, number>>();
  return {
    add(key: string, value: string): void {
      const ofKey = counts.get(key) ?? new Map<string, number>();
      ofKey.set(value, (ofKey.get(value) ?? 0) + 1);
      counts.set(key, ofKey);
    },
    most(key: string): string | null {
      let best: string | null = null;
      let bestCount = 0;
      for (const [value, count] of counts.get(key) ?? []) {
        if (count > bestCount) [best, bestCount] = [value, count];
      }
      return best;
    },
  };
}
