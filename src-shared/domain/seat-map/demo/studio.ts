/**
 * The Studio, 90 seats: a black box with a thrust stage and seats on three sides.
 */
import { text } from '../../../text/text.ts';
import type { Category, SeatMapDocument, Shape } from '../document.ts';
import { alongRow, planToDocument, ROW_DEPTH, SEAT_WIDTH, WHEELCHAIR_WIDTH } from './house-plan.ts';
import type { PlannedRow, PlannedSeat, PlannedSection } from './house-plan.ts';

const CATEGORIES: readonly Category[] = [
  { id: 'front', name: 'Front', color: '#1f6fb2', letter: 'F', defaultPriceMinor: 2600 },
  { id: 'standard', name: 'Standard', color: '#1d8068', letter: 'S', defaultPriceMinor: 2000 },
];

const STAGE_WIDTH = 620;
const STAGE_DEPTH = 560;
const FIRST_ROW = 100;

/** The studio as a map. The same map every time. */
export function studio(): SeatMapDocument {
  return planToDocument({
    name: 'Studio',
    focalPoint: { x: 0, y: STAGE_DEPTH / 2 },
    categories: CATEGORIES,
    sections: [centre(), side('Left', -1), side('Right', 1)],
    shapes: shapes(),
  });
}

function centre(): PlannedSection {
  const rows = ['A', 'B', 'C', 'D', 'E'].map((label, index): PlannedRow => {
    const kinds = index === 0 ? frontRow() : Array.from({ length: 10 }, () => 'STANDARD' as const);
    const widths = kinds.map((kind) => (kind === 'WHEELCHAIR' ? WHEELCHAIR_WIDTH : SEAT_WIDTH));
    const offsets = alongRow(widths, new Map([[kinds.length / 2 - 1, 96]]));
    const seats = kinds.map((kind, place): PlannedSeat => {
      const at = {
        x: offsets[place] ?? 0,
        y: STAGE_DEPTH + FIRST_ROW + index * ROW_DEPTH,
        categoryId: index < 2 ? 'front' : 'standard',
        kind,
      };
      return kind === 'COMPANION' ? { ...at, companionOf: place === 1 ? 0 : kinds.length - 1 } : at;
    });
    return { label, seats };
  });
  return { name: 'Centre', entrance: 'Studio door', rows };
}

/** The front row is level: a wheelchair place and its companion at both ends. */
function frontRow() {
  const middle = Array.from({ length: 6 }, () => 'STANDARD' as const);
  return ['WHEELCHAIR', 'COMPANION', ...middle, 'COMPANION', 'WHEELCHAIR'] as const;
}

/** Two rows of ten along a side of the stage, numbered from its back to its front. */
function side(name: string, direction: -1 | 1): PlannedSection {
  const rows = ['A', 'B'].map((label, index): PlannedRow => {
    const seats = Array.from({ length: 10 }, (_, place): PlannedSeat => ({
      x: direction * (STAGE_WIDTH / 2 + FIRST_ROW + index * ROW_DEPTH),
      y: 30 + place * SEAT_WIDTH,
      categoryId: index === 0 ? 'front' : 'standard',
      // From the first seats along the side one looks at the actors' backs.
      restrictedView: place === 0,
    }));
    return { label, seats };
  });
  return { name, entrance: 'Studio door', rows };
}

function shapes(): Shape[] {
  const wall = STAGE_WIDTH / 2 + FIRST_ROW + ROW_DEPTH + 110;
  const depth = STAGE_DEPTH + FIRST_ROW + 5 * ROW_DEPTH + 20;
  return [
    {
      id: 'walls',
      kind: 'RECTANGLE',
      x: -wall,
      y: -70,
      width: 2 * wall,
      height: depth + 70,
      color: '#f4f1ec',
      borderColor: '#d3ccc0',
      rotation: 0,
    },
    {
      id: 'stage',
      kind: 'STAGE',
      points: [
        { x: -STAGE_WIDTH / 2, y: -70 },
        { x: STAGE_WIDTH / 2, y: -70 },
        { x: STAGE_WIDTH / 2, y: STAGE_DEPTH },
        { x: -STAGE_WIDTH / 2, y: STAGE_DEPTH },
      ],
      text: text('planImport.stage'),
      color: '#dcdfe4',
      borderColor: '#9aa1ab',
      rotation: 0,
    },
  ];
}
