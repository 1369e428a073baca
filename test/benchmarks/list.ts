import type { Benchmark } from './benchmark.ts';
import { bestAvailable } from './best-available.ts';
import { closePan, zoomSweep } from './close-view.ts';
import { doorScan } from './door-scan.ts';
import { firstDraw } from './first-draw.ts';
import { hitTest } from './hit-test.ts';
import { localBasket } from './local-basket.ts';
import { mapMemory } from './map-memory.ts';
import { openEvent } from './open-event.ts';
import { liveChanges, overviewFrames, overviewPan } from './overview-pan.ts';
import { konvaPeer, svgPeer } from './peers.ts';
import { programStart } from './program-start.ts';
import { oneTicket, ticketRun } from './ticket-paper.ts';

/** In the order of quality.md. */
export const benchmarks: readonly Benchmark[] = [
  overviewPan,
  overviewFrames,
  closePan,
  zoomSweep,
  liveChanges,
  firstDraw,
  svgPeer,
  konvaPeer,
  mapMemory,
  hitTest,
  bestAvailable,
  localBasket,
  openEvent,
  ticketRun,
  oneTicket,
  doorScan,
  programStart,
];
