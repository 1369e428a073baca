/** What is known of one seat of an event's map, in words: for the card beside it and for a screen reader. */
import {
  FLAG_AISLE,
  FLAG_RESTRICTED_VIEW,
  SEAT_KINDS,
  type SeatColumns,
} from '../../../src-shared/domain/seat-map/columns.ts';
import { text, type TextKey } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import type { SeatTheme } from '../../canvas/marks.ts';

export interface SeatFacts {
  /** `Stalls F 12`. */
  readonly name: string;
  readonly levelName: string | null;
  readonly levelLetter: string | null;
  /** The grid's, for the first type; a seat's own price is asked of the core. */
  readonly gridPriceMinor: number | null;
  readonly hold: { readonly letter: string; readonly name: string; readonly reason: string } | null;
  readonly statusName: string;
  readonly flags: readonly string[];
}

const KIND_TEXT: Readonly<Partial<Record<(typeof SEAT_KINDS)[number], TextKey>>> = {
  VIP: 'sell.seat.vip',
  WHEELCHAIR: 'sell.seat.wheelchair',
  COMPANION: 'sell.seat.companion',
  HOUSE: 'sell.seat.house',
};

export function seatName(columns: SeatColumns, ordinal: number): string {
  const row = columns.rows[columns.row[ordinal]!];
  return text('sale.seatName', {
    section: columns.sections[columns.section[ordinal]!]?.name ?? '',
    row: row?.label ?? '',
    label: columns.labels[ordinal] ?? '',
  });
}

export function seatFacts({ columns, event, source }: EventMap, theme: SeatTheme, ordinal: number): SeatFacts {
  const states = source.states();
  const level = event.levels.find(({ position }) => position === states.level[ordinal]);
  const hold = event.holds.find(({ position }) => position + 1 === states.hold[ordinal]);
  return {
    name: seatName(columns, ordinal),
    levelName: level?.name ?? null,
    levelLetter: level?.letter ?? null,
    gridPriceMinor: level ? basePriceMinor(event, level.priceLevelId) : null,
    hold: hold ?? null,
    statusName: theme.styles[theme.styleOf(ordinal, columns, states)]!.name,
    flags: flagsOf(columns, ordinal),
  };
}

function flagsOf({ flags, kind }: SeatColumns, ordinal: number): readonly string[] {
  const kindText = KIND_TEXT[SEAT_KINDS[kind[ordinal]!] ?? 'STANDARD'];
  return [
    ...(kindText ? [text(kindText)] : []),
    ...((flags[ordinal]! & FLAG_RESTRICTED_VIEW) === 0 ? [] : [text('sell.seat.restrictedView')]),
    ...((flags[ordinal]! & FLAG_AISLE) === 0 ? [] : [text('sell.seat.aisle')]),
  ];
}

/** What the first type costs at a level by the grid; null where it is not sold. */
export function basePriceMinor(
  event: Pick<EventMap['event'], 'types' | 'prices'>,
  priceLevelId: string,
): number | null {
  const base = event.types.find(({ position }) => position === 0);
  const cell = event.prices.find(
    (price) => price.priceLevelId === priceLevelId && price.ticketTypeId === base?.ticketTypeId,
  );
  return cell?.amountMinor ?? null;
}

/** 1 for each seat whose level costs no more than the limit. */
export function affordableMask({ columns, event, source }: EventMap, limitMinor: number): Uint8Array {
  const affordable = new Set(
    event.levels
      .filter(({ priceLevelId }) => (basePriceMinor(event, priceLevelId) ?? Infinity) <= limitMinor)
      .map(({ position }) => position),
  );
  const { level } = source.states();
  return Uint8Array.from({ length: columns.count }, (_, ordinal) => (affordable.has(level[ordinal]!) ? 1 : 0));
}
