/** What a scanned or typed text claims, and whether the claim is signed. */
import { checkTicketCode, parseTicketCode, type TicketVerifier } from '../tickets/code.ts';
import { parseShortSerial } from '../tickets/short-serial.ts';

export type ReadCode =
  | {
      readonly kind: 'SIGNED';
      readonly signature: 'VALID' | 'BAD' | 'UNKNOWN_KEY';
      readonly eventNumber: number;
      readonly serial: number;
      readonly generation: number;
    }
  /** A short serial, or a ticket picked from the list: no proof, so it is good only with the list. */
  | { readonly kind: 'LISTED'; readonly serial: number }
  | { readonly kind: 'UNREADABLE' };

export function readCode(scanned: string, verifier: TicketVerifier): ReadCode {
  const code = parseTicketCode(scanned);
  if (code.ok) {
    const { eventNumber, serial, generation } = code.value.fields;
    return { kind: 'SIGNED', signature: checkTicketCode(code.value, verifier), eventNumber, serial, generation };
  }
  const serial = parseShortSerial(scanned);
  return serial.ok ? { kind: 'LISTED', serial: serial.value } : { kind: 'UNREADABLE' };
}

/** The serial that may be looked up; null when nothing vouches for it. */
export function trustedSerial(code: ReadCode): number | null {
  if (code.kind === 'UNREADABLE') return null;
  return code.kind === 'LISTED' || code.signature === 'VALID' ? code.serial : null;
}
