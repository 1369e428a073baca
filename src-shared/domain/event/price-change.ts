/**
 * Replacing an event's grid of price levels × ticket types. Types keep their identity, because tickets name them: one
 * that is left out is taken off sale (its cells are emptied and its position becomes negative), never deleted.
 */
import { text } from '../../text/text.ts';
import { fail, ok, type Result } from '../result.ts';

export interface TicketTypeState {
  readonly id: string;
  readonly name: string;
  readonly kind: 'STANDARD' | 'COMP';
  /** From 0, the base type first; negative once it is no longer offered. */
  readonly position: number;
}

export interface PriceCell {
  readonly priceLevelId: string;
  readonly ticketTypeId: string;
  readonly amountMinor: number | null;
}

export interface PriceRequest {
  readonly types: readonly {
    readonly ticketTypeId: string | null;
    readonly name: string;
    readonly kind: 'STANDARD' | 'COMP';
  }[];
  readonly grid: readonly { readonly priceLevelId: string; readonly amounts: readonly (number | null)[] }[];
}

export interface PriceChange {
  readonly types: readonly TicketTypeState[];
  /** Types no longer offered, with the positions they get. */
  readonly dropped: readonly { readonly id: string; readonly position: number }[];
  /** Only the cells that change. */
  readonly cells: readonly PriceCell[];
  /** The base type's new price of every level: what its unsold seats cost. */
  readonly basePrices: readonly { readonly priceLevelId: string; readonly amountMinor: number | null }[];
}

export function isOffered(type: { readonly position: number }): boolean {
  return type.position >= 0;
}

/** The price in force of each cell: its newest row. */
export function newestCells<C extends PriceCell & { readonly validFrom: number }>(rows: readonly C[]): Map<string, C> {
  const newest = new Map<string, C>();
  for (const row of rows) {
    const key = cellKey(row.priceLevelId, row.ticketTypeId);
    const known = newest.get(key);
    if (!known || row.validFrom > known.validFrom) newest.set(key, row);
  }
  return newest;
}

function cellKey(priceLevelId: string, ticketTypeId: string): string {
  return `${priceLevelId} ${ticketTypeId}`;
}

/**
 * Errors: BAD_PRICES { issues }, with all that is wrong.
 * @param newId makes the ids of new types
 */
export function decidePrices(
  current: {
    readonly levelIds: readonly string[];
    readonly types: readonly TicketTypeState[];
    readonly cells: readonly (PriceCell & { readonly validFrom: number })[];
  },
  request: PriceRequest,
  newId: () => string,
): Result<PriceChange> {
  const issues = faultsOf(current, request);
  if (issues.length > 0) return fail('BAD_PRICES', issues.map((issue) => issue.message).join(' '), { issues });
  const types = request.types.map(({ ticketTypeId, name, kind }, position) => ({
    id: ticketTypeId ?? newId(),
    name,
    kind,
    position,
  }));
  const kept = new Set(types.map((type) => type.id));
  let lowest = Math.min(0, ...current.types.map((type) => type.position));
  const dropped = current.types
    .filter((type) => isOffered(type) && !kept.has(type.id))
    .map(({ id }) => ({ id, position: --lowest }));
  const rowByLevel = new Map(request.grid.map((row) => [row.priceLevelId, row.amounts]));
  const wanted = current.levelIds.flatMap((priceLevelId) => [
    ...types.map(({ id }, index) => ({
      priceLevelId,
      ticketTypeId: id,
      amountMinor: rowByLevel.get(priceLevelId)?.[index] ?? null,
    })),
    ...dropped.map(({ id }) => ({ priceLevelId, ticketTypeId: id, amountMinor: null })),
  ]);
  const known = newestCells(current.cells);
  return ok({
    types,
    dropped,
    cells: wanted.filter(
      (cell) => cell.amountMinor !== (known.get(cellKey(cell.priceLevelId, cell.ticketTypeId))?.amountMinor ?? null),
    ),
    basePrices: wanted
      .filter((cell) => cell.ticketTypeId === types[0]!.id)
      .map(({ priceLevelId, amountMinor }) => ({ priceLevelId, amountMinor })),
  });
}

function faultsOf(
  current: { readonly levelIds: readonly string[]; readonly types: readonly TicketTypeState[] },
  request: PriceRequest,
): { path: string; message: string }[] {
  const issues: { path: string; message: string }[] = [];
  const names = new Set<string>();
  const ids = new Set<string>();
  request.types.forEach(({ ticketTypeId, name }, index) => {
    const path = `types.${index}`;
    if (names.has(name)) issues.push({ path, message: text('event.typeNamedTwice', { name }) });
    if (ticketTypeId !== null && (ids.has(ticketTypeId) || !current.types.some((type) => type.id === ticketTypeId)))
      issues.push({ path, message: text('event.typeUnknown', { name }) });
    names.add(name);
    if (ticketTypeId !== null) ids.add(ticketTypeId);
  });
  if (request.types[0]?.kind === 'COMP')
    issues.push({ path: 'types.0', message: text('event.compFirst', { name: request.types[0].name }) });
  const levels = new Set<string>();
  request.grid.forEach(({ priceLevelId, amounts }, index) => {
    const path = `grid.${index}`;
    if (levels.has(priceLevelId) || !current.levelIds.includes(priceLevelId))
      issues.push({ path, message: text('event.levelUnknown', { line: index + 1 }) });
    if (amounts.length !== request.types.length)
      issues.push({
        path,
        message: text('event.gridWidth', { line: index + 1, amounts: amounts.length, types: request.types.length }),
      });
    levels.add(priceLevelId);
  });
  return issues;
}
