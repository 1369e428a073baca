import { describe, expect, test, vi } from 'vitest';
import { connectCore, coreLost, createHostClient, serveCore } from '../../../src-main/core-port.ts';
import type { HostAnswers } from '../../../src-main/host.ts';
import type { CallRequest, FromCore, Notice, ToCore } from '../../../src-shared/contract/wire.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { createFakeCore } from '../../support/fake-core.ts';
import { settle } from '../../support/fake-timers.ts';
import { createPortPair } from '../../support/port-pair.ts';

const request = (call: number, name: string, input: unknown = null): CallRequest => ({
  call,
  name,
  input,
  action: `action-${call}`,
  session: null,
});

function connected(answers: HostAnswers = {}) {
  const { left, right } = createPortPair<ToCore, FromCore>();
  const client = connectCore(left, answers);
  const core = createFakeCore(createHostClient(right));
  const served = serveCore(core, right);
  return { client, core, served };
}

describe('a core behind a port', () => {
  test('answers two windows that happen to use the same call number each with its own', async () => {
    const { client } = connected();
    const answers = await Promise.all([
      client.call(request(1, 'fake.echo', 'left')),
      client.call(request(1, 'fake.echo', 'right')),
    ]);
    expect(answers).toEqual([
      { call: 1, result: ok('left') },
      { call: 1, result: ok('right') },
    ]);
  });

  test('keeps the action id, the session and the override of a request', async () => {
    const { client, core } = connected();
    const sent = { ...request(4, 'fake.echo'), session: 's', override: { userId: 'u', pin: '1' } };
    await client.call(sent);
    expect(core.requests).toEqual([{ ...sent, call: 1 }]);
  });

  test('answers BUG when a handler throws, and goes on answering', async () => {
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { client } = connected();
    expect((await client.call(request(1, 'fake.throw'))).result).toMatchObject({ ok: false, error: { code: 'BUG' } });
    expect((await client.call(request(2, 'fake.echo', 5))).result).toEqual(ok(5));
    silenced.mockRestore();
  });

  test('answers every call that was waiting, and every later one, when the core is lost', async () => {
    const { client } = connected();
    const waiting = client.call(request(7, 'fake.hang'));
    client.lose(coreLost());
    expect(await waiting).toMatchObject({ call: 7, result: { ok: false, error: { code: 'CORE_LOST' } } });
    expect((await client.call(request(8, 'fake.echo'))).result).toMatchObject({ error: { code: 'CORE_LOST' } });
  });

  test('passes notices on until told to stop', async () => {
    const { client, core } = connected();
    const heard: Notice[] = [];
    const stop = client.on((notice) => heard.push(notice));
    core.announce({ topic: 'one', data: 1 });
    await settle();
    stop();
    core.announce({ topic: 'two', data: 2 });
    await settle();
    expect(heard).toEqual([{ topic: 'one', data: 1 }]);
  });

  test('asks the shell what only the shell can do', async () => {
    const printers = [{ name: 'laser', displayName: 'Laser' }];
    const { client } = connected({ 'list-printers': () => Promise.resolve(ok(printers)) });
    expect((await client.call(request(1, 'fake.printers'))).result).toEqual(ok(printers));
  });

  test('is told so when the shell cannot do what it is asked', async () => {
    const { client } = connected();
    expect((await client.call(request(1, 'fake.printers'))).result).toMatchObject({ error: { code: 'HOST_CANNOT' } });
  });

  test('is told why when the shell fails at what it is asked', async () => {
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { client } = connected({ 'list-printers': () => Promise.reject(new Error('spooler is off')) });
    const { result } = await client.call(request(1, 'fake.printers'));
    expect(result).toMatchObject({
      error: { code: 'HOST_FAILED', message: expect.stringContaining('spooler is off') },
    });
    silenced.mockRestore();
  });

  test('stops when told to', async () => {
    const { client, served } = connected();
    await client.stop();
    await expect(served).resolves.toBeUndefined();
  });
});
