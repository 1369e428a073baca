/** Actions in React: a screen offers its table, and gets it back bound for its buttons. */
import { createContext, useContext, useEffect, useId, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { assert } from '../../../src-shared/domain/result.ts';
import { bindActions, type ActionTable, type BoundAction, type BoundActions } from './action.ts';
import type { KeyPlace } from './keys.ts';
import type { LiveActions } from './live-actions.ts';

export const LiveActionsContext = createContext<LiveActions | null>(null);

export function useLiveActions(): LiveActions {
  const live = useContext(LiveActionsContext);
  assert(live, 'actions are used outside the frame');
  return live;
}

/**
 * Offers a screen's actions while it is mounted. `context` is what they work on; keep it the same object
 * (`useMemo`) while nothing in it changes.
 */
export function useActions<Context, Id extends string>(
  table: ActionTable<Context, Id>,
  context: Context,
): BoundActions<Id> {
  const live = useLiveActions();
  const owner = useId();
  const bound = useMemo(() => bindActions(table, context), [table, context]);
  // Before it is painted: a key that is shown works.
  useLayoutEffect(() => {
    live.offer(owner, table, Object.values<BoundAction>(bound));
  }, [live, owner, table, bound]);
  useLayoutEffect(() => () => live.withdraw(owner), [live, owner]);
  return bound;
}

/** The action last asked for that could not be done. */
export function useRefusedAction(): BoundAction | null {
  return useStore(useLiveActions().store, (state) => state.refused);
}

/** What a screen offers now, for the palette and the overlay of keys. */
export function useListedActions(): readonly BoundAction[] {
  const live = useLiveActions();
  const byOwner = useStore(live.store, (state) => state.byOwner);
  return useMemo(() => (byOwner.size > 0 ? live.list() : []), [live, byOwner]);
}

const FIELD =
  'input:not([type=button],[type=checkbox],[type=radio],[type=range]), textarea, select, [contenteditable=true]';
const CONTROL =
  'button, a[href], summary, input, [role=button], [role=tab], [role=option], [role=row], [role=gridcell]';
const OVERLAY = '[role=dialog], [role=alertdialog], [role=menu], .ui-popover';

/** Where a key came from, as far as actions care. */
function targetToKeyPlace(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(OVERLAY)) return 'overlay';
  if (target.closest(FIELD)) return 'field';
  if (target.closest('input[type=checkbox]')) return 'choice';
  return target.closest(CONTROL) ? 'control' : 'page';
}

/**
 * Listens for keys, after every control had its turn, and performs what they stand for. `before` sees each press
 * first and may keep it: the overlay of keys closes itself there.
 */
export function useActionKeys(before: (event: KeyboardEvent) => boolean): void {
  const live = useLiveActions();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (before(event)) return;
      const action = live.forKey(event, targetToKeyPlace(event.target));
      if (!action) return;
      // The key is ours even when it repeats or cannot be done, or a browser would print the page on Ctrl+P.
      event.preventDefault();
      if (!event.repeat) live.perform(action, event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [live, before]);
}
