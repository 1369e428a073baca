/** Where the view goes while frames are measured: the same way for whoever draws. */
import { zoomAbout, type Size, type View } from '../../../src-renderer/canvas/view.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { createRandom } from '../../support/demo-theatre.ts';
import type { Journey } from './page.ts';

/** A brisk drag: a window's width in about a second. */
const STEP_PX = 20;
/** Further than any layer paints beyond the window's edge. */
const OVERVIEW_REACH_PX = 600;
/** Numbers are drawn from 9 px; at this radius about 1,000 seats are in the window. */
const CLOSE_RADIUS_PX = 9.2;
const CLOSE_STEPS = 120;
/** The lap's half axes. With half a window on each side they still fit into the house of 10,000. */
const LAP_PX = { width: 520, height: 330 };
const ZOOM_STEPS = 60;
const ZOOMED_SCALE = 1.2;

export function journeyOf(journey: Journey, columns: SeatColumns, fit: View, window: Size, run: number): View[] {
  if (journey === 'OVERVIEW') return overviewPan(fit);
  return journey === 'CLOSE' ? closeLap(columns, window, run) : zoomIn(columns, fit, run);
}

/** Right, left and back, and down, up and back at a third of that. */
function overviewPan(fit: View): View[] {
  const steps = OVERVIEW_REACH_PX / STEP_PX;
  return Array.from({ length: 4 * steps }, (_, at) => {
    const quarter = at + 1;
    const along = quarter <= steps ? quarter : quarter <= 3 * steps ? 2 * steps - quarter : quarter - 4 * steps;
    return { ...fit, x: fit.x + along * STEP_PX, y: fit.y + Math.round((along * STEP_PX) / 3) };
  });
}

/** Once round the middle of the house, over ground that was not in the window before. */
function closeLap({ x, y, radius }: SeatColumns, window: Size, run: number): View[] {
  const scale = CLOSE_RADIUS_PX / medianOf(radius);
  const middle = { x: window.width / 2 - medianOf(x) * scale, y: window.height / 2 - medianOf(y) * scale };
  return Array.from({ length: CLOSE_STEPS }, (_, at) => {
    const angle = run + (at / CLOSE_STEPS) * 2 * Math.PI;
    return { scale, x: middle.x + Math.cos(angle) * LAP_PX.width, y: middle.y + Math.sin(angle) * LAP_PX.height };
  });
}

/** Towards a seat, another in each run. */
function zoomIn({ x, y, count }: SeatColumns, fit: View, run: number): View[] {
  const seat = Math.floor(createRandom(run)() * count);
  const about = { x: x[seat]! * fit.scale + fit.x, y: y[seat]! * fit.scale + fit.y };
  const limits = { minScale: fit.scale, maxScale: ZOOMED_SCALE };
  return Array.from({ length: ZOOM_STEPS }, (_, at) =>
    zoomAbout(fit, about, (ZOOMED_SCALE / fit.scale) ** ((at + 1) / ZOOM_STEPS), limits),
  );
}

function medianOf(values: Float32Array): number {
  return values.toSorted()[Math.floor(values.length / 2)]!;
}
