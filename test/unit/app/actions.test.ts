import { describe, expect, it } from 'vitest';
import { bindActions, createActionRegistry, type ActionTable } from '../../../src-renderer/app/actions/action.ts';
import { createLiveActions } from '../../../src-renderer/app/actions/live-actions.ts';
import { frameActions, type FrameContext } from '../../../src-renderer/app/frame-actions.ts';

interface Log {
  readonly done: string[];
  readonly reason?: string;
}

function table(scope: string, keysById: Readonly<Record<string, readonly string[]>>): ActionTable<Log> {
  return {
    scope,
    actions: Object.entries(keysById).map(([id, keys]) => ({
      id,
      label: 'ui.choose',
      keys,
      enabled: ({ reason }) => reason ?? true,
      run: ({ done }) => done.push(id),
    })),
  };
}

function press(key: string, code = key, held: { readonly ctrlKey?: boolean } = {}) {
  return { key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held };
}

describe('the registry', () => {
  it.each([
    ['two actions of one screen', [table('sell', { a: ['B'], b: ['B'] })]],
    ['two tables of one screen', [table('sell', { a: ['B'] }), table('sell', { b: ['B'] })]],
    ['a screen and the whole program', [table('global', { a: ['F1'] }), table('door', { b: ['F1'] })]],
    ['a part of a screen and the whole program', [table('sell.paying', { a: ['F1'] }), table('global', { b: ['F1'] })]],
    [
      'other spellings of one key',
      [table('sell', { a: ['Shift+Ctrl+K', 'F9'] }), table('sell', { b: ['Ctrl+Shift+K', 'F8'] })],
    ],
  ])('throws when %s claim one key', (_, tables) => {
    expect(() => createActionRegistry(tables)).toThrow(/both claim/);
  });

  it('throws when two actions have one id', () => {
    expect(() => createActionRegistry([table('sell', { a: ['B'] }), table('door', { a: ['C'] })])).toThrow(/called a/);
  });

  it('throws when a Ctrl key has no function key beside it', () => {
    expect(() => createActionRegistry([table('sell', { a: ['Ctrl+P'] })])).toThrow(/no function key/);
    expect(() => createActionRegistry([table('sell', { a: ['Ctrl+P', 'Shift+F9'] })])).not.toThrow();
  });

  it('lets two screens, and a part of a screen, have one key', () => {
    const tables = [
      table('sell', { a: ['Enter'] }),
      table('door', { b: ['Enter'] }),
      table('sell.paying', { c: ['Enter'] }),
    ];
    expect(createActionRegistry(tables).tables).toHaveLength(3);
  });

  it('takes the frame’s own table', () => {
    expect(() => createActionRegistry([frameActions])).not.toThrow();
  });
});

describe('actions on screen', () => {
  const everywhere = table('global', { keys: ['F1'] });
  const sell = table('sell', { finish: ['Enter'], best: ['B'] });
  const paying = table('sell.paying', { pay: ['Enter'] });

  function start(log: Log) {
    const live = createLiveActions(createActionRegistry([everywhere, sell, paying]));
    const offer = (owner: string, each: ActionTable<Log>) => {
      live.offer(owner, each, Object.values(bindActions(each, log)));
    };
    return { live, offer };
  }

  it('gives a key to the most particular scope, whatever came first', () => {
    const { live, offer } = start({ done: [] });
    offer('1', paying);
    offer('2', sell);
    offer('3', everywhere);
    expect(live.forKey(press('Enter'), 'page')?.id).toBe('pay');
    live.withdraw('1');
    expect(live.forKey(press('Enter'), 'page')?.id).toBe('finish');
    live.withdraw('2');
    expect(live.forKey(press('Enter'), 'page')).toBeNull();
    expect(live.forKey(press('F1'), 'field')?.id).toBe('keys');
  });

  it('replaces what a screen offered before', () => {
    const { live, offer } = start({ done: [] });
    offer('1', sell);
    offer('1', paying);
    expect(live.list().map(({ id }) => id)).toEqual(['pay']);
  });

  it('does what can be done, and keeps the reason of what cannot until the next', () => {
    const log: Log = { done: [] };
    const { live, offer } = start(log);
    offer('1', sell);
    live.offer('2', everywhere, Object.values(bindActions(everywhere, { ...log, reason: 'Not now.' })));
    const perform = (key: string, code: string) => {
      const action = live.forKey(press(key, code), 'page');
      if (action) live.perform(action);
    };
    perform('F1', 'F1');
    expect(log.done).toEqual([]);
    expect(live.store.getState().refused?.unavailable).toBe('Not now.');
    perform('b', 'KeyB');
    expect(log.done).toEqual(['best']);
    expect(live.store.getState().refused).toBeNull();
  });

  it('refuses a table nobody checked', () => {
    const { live } = start({ done: [] });
    expect(() => live.offer('1', table('door', { x: ['X'] }), [])).toThrow(/not in the registry/);
  });
});

it('opens areas by place on the rail and says why one is shut', () => {
  const opened: string[] = [];
  const nothing = () => undefined;
  const context: FrameContext = {
    areas: ['sell', 'till'],
    events: [],
    undoLabel: null,
    openArea: (area) => opened.push(area),
    chooseEvent: nothing,
    findEvent: nothing,
    showKeys: nothing,
    showPalette: nothing,
    lock: nothing,
    undo: nothing,
  };
  const bound = bindActions(frameActions, context);
  expect(bound['frame.area.till'].keys).toEqual(['Ctrl+4', 'Shift+F4']);
  bound['frame.area.till'].run();
  expect(opened).toEqual(['till']);
  expect(bound['frame.area.door'].unavailable).toMatch(/Door/);
  expect(bound['frame.event.1'].unavailable).toMatch(/1/);
  expect(bound['frame.undo'].unavailable).not.toBeNull();
});
