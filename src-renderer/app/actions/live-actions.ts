/** The actions that can be done on what is shown now. Screens put theirs in and take them out; keys and palette read them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { assert } from '../../../src-shared/domain/result.ts';
import type { ActionRegistry, ActionTable, BoundAction } from './action.ts';
import { isKeyFree, matchesKey, type KeyPlace, type KeyPress } from './keys.ts';

interface LiveState {
  readonly byOwner: ReadonlyMap<string, readonly BoundAction[]>;
  /** The action that was asked for and could not be done, until the next one is asked for. */
  readonly refused: BoundAction | null;
}

export interface LiveActions {
  readonly store: StoreApi<LiveState>;
  /** Puts in what one owner (a mounted screen) offers, in place of what it offered before. */
  readonly offer: (owner: string, table: ActionTable<never>, actions: readonly BoundAction[]) => void;
  readonly withdraw: (owner: string) => void;
  /** All that can be asked for now: the most particular scope first, what is everywhere last. */
  readonly list: () => readonly BoundAction[];
  readonly forKey: (press: KeyPress, place: KeyPlace) => BoundAction | null;
  /** Does it, or keeps it as refused so that its reason is shown. */
  readonly perform: (action: BoundAction, press?: KeyPress) => void;
  readonly forgetRefusal: () => void;
}

function scopeDepth(action: BoundAction): number {
  return action.scope === 'global' ? 0 : action.scope.split('.').length;
}

/** Serves the tables of one registry: an unregistered table is a bug, since nobody checked its keys. */
export function createLiveActions(registry: ActionRegistry): LiveActions {
  const store = createStore<LiveState>(() => ({ byOwner: new Map(), refused: null }));
  const list = () => {
    const all = [...store.getState().byOwner.values()].flat();
    return all.sort((left, right) => scopeDepth(right) - scopeDepth(left));
  };
  return {
    store,
    offer: (owner, table, actions) => {
      assert(registry.tables.includes(table), `the actions of ${table.scope} are not in the registry`);
      store.setState(({ byOwner }) => ({ byOwner: new Map(byOwner).set(owner, actions) }));
    },
    withdraw: (owner) => {
      store.setState(({ byOwner }) => {
        const rest = new Map(byOwner);
        rest.delete(owner);
        return { byOwner: rest };
      });
    },
    list,
    forKey: (press, place) =>
      list().find(({ combinations }) =>
        combinations.some((each) => matchesKey(each, press) && isKeyFree(each, place)),
      ) ?? null,
    perform: (action, press) => {
      store.setState({ refused: action.unavailable === null ? null : action });
      if (action.unavailable !== null) return;
      const pressed = press ? action.combinations.findIndex((each) => matchesKey(each, press)) : -1;
      action.run(action.keys[pressed] ?? null);
    },
    forgetRefusal: () => store.setState({ refused: null }),
  };
}
