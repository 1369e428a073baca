/** The window's composition root. */
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert, fail } from '../src-shared/domain/result.ts';
import { text } from '../src-shared/text/text.ts';
import { createActionRegistry } from './app/actions/action.ts';
import { App } from './app/App.tsx';
import { AREA_RIGHTS } from './app/area-rights.ts';
import { frameActions } from './app/frame-actions.ts';
import { FRAME_BEFORE_CORE, type FrameServices } from './app/frame-model.ts';
import { createRouter } from './app/router.ts';

const nothing = () => undefined;

/** What the frame can ask for before it is joined to the core: nothing. */
const servicesBeforeCore: FrameServices = {
  signIn: async () => fail('NOT_STARTED', text('frame.signIn.noPeople.detail')),
  search: async () => [],
  lock: nothing,
  chooseEvent: nothing,
  findEvent: nothing,
  openExceptions: nothing,
  openPrintQueue: nothing,
  undo: nothing,
};

async function startPage(): Promise<ReactNode> {
  // A look at every primitive in every state; the whole import falls away in a built program.
  if (import.meta.env.DEV && location.hash.startsWith('#gallery')) {
    const { galleryPage } = await import('./gallery/gallery-page.tsx');
    return galleryPage(location.hash);
  }
  return (
    <App
      locale="en-GB"
      model={FRAME_BEFORE_CORE}
      services={servicesBeforeCore}
      areaRights={AREA_RIGHTS}
      registry={createActionRegistry([frameActions])}
      router={createRouter('sell')}
      screens={{}}
    />
  );
}

const place = document.getElementById('root');
assert(place, 'the page has no place for the program');
createRoot(place).render(<StrictMode>{await startPage()}</StrictMode>);
