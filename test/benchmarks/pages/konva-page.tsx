/** A react-konva node for each seat, as favourably as it can be done: memoised, deaf, and moved without React. */
import type Konva from 'konva';
import { createRef, memo } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Circle, Layer, Stage } from 'react-konva';
import { fitBounds } from '../../../src-renderer/canvas/view.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { nextFrame, workOf } from './frames.ts';
import { colorsOf, fetchHouse, type House } from './house.ts';
import type { KonvaPage } from './page.ts';

/** A frame of 150,000 nodes takes a second. */
const PAN_FRAMES = 9;
const STEP_PX = 20;
const PADDING_PX = 28;

const Seat = memo(function Seat({ x, y, radius, fill }: { x: number; y: number; radius: number; fill: string }) {
  return <Circle x={x} y={y} radius={radius} fill={fill} listening={false} perfectDrawEnabled={false} />;
});

export function createPage(n: number): KonvaPage {
  const container = document.querySelector<HTMLDivElement>('#map')!;
  const layer = createRef<Konva.Layer>();
  let house: House | null = null;
  return {
    async load() {
      house = await fetchHouse(n);
    },
    async firstDraw() {
      const { columns } = house!;
      const colors = colorsOf(house!);
      const size = { width: container.clientWidth, height: container.clientHeight };
      const { scale, x, y } = fitBounds(boundsOf(columns), size, PADDING_PX, { minScale: 0, maxScale: 1 });
      const startedMs = performance.now();
      const seats = colors.map((fill, seat) => (
        <Seat key={seat} x={columns.x[seat]!} y={columns.y[seat]!} radius={columns.radius[seat]!} fill={fill} />
      ));
      flushSync(() =>
        createRoot(container).render(
          <Stage {...size} listening={false}>
            <Layer ref={layer} listening={false} scaleX={scale} scaleY={scale} x={x} y={y}>
              {seats}
            </Layer>
          </Stage>,
        ),
      );
      await nextFrame();
      return (await nextFrame(), performance.now()) - startedMs;
    },
    panWork() {
      const held = layer.current!.position();
      const offsets = Array.from({ length: PAN_FRAMES }, (_, at) => (at + 1) * STEP_PX);
      // Konva asks for a frame by itself when a position changes.
      const move = (offset: number) => layer.current!.position({ x: held.x + offset, y: held.y + offset / 3 });
      const spread = workOf(offsets, move, container.querySelectorAll('canvas'));
      layer.current!.position(held);
      return spread;
    },
  };
}

function boundsOf({ x, y }: SeatColumns) {
  return {
    left: x.reduce((a, b) => Math.min(a, b)),
    right: x.reduce((a, b) => Math.max(a, b)),
    top: y.reduce((a, b) => Math.min(a, b)),
    bottom: y.reduce((a, b) => Math.max(a, b)),
  };
}
