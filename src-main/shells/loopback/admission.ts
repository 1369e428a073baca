/**
 * Who may open the socket: one-time tokens that stand in an address, and the keys they are exchanged for.
 *
 * 1. A token works once and for ten minutes; a key works until the program ends.
 * 2. Only digests are kept and compared, in constant time.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Timers } from '../../timers.ts';

export interface Admission {
  /** A new token for an address. */
  issueToken(): string;
  /** A key for a token, once; null when the token is unknown, used or old. */
  exchange(token: string): string | null;
  admits(key: string): boolean;
}

/** A person who copies the printed address into a browser needs a while; an address in a log must not open anything tomorrow. */
const tokenMs = 10 * 60_000;
/** Each is one tab. The oldest goes: nobody at one PC works in more, and nothing here may grow for ever. */
const rememberedMax = 64;

export function createAdmission(timers: Pick<Timers, 'now'>): Admission {
  const tokens: { digest: Buffer; untilMs: number }[] = [];
  const keys: Buffer[] = [];
  return {
    issueToken() {
      const token = randomSecret();
      tokens.push({ digest: digestOf(token), untilMs: timers.now() + tokenMs });
      if (tokens.length > rememberedMax) tokens.shift();
      return token;
    },
    exchange(token) {
      const digest = digestOf(token);
      const index = tokens.findIndex((issued) => timingSafeEqual(issued.digest, digest));
      const [issued] = index === -1 ? [] : tokens.splice(index, 1);
      if (!issued || issued.untilMs < timers.now()) return null;
      const key = randomSecret();
      keys.push(digestOf(key));
      if (keys.length > rememberedMax) keys.shift();
      return key;
    },
    admits(key) {
      const digest = digestOf(key);
      return keys.some((known) => timingSafeEqual(known, digest));
    },
  };
}

/** 256 bits, in characters an address and a subprotocol may hold. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function isSameSecret(left: string, right: string): boolean {
  return timingSafeEqual(digestOf(left), digestOf(right));
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
