/** A house's ticket keys, the same on every run. */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { createTicketVerifier } from '../../src-main/keys.ts';
import type { TicketSigner } from '../../src-shared/domain/tickets/code.ts';

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const PKCS8_HEAD = '302e020100300506032b657004220420';

function keyOf(seed: number) {
  return createPrivateKey({
    key: Buffer.concat([Buffer.from(PKCS8_HEAD, 'hex'), Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });
}

function signerOf(keyId: number, seed: number): TicketSigner {
  return { keyId, sign: (bytes) => new Uint8Array(sign(null, bytes, keyOf(seed))) };
}

const KEY_ID = 7;

export const testSigner = signerOf(KEY_ID, 1);
export const testVerifier = createTicketVerifier(new Map([[KEY_ID, createPublicKey(keyOf(1))]]));

/** Somebody else's: under our key's number, and under one that nobody here knows. */
export const forger = signerOf(KEY_ID, 2);
export const stranger = signerOf(KEY_ID + 1, 3);
