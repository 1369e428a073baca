/** The table of all bulk operations. */
import type { BulkHandler } from '../core/bulk.ts';

export const bulkHandlers: Readonly<Record<string, BulkHandler>> = {};
