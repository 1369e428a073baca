import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus into the first field of what has just opened: the next thing to do there is to type. */
export function useFirstField<Element extends HTMLElement>(): RefObject<Element | null> {
  const place = useRef<Element>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  return place;
}
