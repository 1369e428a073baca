/**
 * How a seat's state looks: colour and, always, a mark besides, so that the map reads the same to eyes that do not tell
 * the colours apart. A theme says which of its styles a seat has; the painter draws each style in one batch.
 *
 * 1. No two styles of a theme share both fill and mark (levels share a mark and differ in letter).
 * 2. `ink` on `fill` (on the ground where fill is null) has text contrast; `stroke` has mark contrast with the ground.
 */
import {
  type SeatColumns,
  type SeatStates,
  SEAT_STATUSES,
  STATE_OWNED,
  STATE_PINNED_ELSEWHERE,
  STATE_PRICED,
} from '../../src-shared/domain/seat-map/columns.ts';
import { text } from '../../src-shared/text/text.ts';
import { contrast, inkOn, MARK_CONTRAST, mix, parseColor, standOut, TEXT_CONTRAST } from './contrast.ts';

/**
 * SOLID a full disc · SMALL a shrunken disc (it recedes) · LETTER its letter in a ring · HALF a half-filled disc ·
 * CROSS struck out · HATCH hatched · HOLLOW a thin empty ring · DASHED a broken ring · CHECK ringed, with a tick
 */
export type SeatMark = 'SOLID' | 'SMALL' | 'LETTER' | 'HALF' | 'CROSS' | 'HATCH' | 'HOLLOW' | 'DASHED' | 'CHECK';

export interface SeatStyle {
  /** Names the style within its theme: filters and tests use it. */
  readonly key: string;
  /** What people read in the legend. */
  readonly name: string;
  readonly fill: string | null;
  readonly stroke: string | null;
  /** The number's colour and the mark's. */
  readonly ink: string;
  readonly mark: SeatMark;
  /** Drawn on the seat once it is large enough: a hold's or a level's. */
  readonly letter: string | null;
}

export interface SeatTheme {
  readonly key: string;
  readonly styles: readonly SeatStyle[];
  /** Index into `styles`. */
  styleOf(ordinal: number, columns: SeatColumns, states: SeatStates): number;
}

/** A price level, a hold, an owner: anything a theme tells apart by colour and letter. */
export interface Distinction {
  readonly name: string;
  /** `#rrggbb`; what is not a colour is drawn grey. */
  readonly color: string;
  readonly letter: string;
}

/** What is behind the seats. */
export const GROUND = '#f7f8fa';

export const ACCENT = '#1c5fd4';

/** Colours with at least this contrast to white are darkened to carry white figures; lighter ones carry black. */
const NEARLY_WHITE_LEGIBLE = 2.5;

const AVAILABLE_FILL = '#1f66d6';

/** Dark with a bright ring: no level's colour and no vision mixes it up with another. */
export const MINE: SeatStyle = {
  key: 'MINE',
  name: text('seatLayer.mine'),
  fill: '#111a2c',
  stroke: '#ff9f0a',
  ink: '#ffffff',
  mark: 'CHECK',
  letter: null,
};

const AVAILABLE = plainStyle('AVAILABLE', text('seatLayer.available'), AVAILABLE_FILL, 'SOLID');
export const SOLD: SeatStyle = {
  ...plainStyle('SOLD', text('seatLayer.sold'), '#dde1e7', 'SMALL'),
  ink: '#5a6372',
};
const RESERVED: SeatStyle = {
  ...plainStyle('RESERVED', text('seatLayer.reserved'), '#fdf0d2', 'HALF'),
  stroke: '#b08226',
  ink: '#5c3d00',
};
const BLOCKED: SeatStyle = {
  ...plainStyle('BLOCKED', text('seatLayer.blocked'), '#e4e7ec', 'CROSS'),
  stroke: '#838c99',
  ink: '#475160',
};
const PINNED: SeatStyle = {
  ...plainStyle('PINNED_ELSEWHERE', text('seatLayer.pinnedElsewhere'), '#dbe8fb', 'HATCH'),
  stroke: '#3f7bd8',
  ink: '#12407f',
};
export const UNOWNED: SeatStyle = {
  ...plainStyle('NOT_OWNED', text('seatLayer.notOwned'), null, 'HOLLOW'),
  stroke: '#808996',
  ink: '#5b6472',
};
const UNPRICED: SeatStyle = {
  ...plainStyle('NO_PRICE', text('seatLayer.noPrice'), null, 'DASHED'),
  stroke: '#b4372b',
  ink: '#9c2a20',
};

/** Held seats that name no hold, as in a theme told of no holds. */
const HELD = letteredStyle('HELD', { name: text('seatLayer.held'), color: '#5b6472', letter: 'H' });

/** What can be sold, what cannot and why. With `holds`, each hold under its own letter. */
export function createStatusTheme(holds: readonly Distinction[] = []): SeatTheme {
  const held = [HELD, ...holds.map((hold, i) => letteredStyle(`HOLD:${i}`, hold))];
  const styles = [AVAILABLE, ...held, RESERVED, BLOCKED, SOLD, PINNED, UNOWNED, UNPRICED];
  return assemble('STATUS', styles, { held, free: [], freeOtherwise: AVAILABLE });
}

/** What can be sold by price level; the rest as in the status theme. A seat of a level not listed counts as unpriced. */
export function createLevelTheme(levels: readonly Distinction[], holds: readonly Distinction[] = []): SeatTheme {
  const held = [HELD, ...holds.map((hold, i) => letteredStyle(`HOLD:${i}`, hold))];
  const free = levels.map((level, i) => distinctStyle(`LEVEL:${i}`, level));
  const styles = [...free, ...held, RESERVED, BLOCKED, SOLD, PINNED, UNOWNED, UNPRICED];
  return assemble('LEVEL', styles, { held, free, freeOtherwise: UNPRICED });
}

