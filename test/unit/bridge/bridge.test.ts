import { describe, expect, test } from 'vitest';
import { createBridge } from '../../../src-renderer/bridge/bridge.ts';
import { createListeners } from '../../../src-renderer/bridge/listeners.ts';
import { createPreloadTransport } from '../../../src-renderer/bridge/preload-transport.ts';
import { backOffMs, type Connection, type Transport } from '../../../src-renderer/bridge/transport.ts';
import { openMemoryShell } from '../../../src-main/shells/memory/memory-shell.ts';
import type { CallAnswer, CallRequest, Notice } from '../../../src-shared/contract/wire.ts';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { createFakeCore } from '../../support/fake-core.ts';
import { createFakeTimers, settle } from '../../support/fake-timers.ts';

interface Table {
  readonly 'fake.echo': { readonly input: unknown; readonly output: unknown };
  readonly 'fake.refuse': { readonly input: null; readonly output: null };
}

interface Topics {
  readonly fake: number;
}

/** A road whose answers the test writes one by one. */
function createScriptedTransport(answers: readonly CallAnswer['result'][]) {
  const notices = createListeners<Notice>();
  const changes = createListeners<Connection>();
  const requests: CallRequest[] = [];
  let connection: Connection = { kind: 'open' };
  const transport: Transport = {
    call(request) {
      const result = answers[requests.length] ?? fail('CORE_LOST', 'Lost.');
      requests.push(request);
      return Promise.resolve({ call: request.call, result });
    },
    onNotice: notices.add,
    connection: () => connection,
    onConnection: changes.add,
  };
  const become = (next: Connection): void => {
    connection = next;
    changes.tell(next);
  };
  return { transport, requests, notices, become };
}

function bridged(answers: readonly CallAnswer['result'][]) {
  const timers = createFakeTimers();
  const scripted = createScriptedTransport(answers);
  let actions = 0;
  const bridge = createBridge<Table, Topics>(scripted.transport, {
    newActionId: () => `action-${(actions += 1)}`,
    waiting: { after: timers.after, random: () => 0 },
  });
  return { ...scripted, bridge, timers };
}

const lost = fail('CORE_LOST', 'Lost.');

describe('the bridge', () => {
  test('is the same over a core in memory: values in, values out', async () => {
    const core = createFakeCore();
    const shell = openMemoryShell(core);
    const bridge = createBridge<Table, Topics>(createPreloadTransport(shell), { newActionId: () => 'a' });
    const heard: number[] = [];
    const stop = bridge.on('fake', (data) => heard.push(data));
    expect(await bridge.call('fake.echo', { n: 1 })).toEqual(ok({ n: 1 }));
    core.announce({ topic: 'fake', data: 3 });
    stop();
    core.announce({ topic: 'fake', data: 4 });
    expect(heard).toEqual([3]);
  });

  test('gives each call an action of its own and the session it is made in', async () => {
    const { bridge, requests } = bridged([ok(1), ok(2)]);
    await bridge.call('fake.echo', 1);
    bridge.setSession('s');
    await bridge.call('fake.echo', 2, { override: { userId: 'u', pin: '1234' } });
    expect(requests).toMatchObject([
      { call: 1, action: 'action-1', session: null, name: 'fake.echo', input: 1 },
      { call: 2, action: 'action-2', session: 's', override: { userId: 'u', pin: '1234' } },
    ]);
    expect(requests[0]).not.toHaveProperty('override');
  });

  test('repeats a call with the same action when the core was lost', async () => {
    const { bridge, requests, timers } = bridged([lost, lost, ok('done')]);
    const result = bridge.call('fake.echo', 1, { action: 'enter' });
    await timers.advance(1_000);
    expect(await result).toEqual(ok('done'));
    expect(requests.map(({ action }) => action)).toEqual(['enter', 'enter', 'enter']);
  });

  test('repeats at once when the core is back', async () => {
    const { bridge, notices } = bridged([lost, ok('done')]);
    const result = bridge.call('fake.echo', 1);
    await settle();
    notices.tell({ topic: 'core-lost', data: null });
    notices.tell({ topic: 'core-restarted', data: null });
    expect(await result).toEqual(ok('done'));
  });

  test('does not repeat what was refused', async () => {
    const { bridge, requests } = bridged([fail('SEAT_TAKEN', 'Taken.')]);
    expect(await bridge.call('fake.refuse', null)).toMatchObject({ error: { code: 'SEAT_TAKEN' } });
    expect(requests).toHaveLength(1);
  });

  test('says CORE_LOST after about half a minute of trying', async () => {
    const { bridge, requests, timers } = bridged([]);
    const result = bridge.call('fake.echo', 1);
    await timers.advance(40_000);
    expect(await result).toMatchObject({ error: { code: 'CORE_LOST' } });
    expect(requests).toHaveLength(19);
    expect(timers.waits()).toEqual([]);
  });

  test('makes one state of the road and the core, and says when to read again', () => {
    const { bridge, notices, become } = bridged([]);
    const seen: string[] = [];
    bridge.onConnection(({ kind }) => seen.push(kind));
    let resumed = 0;
    bridge.onResume(() => (resumed += 1));
    notices.tell({ topic: 'core-lost', data: null });
    notices.tell({ topic: 'core-restarted', data: null });
    become({ kind: 'lost' });
    become({ kind: 'open' });
    notices.tell({ topic: 'core-failed', data: { code: 'CORE_FAILED', message: 'No.' } });
    expect(seen).toEqual(['restarting', 'open', 'lost', 'open', 'failed']);
    expect(resumed).toBe(2);
    expect(bridge.connection()).toEqual({ kind: 'failed', error: { code: 'CORE_FAILED', message: 'No.' } });
    expect(bridge.connection()).toBe(bridge.connection());
  });

  test('the first time a road opens is no reason to read again', () => {
    const scripted = createScriptedTransport([]);
    scripted.become({ kind: 'connecting' });
    const bridge = createBridge<Table>(scripted.transport);
    let resumed = 0;
    bridge.onResume(() => (resumed += 1));
    scripted.become({ kind: 'open' });
    expect([bridge.connection().kind, resumed]).toEqual(['open', 0]);
  });
});

test('a wait doubles up to its longest, and chance takes off up to half', () => {
  const waits = [0, 1, 2, 3, 4, 5].map((attempt) => backOffMs(attempt, 100, 1_000, () => 0));
  expect(waits).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  expect(backOffMs(9, 100, 1_000, () => 0.999)).toBeGreaterThan(500);
});
