import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTicketVerifier } from '../../../src-main/keys.ts';
import { bytesToCrockford, crockfordValue } from '../../../src-shared/domain/tickets/crockford.ts';
import {
  checkTicketCode,
  encodeTicketBody,
  parseTicketCode,
  signTicket,
  TICKET_CODE_LENGTH,
  ticketCodeText,
} from '../../../src-shared/domain/tickets/code.ts';
import type { TicketCodeFields, TicketSigner } from '../../../src-shared/domain/tickets/code.ts';

const keys = generateKeyPairSync('ed25519');
const signer: TicketSigner = { keyId: 7, sign: (bytes) => new Uint8Array(sign(null, bytes, keys.privateKey)) };
const verifier = createTicketVerifier(new Map([[7, keys.publicKey]]));

const fieldsArbitrary: fc.Arbitrary<Omit<TicketCodeFields, 'version' | 'keyId'>> = fc.record({
  eventNumber: fc.integer({ min: 0, max: 0xff_ff_ff_ff }),
  serial: fc.integer({ min: 0, max: 0xff_ff_ff_ff_ff_ff }),
  seatIndex: fc.option(fc.integer({ min: 0, max: 0xff_ff_fe }), { nil: null }),
  generation: fc.integer({ min: 0, max: 0xff_ff }),
  product: fc.integer({ min: 0, max: 0xff_ff }),
  gate: fc.integer({ min: 0, max: 0xff }),
});

const example = {
  eventNumber: 4711,
  serial: 0x12_34_56_78_9a_bc,
  seatIndex: 512,
  generation: 3,
  product: 0,
  gate: 0,
};

/** What a door would say of a text: only ADMITTED counts as passing. */
function judge(scanned: string): string {
  const parsed = parseTicketCode(scanned);
  return parsed.ok ? checkTicketCode(parsed.value, verifier) : parsed.error.code;
}

function decoded(scanned: string): Uint8Array {
  const parsed = parseTicketCode(scanned);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return Uint8Array.from([...parsed.value.body, ...parsed.value.signature]);
}