/** The holds in full colour, all else receding: for the manager who places and releases them. */
export function createHoldTheme(holds: readonly Distinction[]): SeatTheme {
  const loud = holds.map((hold, i) => distinctStyle(`HOLD:${i}`, hold));
  const free: SeatStyle = { ...AVAILABLE, fill: '#e8eef7', stroke: '#7d8ea8', ink: '#33435c' };
  const styles = [free, HELD, ...loud, RESERVED, BLOCKED, SOLD, PINNED, UNOWNED, UNPRICED];
  return assemble('HOLD', styles, { held: [HELD, ...loud], free: [], freeOtherwise: free });
}

/** What is ours to sell, whatever has become of it, and what is not. */
export function createOwnershipTheme(): SeatTheme {
  const ours = plainStyle('OWNED', text('seatLayer.owned'), '#0f766e', 'SOLID');
  const styles = [ours, SOLD, UNOWNED];
  const [owned, sold, notOwned] = [0, 1, 2];
  return {
    key: 'OWNERSHIP',
    styles,
    styleOf: (ordinal, _columns, states) => {
      if (SEAT_STATUSES[states.status[ordinal]!] === 'SOLD') return sold;
      return (states.bits[ordinal]! & STATE_OWNED) === 0 ? notOwned : owned;
    },
  };
}

/** The map before it is an event's: seats by category, those without one hollow. */
export function createCategoryTheme(categories: readonly Distinction[]): SeatTheme {
  const without: SeatStyle = { ...UNOWNED, key: 'NO_CATEGORY', name: text('seatLayer.noCategory') };
  const styles = [...categories.map((category, i) => distinctStyle(`CATEGORY:${i}`, category)), without];
  return {
    key: 'CATEGORY',
    styles,
    styleOf: (ordinal, columns) => Math.min(columns.category[ordinal]!, categories.length),
  };
}

/** How many seats have each style, by the style's index. */
export function countStyles(theme: SeatTheme, columns: SeatColumns, states: SeatStates): Uint32Array {
  const counts = new Uint32Array(theme.styles.length);
  for (let i = 0; i < columns.count; i += 1) counts[theme.styleOf(i, columns, states)]! += 1;
  return counts;
}

/** How seats of ours look that can be sold or are held. */
interface OwnLooks {
  /** By the number of the hold; the first where there is none of that number. */
  readonly held: readonly SeatStyle[];
  /** By the number of the price level. */
  readonly free: readonly SeatStyle[];
  readonly freeOtherwise: SeatStyle;
}

const [AVAILABLE_CODE, HELD_CODE, RESERVED_CODE, SOLD_CODE] = (['AVAILABLE', 'HELD', 'RESERVED', 'SOLD'] as const).map(
  (status) => SEAT_STATUSES.indexOf(status),
);

/**
 * Sold and reserved tell their state whoever owns the seat. Of the rest, a seat that is not ours says so before anything
 * else, and one that is kept for another counter or has no price says that before it looks free.
 */
function assemble(key: string, styles: readonly SeatStyle[], looks: OwnLooks): SeatTheme {
  const indexOf = (style: SeatStyle): number => styles.indexOf(style);
  const [sold, reserved, blocked, notOwned, pinned, noPrice] = [SOLD, RESERVED, BLOCKED, UNOWNED, PINNED, UNPRICED].map(
    indexOf,
  );
  // Numbers alone: a house is styled a hundred thousand seats at a time.
  const held = Uint16Array.from(looks.held, indexOf);
  const free = Uint16Array.from(looks.free, indexOf);
  const freeOtherwise = indexOf(looks.freeOtherwise);
  return {
    key,
    styles,
    styleOf: (ordinal, _columns, { status, bits, hold, level }) => {
      const code = status[ordinal];
      if (code === SOLD_CODE) return sold!;
      if (code === RESERVED_CODE) return reserved!;
      const own = bits[ordinal]!;
      if ((own & STATE_OWNED) === 0) return notOwned!;
      if (code === HELD_CODE) return held[hold[ordinal]!] ?? held[0]!;
      if (code !== AVAILABLE_CODE) return blocked!;
      if ((own & STATE_PINNED_ELSEWHERE) !== 0) return pinned!;
      if ((own & STATE_PRICED) === 0) return noPrice!;
      return free[level[ordinal]!] ?? freeOtherwise;
    },
  };
}

export function plainStyle(key: string, name: string, fill: string | null, mark: SeatMark): SeatStyle {
  return { key, name, fill, stroke: null, ink: fill === null ? '#475160' : inkOn(fill), mark, letter: null };
}

/**
 * A full disc in the distinction's own colour, darkened as far as it must be to stand out from the ground, and, where
 * a little more makes white figures legible, as far as that: a map reads calmer when all its figures are white.
 */
export function distinctStyle(key: string, { name, color, letter }: Distinction): SeatStyle {
  const own = parseColor(color) === null ? '#6b7280' : color;
  const forWhite = standOut(own, '#ffffff', TEXT_CONTRAST);
  const isNear = contrast(own, '#ffffff') >= NEARLY_WHITE_LEGIBLE;
  const fill = isNear ? forWhite : standOut(own, GROUND, MARK_CONTRAST);
  return { ...plainStyle(key, name, fill, 'SOLID'), letter };
}

/** A pale disc, ring and letter in the hold's colour. */
export function letteredStyle(key: string, { name, color, letter }: Distinction): SeatStyle {
  const fill = mix(color, '#ffffff', 0.84);
  return {
    key,
    name,
    fill,
    stroke: standOut(color, GROUND, MARK_CONTRAST),
    ink: standOut(color, fill, TEXT_CONTRAST),
    mark: 'LETTER',
    letter,
  };
}
