import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTicketKeys } from '../../../src-main/keys.ts';

describe('ticket keys', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ticket-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = () => {
    const keys = openTicketKeys(folder);
    if (!keys.ok) throw new Error(keys.error.message);
    return keys.value;
  };

  test('a ticket signed today is valid after a restart, and its change of one byte is not', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const before = open();
    const signature = before.signer.sign(bytes);
    const after = open();
    expect(after.signer.keyId).toBe(before.signer.keyId);
    expect(after.verifier.verify(before.signer.keyId, bytes, signature)).toBe('VALID');
    expect(after.verifier.verify(before.signer.keyId, new Uint8Array([1, 2, 4]), signature)).toBe('BAD');
    expect(after.verifier.verify((before.signer.keyId + 1) % 65_536, bytes, signature)).toBe('UNKNOWN_KEY');
  });

  test.skipIf(process.platform === 'win32')(
    'only the owner may read the file, also after somebody opened it up',
    () => {
      open();
      const path = join(folder, 'ticket-keys.json');
      expect(statSync(path).mode & 0o777).toBe(0o600);
      chmodSync(path, 0o644);
      open();
      expect(statSync(path).mode & 0o777).toBe(0o600);
    },
  );

  test.each([
    '',
    '{',
    '{"format":2,"current":1,"keys":[]}',
    '{"format":1,"current":1,"keys":[{"keyId":1,"privateKey":"AAAA"}]}',
  ])('a damaged file (%j) is named and left as it is', (content) => {
    const path = join(folder, 'ticket-keys.json');
    writeFileSync(path, content);
    expect(openTicketKeys(folder)).toMatchObject({ ok: false, error: { code: 'TICKET_KEYS_DAMAGED', data: { path } } });
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  test('a folder that is not there is an error in words', () => {
    const keys = openTicketKeys(join(folder, 'missing'));
    expect(keys).toMatchObject({ ok: false, error: { code: 'TICKET_KEYS_UNREADABLE' } });
  });
});
