/**
 * Places for seats of which only the names are known: sections side by side before a stage, rows behind each other,
 * floors behind each other. Simple and legible; a person draws the real house over it later.
 */
import { text } from '../../../text/text.ts';
import type { Point, SeatMapDocument } from '../document.ts';
import { fitPlanSize } from '../plan-size.ts';
import { groupBy, labelNumber } from '../reading-order.ts';
import { boundsOf, largest } from '../row-geometry.ts';

/** Centimetres: a theatre seat, the next row, and aisles two people pass in. */
export const SEAT_SPACING = 55;
export const ROW_PITCH = 90;
export const SEAT_RADIUS = 22;
const AISLE_WIDTH = 160;
const FLOOR_GAP = 260;
const STAGE_DEPTH = 300;

/** A jump in the numbers of a row by more than this is another run of numbers, not a hole in the row. */
const HOLE_MAX = 20;

/** Sections are wrapped into lines so that the whole is about this much wider than deep, as screens are. */
const ASPECT = 1.7;

interface UnplacedSection {
  readonly floor: string | null;
  readonly rows: readonly { readonly labels: readonly string[] }[];
}

interface LayOut {
  /** By section, row and seat as given. */
  readonly places: readonly (readonly (readonly Point[])[])[];
  readonly width: number;
  readonly stage: readonly Point[];
  readonly focalPoint: Point;
}

/** The house with its seats at places made up from their names, before a stage at the top. */
export function layOutDocument(document: SeatMapDocument): SeatMapDocument {
  const seatsByRowId = groupBy(document.seats, (seat) => seat.rowId);
  const rowsBySectionId = groupBy(document.rows, (row) => row.sectionId);
  const plan = layOut(
    document.sections.map((section) => ({
      floor: section.floor,
      rows: (rowsBySectionId.get(section.id) ?? []).map((row) => ({
        labels: (seatsByRowId.get(row.id) ?? []).map((seat) => seat.label),
      })),
    })),
  );
  const places = plan.places.flat(2);
  return fitPlanSize({
    ...document,
    focalPoint: plan.focalPoint,
    width: plan.width,
    seats: document.seats.map((seat, index) => ({ ...seat, ...places[index] })),
    shapes: [
      {
        id: 'stage',
        kind: 'STAGE',
        points: plan.stage,
        text: text('planImport.stage'),
        color: '#e6e8eb',
        borderColor: '#b6bcc4',
        rotation: 0,
      },
    ],
  });
}

/** Lays the house out. Seats with one label in a row get one place: they are the same seat, listed twice. */
function layOut(sections: readonly UnplacedSection[]): LayOut {
  const blocks = sections.map((section) => blockOf(section));
  const area = blocks.reduce((sum, block) => sum + (block.width + AISLE_WIDTH) * (block.depth + AISLE_WIDTH), 0);
  const lineWidth = largest(
    blocks.map((block) => block.width),
    Math.sqrt(area * ASPECT),
  );
  const corners: Point[] = blocks.map(() => ({ x: 0, y: 0 }));
  const floors = groupBy(blocks.keys(), (index) => sections[index]?.floor ?? null);
  let y = STAGE_DEPTH + AISLE_WIDTH;
  for (const indices of floors.values()) {
    for (const line of linesOf(indices, blocks, lineWidth)) {
      const width = line.reduce((sum, index) => sum + (blocks[index] as Block).width + AISLE_WIDTH, -AISLE_WIDTH);
      let x = -width / 2;
      for (const index of line) {
        corners[index] = { x, y };
        x += (blocks[index] as Block).width + AISLE_WIDTH;
      }
      y +=
        largest(
          line.map((index) => (blocks[index] as Block).depth),
          0,
        ) + AISLE_WIDTH;
    }
    y += FLOOR_GAP - AISLE_WIDTH;
  }
  const left = (boundsOf(corners)?.left ?? 0) - AISLE_WIDTH;
  const stageHalf = Math.min(Math.max(lineWidth * 0.3, 300), -left - AISLE_WIDTH / 2);
  return {
    places: blocks.map((block, index) => {
      const corner = corners[index] as Point;
      return block.rows.map((row) => row.map(({ x, y: down }) => ({ x: corner.x + x - left, y: corner.y + down })));
    }),
    width: -2 * left,
    stage: [
      { x: -left - stageHalf, y: AISLE_WIDTH / 2 },
      { x: -left + stageHalf, y: AISLE_WIDTH / 2 },
      { x: -left + stageHalf, y: STAGE_DEPTH },
      { x: -left - stageHalf, y: STAGE_DEPTH },
    ],
    focalPoint: { x: -left, y: STAGE_DEPTH },
  };
}

interface Block {
  readonly width: number;
  readonly depth: number;
  readonly rows: readonly (readonly Point[])[];
}

function linesOf(indices: readonly number[], blocks: readonly Block[], lineWidth: number): number[][] {
  const lines: number[][] = [[]];
  let width = 0;
  for (const index of indices) {
    const next = (blocks[index] as Block).width + AISLE_WIDTH;
    if (width > 0 && width + next - AISLE_WIDTH > lineWidth) {
      lines.push([]);
      width = 0;
    }
    lines.at(-1)?.push(index);
    width += next;
  }
  return lines;
}

function blockOf(section: UnplacedSection): Block {
  const steps = section.rows.map((row) => stepsAlong(row.labels));
  const lengths = steps.map((row) => largest(row, 0) * SEAT_SPACING);
  const width = largest(lengths, 0);
  const rows = steps.map((row, index) =>
    row.map((step) => ({ x: (width - (lengths[index] ?? 0)) / 2 + step * SEAT_SPACING, y: index * ROW_PITCH })),
  );
  return { width: width + 2 * SEAT_RADIUS, depth: Math.max(rows.length - 1, 0) * ROW_PITCH + 2 * SEAT_RADIUS, rows };
}

/** Each seat's place along its row, in seats; a missing number leaves a hole, so that nobody sells across it. */
function stepsAlong(labels: readonly string[]): number[] {
  const numbers = labels.map(labelNumber);
  const known = numbers.filter((number) => number !== null);
  const parity = (known[0] ?? 0) % 2;
  const stride = known.length > 1 && known.every((number) => number % 2 === parity) ? 2 : 1;
  const stepByLabel = new Map<string, number>();
  let step = -1;
  let last: number | null = null;
  return labels.map((label, index) => {
    const met = stepByLabel.get(label);
    if (met !== undefined) return met;
    const number = numbers[index] ?? null;
    const jump = number === null || last === null ? 1 : (number - last) / stride;
    step += jump >= 1 && jump <= HOLE_MAX ? Math.round(jump) : 1;
    last = number;
    stepByLabel.set(label, step);
    return step;
  });
}
