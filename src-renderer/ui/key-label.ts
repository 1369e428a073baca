/** How a key is written on a button. Keys are spelled as in `app/actions/keys.ts`: `Ctrl+K`, `F2`, `Enter`. */
import { text } from '../../src-shared/text/text.ts';

const NAMED = {
  Ctrl: 'ui.key.Ctrl',
  Alt: 'ui.key.Alt',
  Shift: 'ui.key.Shift',
  Enter: 'ui.key.Enter',
  Escape: 'ui.key.Escape',
  Space: 'ui.key.Space',
  Backspace: 'ui.key.Backspace',
  Delete: 'ui.key.Delete',
  Tab: 'ui.key.Tab',
  Home: 'ui.key.Home',
  End: 'ui.key.End',
  PageUp: 'ui.key.PageUp',
  PageDown: 'ui.key.PageDown',
  ArrowUp: 'ui.key.ArrowUp',
  ArrowDown: 'ui.key.ArrowDown',
  ArrowLeft: 'ui.key.ArrowLeft',
  ArrowRight: 'ui.key.ArrowRight',
} as const;

function isNamed(part: string): part is keyof typeof NAMED {
  return part in NAMED;
}

/** A trailing plus is the plus key itself: `Ctrl++`. */
function keyToParts(key: string): string[] {
  return key.endsWith('+') ? [...key.slice(0, -1).split('+').filter(Boolean), '+'] : key.split('+');
}

/** As `aria-keyshortcuts` spells it (WAI-ARIA 1.2): `Ctrl+K` is `Control+K`, `Ctrl++` is `Control+Plus`. */
export function keyToAria(key: string): string {
  return keyToParts(key)
    .map((part) => (part === 'Ctrl' ? 'Control' : part === '+' ? 'Plus' : part))
    .join('+');
}

/** The caps of one key combination, in the order they are pressed: `Ctrl+K` gives `Ctrl`, `K`. */
export function keyToCaps(key: string): readonly string[] {
  return keyToParts(key).map((part) => (isNamed(part) ? text(NAMED[part]) : part));
}
