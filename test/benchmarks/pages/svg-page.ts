/** @alisaitteke/seatmap-canvas, which draws in SVG: a block for each section, a group of elements for each seat. */
import '@alisaitteke/seatmap-canvas/dist/esm/seatmap.canvas.css';
import { SeatMapCanvas } from '@alisaitteke/seatmap-canvas';
import { SEAT_STATUSES } from '../../../src-shared/domain/seat-map/columns.ts';
import { frameWhen, intervalsOf, nextFrame } from './frames.ts';
import { fetchHouse, type House } from './house.ts';
import type { SvgPage } from './page.ts';

/** A frame of 150,000 seats takes a second. */
const PAN_FRAMES = 20;
const STEP_PX = 20;

export function createPage(n: number): SvgPage {
  let house: House | null = null;
  return {
    async load() {
      house = await fetchHouse(n);
    },
    async firstDraw() {
      const blocks = blocksOf(house!);
      // It writes whole blocks to the console, which costs it dear only while somebody listens, as we do.
      console.log = console.info = () => undefined;
      const startedMs = performance.now();
      const map = new SeatMapCanvas('#map', { legend: false, style: { seat: { radius: house!.columns.radius[0]! } } });
      map.data.addBulkBlock(blocks);
      // The first frame is past when a second begins.
      await nextFrame();
      return (await nextFrame(), performance.now()) - startedMs;
    },
    async panIntervals() {
      const stage = document.querySelector<SVGGElement>('.seatmap-svg .stage')!;
      const blocks = [...stage.querySelectorAll('.block')];
      // It fades its blocks in after loading.
      await frameWhen(() => blocks.every((block) => block.getAttribute('opacity') === '1'));
      const fitted = stage.getAttribute('transform') ?? '';
      const offsets = Array.from({ length: PAN_FRAMES }, (_, at) => (at + 1) * STEP_PX);
      const spread = await intervalsOf(offsets, (offset) =>
        stage.setAttribute('transform', `translate(${offset},${offset / 3}) ${fitted}`),
      );
      stage.setAttribute('transform', fitted);
      return spread;
    },
  };
}

/** Its cost grows with the square of its blocks, so it is given larger ones than a house's sections: it gains by that. */
const SEATS_A_BLOCK = 1000;

function blocksOf({ columns, states }: House): object[] {
  const blocks: { readonly id: string; readonly seats: object[] }[] = [];
  for (let seat = 0; seat < columns.count; seat += 1) {
    const isNewRow = seat === 0 || columns.row[seat] !== columns.row[seat - 1];
    if (isNewRow && (blocks.at(-1)?.seats.length ?? SEATS_A_BLOCK) >= SEATS_A_BLOCK) {
      const title = `Block ${blocks.length + 1}`;
      blocks.push(Object.assign({ id: title, title, color: '#2c2828', labels: [] }, { seats: [] }));
    }
    blocks.at(-1)!.seats.push({
      id: columns.ids.at(seat),
      title: columns.labels[seat],
      x: columns.x[seat],
      y: columns.y[seat],
      salable: SEAT_STATUSES[states.status[seat]!] === 'AVAILABLE',
    });
  }
  return blocks;
}
