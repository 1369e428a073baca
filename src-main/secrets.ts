/** argon2id for PINs and passwords, SHA-256 for random tokens. */
import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { SecretHasher } from '../src-shared/core/access.ts';

/** OWASP's second choice (19 MiB, 2 passes): about 30 ms on a counter PC, so that a PIN is checked within a glance. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const secretHasher: SecretHasher = {
  hash: (secret) => hash(secret, COST),
  matches: (stored, secret) => verify(stored, secret),
  digest: (token) => createHash('sha256').update(token).digest('hex'),
};

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
