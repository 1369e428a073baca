/**
 * The device's own ticket keys: Ed25519, made at first start and kept in one file of the data folder that only its
 * owner may read. A file that cannot be understood is never replaced: tickets signed with its key are in people's
 * pockets.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TicketSigner, TicketVerifier } from '../src-shared/domain/tickets/code.ts';
import { fail, ok } from '../src-shared/domain/result.ts';
import type { Result } from '../src-shared/domain/result.ts';
import { text } from '../src-shared/text/text.ts';

export const TICKET_KEYS_FILE = 'ticket-keys.json';

const keysFile = z.object({
  format: z.literal(1),
  /** The key new tickets are signed with. The others are read only, for tickets signed before a change of keys. */
  current: z.number().int(),
  keys: z.array(z.object({ keyId: z.number().int().min(0).max(0xff_ff), privateKey: z.string().min(1) })).min(1),
});
type KeysFile = z.infer<typeof keysFile>;

export interface TicketKeys {
  readonly signer: TicketSigner;
  readonly verifier: TicketVerifier;
}

/**
 * Opens the folder's ticket keys, making them at the first start.
 * Errors: TICKET_KEYS_UNREADABLE (the folder or file cannot be read or written), TICKET_KEYS_DAMAGED.
 */
export function openTicketKeys(folder: string): Result<TicketKeys> {
  const path = join(folder, TICKET_KEYS_FILE);
  let content: string;
  try {
    content = readOrCreate(path);
  } catch (error) {
    return fail('TICKET_KEYS_UNREADABLE', text('keys.unreadable', { path, reason: String(error) }), { path });
  }
  const privateKeys = new Map<number, KeyObject>();
  let file: KeysFile;
  try {
    file = keysFile.parse(JSON.parse(content));
    for (const { keyId, privateKey } of file.keys)
      privateKeys.set(
        keyId,
        createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }),
      );
  } catch {
    return fail('TICKET_KEYS_DAMAGED', text('keys.damaged', { path }), { path });
  }
  const signingKey = privateKeys.get(file.current);
  if (signingKey?.asymmetricKeyType !== 'ed25519')
    return fail('TICKET_KEYS_DAMAGED', text('keys.damaged', { path }), { path });
  return ok({
    signer: { keyId: file.current, sign: (bytes) => new Uint8Array(sign(null, bytes, signingKey)) },
    verifier: createTicketVerifier(new Map([...privateKeys].map(([keyId, key]) => [keyId, createPublicKey(key)]))),
  });
}

/** A verifier over known public keys: a door's own, or its parent's list. */
export function createTicketVerifier(publicKeyById: ReadonlyMap<number, KeyObject>): TicketVerifier {
  return {
    verify(keyId, bytes, signature) {
      const key = publicKeyById.get(keyId);
      if (!key) return 'UNKNOWN_KEY';
      return verify(null, bytes, key, signature) ? 'VALID' : 'BAD';
    },
  };
}

/** Two programs starting at once must end up with one key: the file is linked into place whole, and the first wins. */
function readOrCreate(path: string): string {
  try {
    chmodSync(path, 0o600);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const draft = `${path}.${process.pid}.new`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    writeSync(descriptor, JSON.stringify(newKeysFile()));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(path, 'utf8');
}

function newKeysFile(): KeysFile {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  // From the key itself, so that two devices that never met very likely have different ids.
  const keyId = createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest()
    .readUInt16BE(0);
  return {
    format: 1,
    current: keyId,
    keys: [{ keyId, privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') }],
  };
}
