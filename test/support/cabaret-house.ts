/** A made-up cabaret on two floors: round and rectangular tables, booths, standing room, a bar, a picture, a balcony. */
import type {
  Area,
  Category,
  Point,
  Row,
  Seat,
  SeatMapDocument,
  Section,
  Shape,
  Table,
} from '../../src-shared/domain/seat-map/document.ts';

export const MAIN_FLOOR = 'Main floor';
export const BALCONY_FLOOR = 'Balcony';

const RADIUS = 20;
/** From a table's edge to the middle of its chairs. */
const CHAIR_AWAY = 26;
const SEAT_PITCH = 52;
const ROW_PITCH = 90;

/** Four brown pixels. */
const PARQUET =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGOYlmlTEaDBUBGgMS3TBgAfvARXkC16nAAAAABJRU5ErkJggg==';

const CATEGORIES: readonly Category[] = [
  { id: 'ringside', name: 'Ringside', color: '#a3328a', letter: 'R', defaultPriceMinor: 9500 },
  { id: 'dinner', name: 'Dinner', color: '#1f66d6', letter: 'D', defaultPriceMinor: 7000 },
  { id: 'booth', name: 'Booth', color: '#b45309', letter: 'B', defaultPriceMinor: 12_000 },
  { id: 'balcony', name: 'Balcony', color: '#0b7f79', letter: 'C', defaultPriceMinor: 4000 },
  { id: 'standing', name: 'Standing', color: '#7c4dbd', letter: 'S', defaultPriceMinor: 2500 },
];

interface Draft {
  readonly rows: Row[];
  readonly seats: Seat[];
}

export function createCabaretHouse(): SeatMapDocument {
  const draft: Draft = { rows: [], seats: [] };
  for (let i = 0; i < 8; i += 1) {
    const at = { x: 260 + (i % 4) * 250 + (i > 3 ? 125 : 0), y: i > 3 ? 640 : 420 };
    addTable(draft, 'cabaret', 'ringside', { ...table('ROUND', at, 110, 110), isSoldWhole: i === 7 }, roundChairs(6));
  }
  for (let i = 0; i < 4; i += 1) {
    const at = { x: 300 + i * 300, y: 880 };
    addTable(draft, 'dinner', 'dinner', { ...table('RECTANGLE', at, 200, 70), rotation: i === 3 ? 24 : 0 }, sideChairs);
  }
  for (let i = 0; i < 3; i += 1) {
    const booth = { ...table('BOOTH', { x: 1420, y: 460 + i * 210 }, 190, 150), rotation: 90 };
    addTable(draft, 'booths', 'booth', booth, boothChairs);
  }
  for (let i = 0; i < 3; i += 1) addBalconyRow(draft, 'ABC'[i]!, 1150 + i * ROW_PITCH);
  return {
    name: 'Cabaret',
    width: 1700,
    height: 1480,
    focalPoint: { x: 700, y: 180 },
    categories: CATEGORIES,
    sections: [
      section('cabaret', 'Cabaret', MAIN_FLOOR),
      section('dinner', 'Dinner tables', MAIN_FLOOR),
      section('booths', 'Booths', MAIN_FLOOR),
      section('balcony', 'Balcony', BALCONY_FLOOR),
    ],
    ...draft,
    shapes: shapes(),
    areas: areas(),
  };
}

function section(id: string, name: string, floor: string): Section {
  return { id, name, floor, entrance: null, outline: null };
}

function table(kind: Table['kind'], at: Point, width: number, height: number): Table {
  return { kind, ...at, width, height, rotation: 0, isSoldWhole: false };
}

