/** Which area is shown, and what of it. There are no addresses: a counter is not browsed, and a reload starts at Sell. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { assert } from '../../src-shared/domain/result.ts';
import type { Area } from './area.ts';

export interface Route {
  readonly area: Area;
  /** Ids and modes, by the area's own names: `{ bookingId: '…' }`. */
  readonly params: Readonly<Record<string, string>>;
}

export interface Router {
  readonly store: StoreApi<Route>;
  readonly open: (area: Area, params?: Route['params']) => void;
}

export function createRouter(first: Area): Router {
  const store = createStore<Route>(() => ({ area: first, params: {} }));
  return { store, open: (area, params = {}) => store.setState({ area, params }) };
}

export const RouterContext = createContext<Router | null>(null);

export function useRouter(): Router {
  const router = useContext(RouterContext);
  assert(router, 'the router is used outside the frame');
  return router;
}

export function useRoute(): Route {
  return useStore(useRouter().store);
}
