/** Pages for looking at: `#gallery`, `#gallery/frame`, `#gallery/sign-in`, `#gallery/override`, `#gallery/door`. Development only. */
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { DoorTheme } from './DoorTheme.tsx';
import { FakeFrame } from './FakeFrame.tsx';
import { FakeOverride } from './FakeOverride.tsx';
import { Gallery } from './Gallery.tsx';

export function galleryPage(hash: string): ReactNode {
  const [, page = '', locale = 'en-GB'] = hash.split('/');
  document.documentElement.dir = locale.startsWith('ar') ? 'rtl' : 'ltr';
  document.documentElement.lang = locale;
  if (page === 'frame') return <FakeFrame isSignedIn locale={locale} />;
  if (page === 'sign-in') return <FakeFrame isSignedIn={false} locale={locale} />;
  if (page === 'door') document.documentElement.dataset['theme'] = 'door';
  return (
    <I18nProvider locale={locale}>
      {page === 'override' ? <FakeOverride /> : page === 'door' ? <DoorTheme /> : <Gallery />}
    </I18nProvider>
  );
}
