import { useCallback, useEffect, useState } from 'react';
import { useLocale } from 'react-aria-components';
import { nearMomentText } from './moment-text.ts';
import { useProgramState } from './use-program.ts';

/** Minutes are shown, and twice a minute is soon enough for them. */
const CLOCK_MS = 30_000;

/** The time, for as long as it is looked at. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The house's own time zone; UTC until it is known. */
export function useHouseZone(): string {
  return useProgramState((state) => state.house?.timeZone ?? 'UTC');
}

/** `18:04` today, `Sat 21 Nov 18:04` on another day, as the house's clocks show it. */
export function useWhen(): (at: number) => string {
  const { locale } = useLocale();
  const timeZone = useHouseZone();
  const now = useNow();
  return useCallback((at) => nearMomentText(at, now, timeZone, locale), [now, timeZone, locale]);
}
