import type { CommandContext } from '../../core/context.ts';
import type { OrderChange } from '../../domain/purchasing/order.ts';
import type { Row } from '../../schema/schema.ts';

/** Puts what was decided for an order and its lines into the command's facts. */
export function applyOrderChange(
  { facts }: CommandContext,
  order: Row<'purchaseOrders'>,
  lines: readonly Row<'purchaseOrderLines'>[],
  change: OrderChange,
): void {
  facts.change('purchaseOrders', order, { status: change.status });
  for (const line of lines) {
    const ofLine = change.lines.get(line.id);
    if (ofLine) facts.change('purchaseOrderLines', line, ofLine);
  }
}
