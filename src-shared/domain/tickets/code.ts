/**
 * The signed code "T1" in a ticket's square code: which event, which ticket, which seat and which generation of it,
 * signed with Ed25519, so that a door tells it true with no network. It names no date: a postponed event's tickets
 * stay good.
 *
 * Body, 21 bytes, big-endian: version 1 | key 2 | event 4 | serial 6 | seat 3 | generation 2 | product 2 | gate 1.
 * Text: "T1" + Crockford Base32 of body + signature: 85 bytes are exactly 136 characters, so no bit is left over in
 * which two texts could mean one code. 138 characters of QR's alphanumeric mode are version 6 at level M (41 modules).
 *
 * 1. A text means at most one body and signature; any other bit is another code and fails its signature.
 * 2. This module neither signs nor trusts: a parsed code is a claim until a TicketVerifier says VALID.
 */
import { text } from '../../text/text.ts';
import { assert, fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { bytesToCrockford, crockfordValue, crockfordValuesToBytes } from './crockford.ts';

export interface TicketCodeFields {
  /** The layout of the body. This program writes and reads 1. */
  readonly version: 1;
  /** Which key signed, 16 bits. */
  readonly keyId: number;
  /** The event's short number, 32 bits: unique within the agency. */
  readonly eventNumber: number;
  /** The ticket's serial, 48 bits: unique within the agency. */
  readonly serial: number;
  /** The seat's ordinal in the event's map, or null for a place without a number. */
  readonly seatIndex: number | null;
  /** The generation of the seat this ticket was made for, 16 bits; the door admits the newest only. */
  readonly generation: number;
  /** What was bought, 16 bits: the door's table says which access zones it opens. 0 is the event's plain ticket. */
  readonly product: number;
  /** The gate or lane that owns its admission, 8 bits; 0 for any. */
  readonly gate: number;
}

/** A code as read: well formed, nothing more is known until its signature is checked. */
export interface TicketCode {
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
  readonly fields: TicketCodeFields;
}

export interface TicketSigner {
  readonly keyId: number;
  /** The 64 bytes of an Ed25519 signature over exactly these bytes. */
  sign(bytes: Uint8Array): Uint8Array;
}

export interface TicketVerifier {
  /** UNKNOWN_KEY is not a forgery: it may be a key this device has not heard of yet. */
  verify(keyId: number, bytes: Uint8Array, signature: Uint8Array): 'VALID' | 'BAD' | 'UNKNOWN_KEY';
}

const TICKET_CODE_PREFIX = 'T1';
const TICKET_BODY_BYTES = 21;
const TICKET_SIGNATURE_BYTES = 64;
/** 138. */
export const TICKET_CODE_LENGTH = TICKET_CODE_PREFIX.length + ((TICKET_BODY_BYTES + TICKET_SIGNATURE_BYTES) * 8) / 5;

/** Said before the body when signing, so that a signature made for anything else can never be a ticket's. */
const SIGNING_CONTEXT = Uint8Array.from('T1-ticket', (character) => character.charCodeAt(0));

const NO_SEAT = 0xff_ff_ff;

const FIELD_LIMITS = {
  keyId: 0xff_ff,
  eventNumber: 0xff_ff_ff_ff,
  serial: 0xff_ff_ff_ff_ff_ff,
  generation: 0xff_ff,
  product: 0xff_ff,
  gate: 0xff,
} as const;

/** The 21 bytes that are signed. A field out of its range is a bug of the caller and throws. */
export function encodeTicketBody(fields: TicketCodeFields): Uint8Array {
  for (const [name, limit] of Object.entries(FIELD_LIMITS)) {
    const value = fields[name as keyof typeof FIELD_LIMITS];
    assert(Number.isSafeInteger(value) && value >= 0 && value <= limit, `ticket code ${name} ${value} is out of range`);
  }
  const seat = fields.seatIndex ?? NO_SEAT;
  assert(
    Number.isSafeInteger(seat) && seat >= 0 && (seat < NO_SEAT || fields.seatIndex === null),
    `ticket code seatIndex ${seat} is out of range`,
  );
  const body = new Uint8Array(TICKET_BODY_BYTES);
  const view = new DataView(body.buffer);
  view.setUint8(0, fields.version);
  view.setUint16(1, fields.keyId);
  view.setUint32(3, fields.eventNumber);
  view.setUint16(7, Math.floor(fields.serial / 0x1_00_00_00_00));
  view.setUint32(9, fields.serial % 0x1_00_00_00_00);
  view.setUint8(13, seat >>> 16);
  view.setUint16(14, seat & 0xff_ff);
  view.setUint16(16, fields.generation);
  view.setUint16(18, fields.product);
  view.setUint8(20, fields.gate);
  return body;
}

/** What a signature is made over: the context, then the body. */
function ticketSigningBytes(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(SIGNING_CONTEXT.length + body.length);
  bytes.set(SIGNING_CONTEXT);
  bytes.set(body, SIGNING_CONTEXT.length);
  return bytes;
}

/** The text the square code carries. */
export function ticketCodeText(body: Uint8Array, signature: Uint8Array): string {
  assert(body.length === TICKET_BODY_BYTES, `a ticket body has ${TICKET_BODY_BYTES} bytes, not ${body.length}`);
  assert(
    signature.length === TICKET_SIGNATURE_BYTES,
    `a ticket signature has ${TICKET_SIGNATURE_BYTES} bytes, not ${signature.length}`,
  );
  const whole = new Uint8Array(TICKET_BODY_BYTES + TICKET_SIGNATURE_BYTES);
  whole.set(body);
  whole.set(signature, TICKET_BODY_BYTES);
  return TICKET_CODE_PREFIX + bytesToCrockford(whole);
}

/** Signs with the signer's own key, whatever the caller knows of keys. */
export function signTicket(fields: Omit<TicketCodeFields, 'version' | 'keyId'>, signer: TicketSigner): string {
  const body = encodeTicketBody({ ...fields, version: 1, keyId: signer.keyId });
  return ticketCodeText(body, signer.sign(ticketSigningBytes(body)));
}

/** Whether a parsed code was signed by a key the verifier knows. */
export function checkTicketCode(code: TicketCode, verifier: TicketVerifier): 'VALID' | 'BAD' | 'UNKNOWN_KEY' {
  return verifier.verify(code.fields.keyId, ticketSigningBytes(code.body), code.signature);
}

/**
 * Reads a scanned or typed code: either case, white space around it, O for 0, I or L for 1.
 * Errors: NOT_A_TICKET_CODE (something else was scanned), TICKET_CODE_DAMAGED (too short, too long or a character that
 * cannot stand there), TICKET_CODE_NEWER (made by a later program: not a forgery).
 */
export function parseTicketCode(scanned: string): Result<TicketCode> {
  const trimmed = scanned.trim();
  if (crockfordValue(trimmed.charAt(0)) !== crockfordValue('T') || crockfordValue(trimmed.charAt(1)) !== 1)
    return fail('NOT_A_TICKET_CODE', text('ticket.notATicketCode'));
  if (trimmed.length !== TICKET_CODE_LENGTH)
    return fail(
      'TICKET_CODE_DAMAGED',
      text('ticket.codeWrongLength', { length: trimmed.length, expected: TICKET_CODE_LENGTH }),
      { length: trimmed.length, expected: TICKET_CODE_LENGTH },
    );
  const values: number[] = [];
  for (let at = TICKET_CODE_PREFIX.length; at < trimmed.length; at += 1) {
    const value = crockfordValue(trimmed.charAt(at));
    if (value === null) return fail('TICKET_CODE_DAMAGED', text('ticket.codeWrongCharacter', { at: at + 1 }), { at });
    values.push(value);
  }
  const whole = crockfordValuesToBytes(values);
  const body = whole.slice(0, TICKET_BODY_BYTES);
  if (body[0] !== 1) return fail('TICKET_CODE_NEWER', text('ticket.codeNewer'), { version: body[0] });
  return ok({ body, signature: whole.slice(TICKET_BODY_BYTES), fields: decodeTicketBody(body) });
}

function decodeTicketBody(body: Uint8Array): TicketCodeFields {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const seat = view.getUint8(13) * 0x1_00_00 + view.getUint16(14);
  return {
    version: 1,
    keyId: view.getUint16(1),
    eventNumber: view.getUint32(3),
    serial: view.getUint16(7) * 0x1_00_00_00_00 + view.getUint32(9),
    seatIndex: seat === NO_SEAT ? null : seat,
    generation: view.getUint16(16),
    product: view.getUint16(18),
    gate: view.getUint8(20),
  };
}
