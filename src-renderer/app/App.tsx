import { memo, useCallback, useMemo, type ComponentType } from 'react';
import { I18nProvider } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { ActionRegistry } from './actions/action.ts';
import { createLiveActions } from './actions/live-actions.ts';
import { LiveActionsContext } from './actions/use-actions.ts';
import type { Area } from './area.ts';
import { Frame } from './Frame.tsx';
import { permittedAreas, type AreaRights, type FrameModel, type FrameServices } from './frame-model.ts';
import { RouterContext, useRoute, type Router } from './router.ts';
import { ScanWindow } from './scan/ScanWindow.tsx';
import { SignIn } from './SignIn.tsx';

export interface AppProps {
  /** A BCP 47 tag: how numbers, dates and the reading direction go. */
  readonly locale: string;
  readonly model: FrameModel;
  readonly services: FrameServices;
  readonly areaRights: AreaRights;
  /** Holds the frame's table and every screen's. */
  readonly registry: ActionRegistry;
  readonly router: Router;
  readonly screens: Readonly<Partial<Record<Area, ComponentType>>>;
}

// The frame is drawn again each second with the time; its screen is not.
const CurrentScreen = memo(function CurrentScreen({ screens }: Pick<AppProps, 'screens'>) {
  const { area } = useRoute();
  const Screen = screens[area];
  return Screen ? <Screen /> : <EmptyState title={text(`frame.area.${area}`)}>{text('frame.notYet')}</EmptyState>;
});

/** The window: providers, and either the frame with its screen or the question who is here. */
export function App({ locale, model, services, areaRights, registry, router, screens }: AppProps) {
  const live = useMemo(() => createLiveActions(registry), [registry]);
  const findsBookings = model.user && permittedAreas(model.user.permissions, areaRights).includes('bookings');
  const openBooking = useCallback((scanned: string) => router.open('bookings', { text: scanned }), [router]);
  return (
    <I18nProvider locale={locale}>
      <RouterContext value={router}>
        <LiveActionsContext value={live}>
          <ScanWindow fallback={findsBookings ? openBooking : null}>
            {model.user ? (
              <Frame model={model} user={model.user} services={services} areaRights={areaRights}>
                <CurrentScreen screens={screens} />
              </Frame>
            ) : (
              <SignIn
                houseName={model.houseName}
                people={model.people}
                lastUserId={model.lastUserId}
                signIn={services.signIn}
              />
            )}
          </ScanWindow>
        </LiveActionsContext>
      </RouterContext>
    </I18nProvider>
  );
}
