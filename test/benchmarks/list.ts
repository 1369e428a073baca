import type { Benchmark } from './benchmark.ts';
import { bestAvailable } from './best-available.ts';
import { doorScan } from './door-scan.ts';
import { hitTest } from './hit-test.ts';
import { localBasket } from './local-basket.ts';
import { openEvent } from './open-event.ts';
import { overviewPan } from './overview-pan.ts';
import { programStart } from './program-start.ts';
import { oneTicket, ticketRun } from './ticket-paper.ts';

/** In the order of quality.md. */
export const benchmarks: readonly Benchmark[] = [
  overviewPan,
  hitTest,
  bestAvailable,
  localBasket,
  openEvent,
  ticketRun,
  oneTicket,
  doorScan,
  programStart,
];
