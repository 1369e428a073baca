/** What the core tells the screens by itself, by topic. */
import type { TableName } from '../schema/schema.ts';

/** A table's name as commands and screens call it. */
export type { TableName };

/** Topic `event-seats`. `seats` is null when the whole event must be read again. */
export interface EventSeatsNotice {
  readonly eventId: string;
  readonly sequence: number;
  readonly seats: readonly SeatChange[] | null;
}

export interface SeatChange {
  readonly ordinal: number;
  readonly status: string;
  readonly ownership: string;
  readonly priceMinor: number | null;
  readonly priceLevelId: string | null;
  readonly holdId: string | null;
  readonly pinnedTo: string | null;
}

/** Topic `scans`: tickets that a door was just shown, whatever it said. */
export interface ScansNotice {
  readonly eventId: string;
  readonly ticketIds: readonly string[];
}

/** Topic `changed`: the tables a command touched. */
export interface ChangedNotice {
  readonly tables: readonly TableName[];
}
