/** The window's composition root. */
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '../src-shared/domain/result.ts';
import type { CallTable } from '../src-shared/contract/calls.ts';
import { createActionRegistry } from './app/actions/action.ts';
import { createProgram } from './app/program.ts';
import { ProgramRoot } from './app/ProgramRoot.tsx';
import { createRouter } from './app/router.ts';
import { sellStoreOf } from './features/sell/sell-store.ts';
import { ACTION_TABLES } from './app/screens.ts';
import { createBridge } from './bridge/bridge.ts';
import type { Topics } from './bridge/program-bridge.ts';
import { createPreloadTransport } from './bridge/preload-transport.ts';
import { browserPage, createWebSocketTransport } from './bridge/websocket-transport.ts';

async function startPage(): Promise<ReactNode> {
  // A look at every primitive in every state; the whole import falls away in a built program.
  if (import.meta.env.DEV && location.hash.startsWith('#gallery')) {
    const { galleryPage } = await import('./gallery/gallery-page.tsx');
    return galleryPage(location.hash);
  }
  const transport = window.parterre ? createPreloadTransport(window.parterre) : createWebSocketTransport(browserPage());
  const program = createProgram(createBridge<CallTable, Topics>(transport));
  // Baskets live as long as the program, not as long as their screen.
  sellStoreOf(program);
  void program.start();
  return (
    <ProgramRoot
      program={program}
      registry={createActionRegistry(ACTION_TABLES)}
      router={createRouter('sell')}
      locale="en-GB"
    />
  );
}

const place = document.getElementById('root');
assert(place, 'the page has no place for the program');
createRoot(place).render(<StrictMode>{await startPage()}</StrictMode>);
