/**
 * What a seat costs for a ticket type: the grid's cell of level × type, or, when the seat has a price of its own, that
 * price × (type ÷ base type of its level), rounded once. An empty cell means that the type is not sold there.
 */
import { scaleMinor } from '../money/rounding.ts';

export interface PriceGrid {
  /** Undefined for an empty cell. */
  cell(priceLevelId: string, ticketTypeId: string): number | undefined;
  /** The type with position 0: what a seat's own price is meant for. */
  readonly baseTypeId: string;
}

export interface PricedSeat {
  readonly priceLevelId: string | null;
  readonly priceMinor: number | null;
}

/** @returns minor units, or null when the seat has no price for that type */
export function priceFor(seat: PricedSeat, ticketTypeId: string, grid: PriceGrid): number | null {
  if (seat.priceMinor === null || seat.priceLevelId === null) return null;
  const base = grid.cell(seat.priceLevelId, grid.baseTypeId);
  const cell = grid.cell(seat.priceLevelId, ticketTypeId);
  if (ticketTypeId === grid.baseTypeId) return seat.priceMinor;
  if (cell === undefined) return null;
  if (base === undefined || base === 0 || base === seat.priceMinor) return cell;
  return scaleMinor(seat.priceMinor, cell, base);
}

/** The grid of an event from its price rows: of several for one cell the newest counts, whatever the clock says now. */
export function gridOf(
  rows: readonly { priceLevelId: string; ticketTypeId: string; amountMinor: number | null; validFrom: number }[],
  baseTypeId: string,
): PriceGrid {
  const newest = new Map<string, { amountMinor: number | null; validFrom: number }>();
  for (const row of rows) {
    const key = `${row.priceLevelId} ${row.ticketTypeId}`;
    const known = newest.get(key);
    if (!known || row.validFrom > known.validFrom) newest.set(key, row);
  }
  return {
    baseTypeId,
    cell: (priceLevelId, ticketTypeId) => newest.get(`${priceLevelId} ${ticketTypeId}`)?.amountMinor ?? undefined,
  };
}
