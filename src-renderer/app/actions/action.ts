/**
 * An action is data: what it is called, its keys, when it may be done and what it does. Buttons, keys, the palette
 * and the overlay of keys are all fed from it. Tables of actions are written beside their screens; the registry
 * holds them all and refuses two for one key.
 */
import type { LucideIcon } from 'lucide-react';
import { assert } from '../../../src-shared/domain/result.ts';
import { text, type TextKey } from '../../../src-shared/text/text.ts';
import { combinationToKey, isFunctionKey, keyToCombination, type Combination } from './keys.ts';

/** `global`, or a screen's: `sell`; a part of a screen adds to it and comes first: `sell.paying`. */
export type ActionScope = string;

export interface Action<Context, Id extends string = string> {
  /** Dotted, by scope: `sell.best`. Kept for ever: rebound keys are stored by it. */
  readonly id: Id;
  readonly label: TextKey;
  readonly labelValues?: Readonly<Record<string, string | number>>;
  readonly icon?: LucideIcon;
  /** Spelled as in `keys.ts`; the first is the one shown. A Ctrl key needs a function key beside it. */
  readonly keys: readonly string[];
  /** True, or why not now, in a sentence. */
  readonly enabled: (context: Context) => true | string;
  /** `key` is the one pressed, of those of the action; null when it was asked for by a button or the palette. */
  readonly run: (context: Context, key: string | null) => void;
}

export interface ActionTable<Context, Id extends string = string> {
  readonly scope: ActionScope;
  readonly actions: readonly Action<Context, Id>[];
}

/** An action with what it works on: ready for a button, a key or the palette. */
export interface BoundAction {
  readonly id: string;
  readonly scope: ActionScope;
  readonly label: string;
  readonly icon: LucideIcon | undefined;
  readonly keys: readonly string[];
  readonly combinations: readonly Combination[];
  /** Null when it can be done; else why not. */
  readonly unavailable: string | null;
  readonly run: (key?: string | null) => void;
}

export type BoundActions<Id extends string> = Readonly<Record<Id, BoundAction>>;

/** Gives a table its context. Enabled is asked once, here: a new context makes new bound actions. */
export function bindActions<Context, Id extends string>(
  table: ActionTable<Context, Id>,
  context: Context,
): BoundActions<Id> {
  const bound = table.actions.map((action): [Id, BoundAction] => {
    const enabled = action.enabled(context);
    return [
      action.id,
      {
        id: action.id,
        scope: table.scope,
        label: text(action.label, action.labelValues),
        icon: action.icon,
        keys: action.keys,
        combinations: action.keys.map(keyToCombination),
        unavailable: enabled === true ? null : enabled,
        run: (key = null) => action.run(context, key),
      },
    ];
  });
  return Object.fromEntries(bound) as BoundActions<Id>;
}

export interface ActionRegistry {
  readonly tables: readonly ActionTable<never>[];
}

function assertHasFunctionKey(id: string, keys: readonly string[]): void {
  const needsOne = keys.some((key) => keyToCombination(key).ctrl);
  assert(!needsOne || keys.some(isFunctionKey), `${id} has a Ctrl key but no function key, and a browser keeps some`);
}

/** True when both scopes can be on screen at once: the same, a part of the other, or everywhere. */
function areSeenTogether(left: ActionScope, right: ActionScope): boolean {
  return left === right || left === 'global' || right === 'global';
}

/**
 * All tables of the program, checked once: an id or a key that two actions seen together claim is a bug and throws.
 * A part of a screen (`sell.paying`) may take a key from its screen (`sell`), never from the whole program.
 */
export function createActionRegistry(tables: readonly ActionTable<never>[]): ActionRegistry {
  const ids = new Set<string>();
  const claims: { readonly scope: ActionScope; readonly key: string; readonly id: string }[] = [];
  for (const { scope, actions } of tables) {
    for (const { id, keys } of actions) {
      assert(!ids.has(id), `two actions are called ${id}`);
      ids.add(id);
      assertHasFunctionKey(id, keys);
      for (const key of keys.map((each) => combinationToKey(keyToCombination(each)))) {
        const other = claims.find((claim) => claim.key === key && areSeenTogether(claim.scope, scope));
        assert(!other, `${other?.id} and ${id} both claim ${key}`);
        claims.push({ scope, key, id });
      }
    }
  }
  return { tables };
}