/** Chairs are placed about the table's middle, and turned with it. */
function addTable(
  { rows, seats }: Draft,
  sectionId: string,
  categoryId: string,
  own: Table,
  chairs: (own: Table) => readonly Point[],
): void {
  const label = String(rows.filter((row) => row.sectionId === sectionId).length + 1);
  const rowId = `${sectionId}-${label}`;
  rows.push({ id: rowId, sectionId, label, labelPosition: 'NONE', table: own });
  const angle = (own.rotation * Math.PI) / 180;
  chairs(own).forEach(({ x, y }, index) => {
    const place = {
      x: own.x + x * Math.cos(angle) - y * Math.sin(angle),
      y: own.y + x * Math.sin(angle) + y * Math.cos(angle),
    };
    seats.push(seat(rowId, index + 1, place, categoryId));
  });
}

function roundChairs(count: number): (own: Table) => readonly Point[] {
  return ({ width }) =>
    Array.from({ length: count }, (_, i) => {
      const angle = ((i + 0.5) / count) * Math.PI * 2 - Math.PI / 2;
      const away = width / 2 + CHAIR_AWAY;
      return { x: Math.cos(angle) * away, y: Math.sin(angle) * away };
    });
}

/** Four along one side, four back along the other. */
function sideChairs({ width, height }: Table): readonly Point[] {
  const away = height / 2 + CHAIR_AWAY;
  const along = [-1.5, -0.5, 0.5, 1.5].map((step) => (step * width) / 4);
  return [...along.map((x) => ({ x, y: -away })), ...along.toReversed().map((x) => ({ x, y: away }))];
}

/** On the bench: one at each end, three along the wall. */
function boothChairs({ width, height }: Table): readonly Point[] {
  const [side, back] = [width / 2 - 32, -height / 2 + 34];
  return [
    { x: -side, y: back + 62 },
    { x: -side + 8, y: back },
    { x: 0, y: back - 4 },
    { x: side - 8, y: back },
    { x: side, y: back + 62 },
  ];
}

/** Two halves of a row with an aisle between them. */
function addBalconyRow({ rows, seats }: Draft, label: string, y: number): void {
  const rowId = `balcony-${label}`;
  rows.push({ id: rowId, sectionId: 'balcony', label, labelPosition: 'BOTH' });
  for (let i = 0; i < 20; i += 1) {
    const x = 260 + i * SEAT_PITCH + (i < 10 ? 0 : SEAT_PITCH * 2);
    seats.push(seat(rowId, i + 1, { x, y }, 'balcony'));
  }
}

function seat(rowId: string, number: number, { x, y }: Point, categoryId: string): Seat {
  return {
    id: `${rowId}-${number}`,
    rowId,
    label: String(number),
    x,
    y,
    radius: RADIUS,
    categoryId,
    kind: 'STANDARD',
    restrictedView: false,
    companionOf: null,
  };
}

function shapes(): Shape[] {
  const look = { color: null, borderColor: null, rotation: 0 };
  return [
    {
      id: 'stage',
      kind: 'STAGE',
      ...look,
      text: 'STAGE',
      points: [
        { x: 400, y: 40 },
        { x: 1060, y: 40 },
        { x: 960, y: 170 },
        { x: 500, y: 170 },
      ],
    },
    { id: 'parquet', kind: 'IMAGE', ...look, x: 1200, y: 60, width: 160, height: 110, source: PARQUET, opacity: 0.5 },
  ];
}

function areas(): Area[] {
  return [
    {
      id: 'pit',
      name: 'Standing',
      floor: MAIN_FLOOR,
      capacity: 120,
      categoryId: 'standing',
      outline: {
        kind: 'POLYGON',
        points: [
          { x: 480, y: 190 },
          { x: 980, y: 190 },
          { x: 1040, y: 310 },
          { x: 420, y: 310 },
        ],
      },
    },
    {
      id: 'bar',
      name: 'Balcony bar',
      floor: BALCONY_FLOOR,
      capacity: 40,
      categoryId: 'balcony',
      outline: { kind: 'ELLIPSE', x: 1540, y: 1240, radiusX: 110, radiusY: 80 },
    },
  ];
}
