import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus on an element when it comes, where it is the one thing to do next. */
export function useFocusAtStart<Element extends HTMLElement>(takesFocus: boolean): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus();
  }, [takesFocus]);
  return element;
}
