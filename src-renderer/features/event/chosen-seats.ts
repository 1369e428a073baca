/** What stands on the seats that are chosen, so that a screen knows what can be done with them. */
import type { EventDetail, HoldView } from '../../../src-shared/contract/event.ts';
import { SEAT_STATUSES, type SeatStates } from '../../../src-shared/domain/seat-map/columns.ts';

export interface ChosenSeats {
  readonly held: readonly number[];
  readonly blocked: readonly number[];
  /** Holds that chosen seats are held by, each once. */
  readonly holds: readonly HoldView[];
}

export function sortChosen(states: SeatStates, chosen: readonly number[], holds: EventDetail['holds']): ChosenSeats {
  const withStatus = (status: (typeof SEAT_STATUSES)[number]) => {
    const index = SEAT_STATUSES.indexOf(status);
    return chosen.filter((ordinal) => states.status[ordinal] === index);
  };
  const held = withStatus('HELD');
  const positions = new Set(held.map((ordinal) => (states.hold[ordinal] ?? 0) - 1));
  return { held, blocked: withStatus('BLOCKED'), holds: holds.filter((hold) => positions.has(hold.position)) };
}

/** A free letter for a new hold: the name's own first, else the first nobody has. */
export function letterFor(name: string, holds: EventDetail['holds']): string {
  const taken = new Set(holds.filter(({ status }) => status === 'ACTIVE').map(({ letter }) => letter.toUpperCase()));
  const own = [...name.toUpperCase()].filter((sign) => /\p{L}|\p{N}/u.test(sign));
  const all = [...own, ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return all.find((letter) => !taken.has(letter)) ?? '';
}
