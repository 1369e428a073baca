/** A ticket as plain data: all that its printing needs, so that a queued print shows what was sold. */

export type TicketLayout = 'A4' | 'A4_FOUR_UP' | 'A6';

export interface TicketPaper {
  /** The signed text of the square code; a supplier's own code where the supplier issues it. */
  readonly code: string;
  /** Twelve characters, ungrouped: what Code 128 carries. */
  readonly shortSerial: string;
  /** For people: `TM-2026-001234`. */
  readonly number: string;
  readonly bookingNumber: string;
  readonly agency: { readonly name: string; readonly contact: string | null };
  readonly event: {
    readonly title: string;
    readonly subtitle: string | null;
    /** Epoch ms UTC, shown in `timeZone`. */
    readonly startsAt: number;
    readonly doorsAt: number | null;
    readonly timeZone: string;
  };
  readonly venue: { readonly name: string; readonly address: string | null };
  readonly place: {
    readonly section: string;
    /** Null where the place has no number: general admission. */
    readonly row: string | null;
    readonly seat: string | null;
    readonly floor: string | null;
    readonly entrance: string | null;
  };
  readonly restrictedView: boolean;
  readonly ticketType: string;
  readonly priceMinor: number;
  readonly currency: string;
  readonly holder: string | null;
  readonly terms: string;
  /** 0 for the first print; a reprint is copy 1, 2, … with the same code. */
  readonly copyNumber: number;
}
