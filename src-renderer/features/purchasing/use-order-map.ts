/** An event's seats by the order they came with: the column and the theme that show it. */
import { useCallback, useLayoutEffect, useMemo } from 'react';
import type { OrderSeats } from '../../../src-shared/contract/purchasing.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import { categoryColor, categoryLetter } from '../../../src-shared/domain/seat-map/category-style.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { useReading } from '../../app/use-program.ts';
import { createPurchaseOrderTheme } from '../../canvas/column-themes.ts';
import type { SeatTheme } from '../../canvas/marks.ts';
import type { SeatStateSource } from '../../canvas/seat-state-source.ts';
import { useSeatColumn } from '../../canvas/use-seat-column.ts';

export interface OrderMap {
  readonly theme: SeatTheme;
  readonly source: SeatStateSource;
  /** The event's orders, oldest first: their letters go by it. */
  readonly orders: OrderSeats['orders'];
  readonly describe: (ordinal: number) => string;
}

/** @param currentId the order being looked at; null where all are of one rank */
export function useOrderMap(
  { event, columns, source: states }: EventMap,
  currentId: string | null,
): { readonly map: OrderMap | null; readonly error: AppError | null } {
  const { eventId } = event;
  const reading = useReading('purchaseOrder.seats', { eventId }, ['purchaseOrders', 'purchaseOrderLines']);
  const seats = reading.value;
  const { column, source } = useSeatColumn(columns, states);
  useLayoutEffect(() => {
    if (seats === null) return;
    const values = new Uint16Array(columns.count);
    seats.ordinals.forEach((ordinal, i) => {
      values[ordinal] = seats.order[i]! + 1;
    });
    column.replace(values);
  }, [columns, column, seats]);

  const numbers = seats?.orders.map(({ number }) => number).join('\n') ?? '';
  const current = seats?.orders.findIndex(({ purchaseOrderId }) => purchaseOrderId === currentId) ?? -1;
  // The same orders are the same theme, so that what was received repaints its own seats alone.
  const theme = useMemo(() => {
    const names = numbers === '' ? [] : numbers.split('\n');
    const orders = names.map((name, i) => ({ name, color: categoryColor(i), letter: categoryLetter(i) }));
    return createPurchaseOrderTheme(orders, column, current === -1 ? null : current);
  }, [numbers, column, current]);

  const describe = useCallback(
    (ordinal: number) => {
      const state = theme.styles[theme.styleOf(ordinal, columns, states.states())]?.name ?? '';
      const order = seats?.orders[column.values[ordinal]! - 1];
      return order ? text('purchasingScreen.seatOf', { state, supplier: order.supplierName }) : state;
    },
    [theme, columns, states, seats, column],
  );
  return { map: seats && { theme, source, orders: seats.orders, describe }, error: reading.error };
}
