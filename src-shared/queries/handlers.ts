/** The table of all queries. */
import type { QueryName } from '../contract/calls.ts';
import type { Query } from '../commands/registry.ts';
import { auditQueries } from './audit-queries.ts';
import { cashQueries } from './cash-queries.ts';
import { doorQueries } from './door-queries.ts';
import { eventQueries } from './event-queries.ts';
import { houseQueries } from './house-queries.ts';
import { purchasingQueries } from './purchasing-queries.ts';
import { paperQueries } from './paper-queries.ts';
import { reportQueries } from './report-queries.ts';
import { bookingQueries, saleQueries } from './sale-queries.ts';
import { sessionQueries } from './session-queries.ts';

export const queryHandlers: { readonly [N in QueryName]: Query<N> } = {
  ...sessionQueries,
  ...saleQueries,
  ...bookingQueries,
  ...eventQueries,
  ...houseQueries,
  ...purchasingQueries,
  ...cashQueries,
  ...reportQueries,
  ...doorQueries,
  ...paperQueries,
  ...auditQueries,
};
