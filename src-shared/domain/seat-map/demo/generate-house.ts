/**
 * Houses of any size for demonstrations, benchmarks and trials. Linear in the seats, and the same house every time for
 * the same kind and number.
 */
import { assert } from '../../result.ts';
import type { SeatMapDocument } from '../document.ts';
import { planAmphitheatre } from './amphitheatre.ts';
import { planArena, planStadium } from './bowl-house.ts';
import { planToDocument, type HousePlan } from './house-plan.ts';

export type HouseKind = 'THEATRE' | 'ARENA' | 'STADIUM';

const PLANS: Readonly<Record<HouseKind, (seats: number) => HousePlan>> = {
  THEATRE: planAmphitheatre,
  ARENA: planArena,
  STADIUM: planStadium,
};

/** A house of exactly so many seats, at least one. A theatre is for thousands, an arena and a stadium for more. */
export function generateHouse({ kind, seats }: { readonly kind: HouseKind; readonly seats: number }): SeatMapDocument {
  assert(Number.isInteger(seats) && seats > 0, 'a house has seats');
  return planToDocument(PLANS[kind](seats));
}
