/** The table of all bulk operations. */
import type { BulkHandler } from '../core/bulk.ts';
import { eventBulkHandlers } from './event/event-seats-bulk.ts';
import { mapBulkHandlers } from './house/map-bulk.ts';

export const bulkHandlers: Readonly<Record<string, BulkHandler>> = {
  ...eventBulkHandlers,
  ...mapBulkHandlers,
};