describe('ticket code T1', () => {
  test('what is signed is what is read back, and it is valid', () => {
    fc.assert(
      fc.property(fieldsArbitrary, (fields) => {
        const code = signTicket(fields, signer);
        expect(code).toHaveLength(TICKET_CODE_LENGTH);
        expect(code).toMatch(/^T1[0-9A-HJKMNP-TV-Z]{136}$/);
        const parsed = parseTicketCode(code);
        expect(parsed).toMatchObject({ ok: true, value: { fields: { ...fields, version: 1, keyId: 7 } } });
        expect(judge(code)).toBe('VALID');
      }),
      { numRuns: 500 },
    );
  });

  test('the body keeps its published layout, byte by byte', () => {
    const body = encodeTicketBody({ ...example, version: 1, keyId: 0x0102, product: 0x0506, gate: 9 });
    expect(Buffer.from(body).toString('hex')).toBe(
      '01' + '0102' + '00001267' + '123456789abc' + '000200' + '0003' + '0506' + '09',
    );
  });

  test('lower case, white space around, O for 0 and I or L for 1 change nothing', () => {
    const code = signTicket(example, signer);
    const confused = `  ${code
      .toLowerCase()
      .replaceAll('0', 'o')
      .replace(/1/g, (_, at: number) => (at % 2 ? 'l' : 'I'))}\r\n`;
    expect(Buffer.from(decoded(confused))).toEqual(Buffer.from(decoded(code)));
    expect(judge(confused)).toBe('VALID');
  });

  test('every single bit flipped in body or signature is refused', () => {
    const code = signTicket(example, signer);
    const whole = decoded(code);
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const flipped = Uint8Array.from(whole);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(judge(`T1${bytesToCrockford(flipped)}`), `bit ${bit}`).not.toBe('VALID');
    }
  });

  test('every single bit flipped in the text is refused, or spells the same code', () => {
    const code = signTicket(example, signer);
    const whole = Buffer.from(decoded(code));
    let refused = 0;
    for (let at = 0; at < code.length; at += 1)
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = code.slice(0, at) + String.fromCharCode(code.charCodeAt(at) ^ (1 << bit)) + code.slice(at + 1);
        const verdict = judge(flipped);
        if (verdict === 'VALID') expect(Buffer.from(decoded(flipped))).toEqual(whole);
        else refused += 1;
      }
    // A letter's bit 5 is its case, and P, Y … become 0, 9 only by more than one bit; the rest must all be refused.
    expect(refused).toBeGreaterThan(code.length * 6.5);
  });

  test('10,000 random mutations of valid codes are refused', () => {
    const codes = Array.from({ length: 20 }, (_, serial) => signTicket({ ...example, serial }, signer));
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.array(
          fc.record({
            kind: fc.constantFrom('replace', 'insert', 'remove', 'swap', 'cut'),
            at: fc.nat({ max: TICKET_CODE_LENGTH - 1 }),
            character: fc.oneof(
              fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
              fc.string({ minLength: 1, maxLength: 1 }),
            ),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (code, edits) => {
          let mutated = code;
          for (const { kind, at, character } of edits) {
            const [before, here, after] = [mutated.slice(0, at), mutated.charAt(at), mutated.slice(at + 1)];
            if (kind === 'replace') mutated = before + character + after;
            else if (kind === 'insert') mutated = before + character + here + after;
            else if (kind === 'remove') mutated = before + after;
            else if (kind === 'swap') mutated = before + after.charAt(0) + here + after.slice(1);
            else mutated = before;
          }
          const parsed = parseTicketCode(mutated);
          const same = parsed.ok && Buffer.from(decoded(mutated)).equals(Buffer.from(decoded(code)));
          if (!same) expect(judge(mutated)).not.toBe('VALID');
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test('says what is wrong: another code, a part of one, a bad character, a later version, an unknown key', () => {
    const code = signTicket(example, signer);
    expect(judge('4006381333931')).toBe('NOT_A_TICKET_CODE');
    expect(judge('')).toBe('NOT_A_TICKET_CODE');
    expect(parseTicketCode(code.slice(0, 100))).toMatchObject({
      error: { code: 'TICKET_CODE_DAMAGED', data: { length: 100, expected: 138 } },
    });
    expect(parseTicketCode(`${code.slice(0, 20)}U${code.slice(21)}`)).toMatchObject({
      error: { code: 'TICKET_CODE_DAMAGED', data: { at: 20 } },
    });
    const later = encodeTicketBody({ ...example, version: 1, keyId: 7 });
    later[0] = 2;
    expect(judge(ticketCodeText(later, new Uint8Array(64)))).toBe('TICKET_CODE_NEWER');
    expect(judge(signTicket(example, { ...signer, keyId: 8 }))).toBe('UNKNOWN_KEY');
  });

  test('a signature made over anything else with the same key is no ticket', () => {
    const body = encodeTicketBody({ ...example, version: 1, keyId: 7 });
    expect(judge(ticketCodeText(body, signer.sign(body)))).toBe('BAD');
  });

  test.each([
    ['eventNumber', 2 ** 32],
    ['serial', 2 ** 48],
    ['seatIndex', 0xff_ff_ff],
    ['generation', -1],
    ['gate', 1.5],
  ])('a %s of %d is refused, never cut to fit', (field, value) => {
    expect(() => encodeTicketBody({ ...example, version: 1, keyId: 7, [field]: value })).toThrow(field);
  });

  test('the alphabet reads each of its characters in both cases and nothing beyond its three confusions', () => {
    const read = Array.from({ length: 128 }, (_, point) => String.fromCharCode(point)).filter(
      (character) => crockfordValue(character) !== null,
    );
    expect(read.join('')).toBe('0123456789ABCDEFGHIJKLMNOPQRSTVWXYZabcdefghijklmnopqrstvwxyz');
    expect(crockfordValue('ß')).toBeNull();
  });
});
