import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Puts the focus on an element when it comes, before it is seen, where it is the one thing to do next. */
export function useFocusAtStart<Element extends HTMLElement>(takesFocus: boolean): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    if (takesFocus) element.current?.focus();
  }, [takesFocus]);
  return element;
}

/** The same for what stands inside, where a control of the library keeps its element to itself. */
export function useFocusInsideAtStart<Element extends HTMLElement>(selector: string | null): RefObject<Element | null> {
  const frame = useRef<Element>(null);
  useLayoutEffect(() => {
    if (selector !== null) frame.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [selector]);
  return frame;
}
