/** A section's figures, gathered from its seats'. Pure. */
import type { SeatFigures } from '../../../src-shared/contract/cash.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { medianOf } from './heat-steps.ts';

export interface SectionFigure {
  readonly sectionId: string;
  readonly name: string;
  readonly seats: number;
  readonly sold: number;
  readonly revenueMinor: number;
  /** Half of its sold seats were sold by then, epoch milliseconds; null of none. */
  readonly halfSoldAt: number | null;
}

/** In the order of the map; a section of no seats is left out. */
export function sectionFigures(
  { count, section, sections }: SeatColumns,
  { ordinals, revenueMinor, soldAt }: SeatFigures,
): SectionFigure[] {
  const rows = sections.map(({ id, name }) => ({
    sectionId: id,
    name,
    seats: 0,
    revenueMinor: 0,
    moments: [] as number[],
  }));
  for (let ordinal = 0; ordinal < count; ordinal += 1) rows[section[ordinal]!]!.seats += 1;
  ordinals.forEach((ordinal, i) => {
    const row = rows[section[ordinal] ?? -1];
    if (row === undefined) return;
    row.revenueMinor += revenueMinor[i]!;
    row.moments.push(soldAt[i]!);
  });
  return rows
    .filter(({ seats }) => seats > 0)
    .map(({ moments, ...row }) => ({ ...row, sold: moments.length, halfSoldAt: medianOf(moments) }));
}
