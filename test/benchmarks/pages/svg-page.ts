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
/** What it does grows with its seats times its blocks, so it is given larger ones than sections are: it gains by that. */
const SEATS_A_BLOCK = 1000;

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

interface Block {
  readonly id: string;
  readonly title: string;
  readonly color: string;
  readonly labels: readonly object[];
  readonly seats: object[];
}

function blocksOf({ columns, states }: House): readonly Block[] {
  const { count, x, y, row, ids, labels, sections, section } = columns;
  const [left, top] = [x.reduce((a, b) => Math.min(a, b)), y.reduce((a, b) => Math.min(a, b))];
  const blocks = [cornerBlock()];
  for (let seat = 0; seat < count; seat += 1) {
    const isFull = blocks.at(-1)!.seats.length >= SEATS_A_BLOCK && row[seat] !== row[seat - 1];
    const isNewFloor = seat === 0 || sections[section[seat]!]!.floor !== sections[section[seat - 1]!]!.floor;
    if (isFull || isNewFloor) blocks.push(blockOf(blocks.length));
    blocks.at(-1)!.seats.push({
      id: ids.at(seat),
      title: labels[seat],
      x: x[seat]! - left,
      y: y[seat]! - top,
      salable: SEAT_STATUSES[states.status[seat]!] === 'AVAILABLE',
    });
  }
  return blocks;
}

/** It fails where no block lies near the origin, as in a house on arcs; three seats more are enough. */
function cornerBlock(): Block {
  const corner = [
    { x: 0, y: 0 },
    { x: 50, y: 0 },
    { x: 0, y: 50 },
  ];
  return { ...blockOf(0), seats: corner.map((at, seat) => ({ id: `corner-${seat}`, title: '', ...at })) };
}

function blockOf(index: number): Block {
  return { id: `block-${index}`, title: `Block ${index}`, color: '#2c2828', labels: [], seats: [] };
}
