import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCore, type Core } from '../../src-main/core.ts';
import { openDataFolder, type DataFolder } from '../../src-main/data-folder.ts';

const HOUSE = {
  name: 'Theatre Royal',
  address: '1 High Street',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  receiptFooter: '',
  deviceName: 'Counter 1',
};

let path: string;
let folder: DataFolder;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'parterre-'));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

async function open(): Promise<Core> {
  const opened = openDataFolder(path, null);
  if (!opened.ok) throw new Error(opened.error.message);
  folder = opened.value;
  const core = await createCore({ folder, setUp: HOUSE });
  if (!core.ok) throw new Error(core.error.message);
  return core.value;
}

async function close(core: Core): Promise<void> {
  await core.stop();
  folder.release();
}

const OWNER = { id: 'system', name: 'Set up', role: 'OWNER' } as const;

describe('one installation', () => {
  test('a database that was lost comes back whole from the second journal', async () => {
    const core = await open();
    const created = await core.router.callAs(OWNER, 'person.create', { name: 'Ada', role: 'CLERK', pin: '2468' }, 'a1');
    expect(created).toMatchObject({ ok: true });
    await close(core);
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(path, `parterre.sqlite${suffix}`), { force: true });

    const again = await open();
    expect(again.replayed).toBe(3);
    const house = await again.call({ call: 1, name: 'session.house', input: {}, action: 'q', session: null });
    expect(house.result).toMatchObject({ ok: true, value: { people: [{ name: 'Ada' }] } });
    await close(again);
  });

  test('a wrong PIN is refused, the third in a row must wait, and the right one signs in', async () => {
    const core = await open();
    const created = await core.router.callAs(OWNER, 'person.create', { name: 'Ada', role: 'CLERK', pin: '2468' }, 'a1');
    const userId = (created as unknown as { value: { userId: string } }).value.userId;
    const signIn = async (pin: string) =>
      (await core.call({ call: 1, name: 'session.signIn', input: { userId, pin }, action: `s${pin}`, session: null }))
        .result;
    expect(await signIn('2468')).toMatchObject({ ok: true, value: { user: { name: 'Ada' } } });
    for (const pin of ['1111', '2222'])
      expect(await signIn(pin)).toMatchObject({ ok: false, error: { code: 'WRONG_PIN', data: { waitMs: 0 } } });
    expect(await signIn('3333')).toMatchObject({ ok: false, error: { code: 'WRONG_PIN' } });
    expect(await signIn('2468')).toMatchObject({ ok: false, error: { code: 'PIN_LOCKED' } });
    await close(core);
  });

  test('somebody who is not on the list is told so, in a house without people too', async () => {
    const core = await open();
    const me = await core.router.callAs(OWNER, 'session.me', {}, 'a1');
    expect(me).toMatchObject({ ok: false, error: { code: 'NO_SUCH_PERSON' } });
    await close(core);
  });

  test('a second copy of the program is refused the same folder', async () => {
    const core = await open();
    expect(openDataFolder(path, null)).toMatchObject({ ok: false, error: { code: 'DATA_FOLDER_IN_USE' } });
    await close(core);
    expect(openDataFolder(path, null)).toMatchObject({ ok: true });
  });

  test('a call without the right says who could allow it', async () => {
    const core = await open();
    await core.router.callAs(OWNER, 'person.create', { name: 'Mo', role: 'MANAGER', pin: '1357' }, 'a1');
    const refused = await core.router.callAs({ id: 'x', name: 'Ada', role: 'CLERK' }, 'person.list', {}, 'q');
    expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_PERMITTED', data: { people: [{ name: 'Mo' }] } } });
    await close(core);
  });
});
