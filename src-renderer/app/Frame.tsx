import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { text } from '../../src-shared/text/text.ts';
import { Message } from '../ui/Message.tsx';
import {
  useActionKeys,
  useActions,
  useListedActions,
  useLiveActions,
  useRefusedAction,
} from './actions/use-actions.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { frameActions, type FrameContext } from './frame-actions.ts';
import {
  permittedAreas,
  type AreaRights,
  type FrameModel,
  type FrameServices,
  type SignedInUser,
} from './frame-model.ts';
import { KeyOverlay } from './KeyOverlay.tsx';
import { Rail } from './Rail.tsx';
import { useRoute, useRouter } from './router.ts';
import { TopLine } from './TopLine.tsx';
import './Frame.css';

export interface FrameProps {
  readonly model: FrameModel;
  readonly user: SignedInUser;
  readonly services: FrameServices;
  readonly areaRights: AreaRights;
  /** The screen of the current area. */
  readonly children: ReactNode;
}

type Overlay = 'keys' | 'palette' | null;

function useFrameContext(props: FrameProps, setOverlay: (overlay: Overlay) => void): FrameContext {
  const { user, services, areaRights } = props;
  const { events, undoLabel } = props.model;
  const router = useRouter();
  return useMemo(
    () => ({
      areas: permittedAreas(user.permissions, areaRights),
      events,
      undoLabel,
      openArea: router.open,
      chooseEvent: services.chooseEvent,
      findEvent: services.findEvent,
      showKeys: () => setOverlay('keys'),
      showPalette: () => setOverlay('palette'),
      lock: services.lock,
      undo: services.undo,
    }),
    [user.permissions, areaRights, events, undoLabel, router, services, setOverlay],
  );
}

/** The frame round every screen: rail, top line, keys, palette, and a screen that may fail alone. */
export function Frame(props: FrameProps) {
  const { model, user, services, children } = props;
  const [overlay, setOverlay] = useState<Overlay>(null);
  const context = useFrameContext(props, setOverlay);
  const actions = useActions(frameActions, context);
  const listed = useListedActions();
  const refused = useRefusedAction();
  const live = useLiveActions();
  const { area } = useRoute();
  // The overlay of keys goes with the next press, which still does its own work; F1 and Esc only close it.
  const beforeKey = useCallback(
    (event: KeyboardEvent) => {
      if (overlay === 'keys') {
        setOverlay(null);
        if (event.key === 'F1' || event.key === 'Escape') event.preventDefault();
      }
      return event.defaultPrevented;
    },
    [overlay],
  );
  useActionKeys(beforeKey);

  return (
    <div className="app-frame" data-rail={!model.hidesRail}>
      {model.hidesRail ? null : <Rail areas={context.areas} current={area} onOpen={context.openArea} />}
      <TopLine model={model} user={user} services={services} actions={actions} />
      <main className="app-screen">
        {refused?.unavailable ? (
          <Message tone="note" onDismiss={live.forgetRefusal}>
            {text('frame.refused', { label: refused.label, reason: refused.unavailable })}
          </Message>
        ) : null}
        <div className="app-screen-body">
          <ErrorBoundary key={area}>{children}</ErrorBoundary>
        </div>
      </main>
      {overlay === 'keys' ? <KeyOverlay actions={listed} onClose={() => setOverlay(null)} /> : null}
      {overlay === 'palette' ? (
        <CommandPalette actions={listed} search={services.search} onClose={() => setOverlay(null)} />
      ) : null}
    </div>
  );
}
