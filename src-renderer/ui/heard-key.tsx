/** A control's key for who cannot see it: screen readers read `aria-keyshortcuts`. */
import type { JSX } from 'react';
import { keyToAria } from './key-label.ts';

/**
 * What a library button of either kind needs to carry its key. The library keeps attributes it does not know off the
 * page; its `render` is where one may be added.
 */
export function hearsKey(keyHint: string | undefined) {
  if (keyHint === undefined) return {};
  return {
    render: (props: JSX.IntrinsicElements['button']) => <button {...props} aria-keyshortcuts={keyToAria(keyHint)} />,
  };
}
