import { useMemo } from 'react';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { createSeatColumn, type SeatColumnStore, withColumn } from './seat-column.ts';
import type { SeatStateSource } from './seat-state-source.ts';

/** A column of figures for a map, and the map's source with it: both stay the same for as long as the map does. */
export function useSeatColumn(
  columns: SeatColumns,
  states: SeatStateSource,
): { readonly column: SeatColumnStore; readonly source: SeatStateSource } {
  return useMemo(() => {
    const column = createSeatColumn(columns.count);
    return { column, source: withColumn(states, column) };
  }, [columns, states]);
}
