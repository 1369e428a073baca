/** What a door's map says of the guest of a sold seat: a fold of the ticket's scans and its admission. */

export const ARRIVALS = ['EXPECTED', 'IN', 'SEEN_TWICE', 'WRONG_DOOR', 'TAKEN_BACK'] as const;
export type Arrival = (typeof ARRIVALS)[number];

export interface TicketAtDoors {
  readonly isInside: boolean;
  /** Let in once, whatever came after. */
  readonly wasIn: boolean;
  /** Scanned again while its bearer was in: there may be two of it. */
  readonly wasSeenTwice: boolean;
  /** Scanned at a door that lets in to another event. */
  readonly wasAtWrongDoor: boolean;
}

/**
 * By no clock, so that one set back hides nothing: a second scan is a fact of the evening and stays in sight for as long
 * as the guest is in; a wrong door matters until the right one has let the guest in.
 */
export function arrivalOf({ isInside, wasIn, wasSeenTwice, wasAtWrongDoor }: TicketAtDoors): Arrival {
  if (isInside) return wasSeenTwice ? 'SEEN_TWICE' : 'IN';
  if (wasIn) return 'TAKEN_BACK';
  return wasAtWrongDoor ? 'WRONG_DOOR' : 'EXPECTED';
}
