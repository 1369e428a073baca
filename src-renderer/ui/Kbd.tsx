import { keyToCaps } from './key-label.ts';
import './Kbd.css';

/** A key combination as it stands on a button: `Ctrl` `K`. Screen readers get it from `aria-keyshortcuts` instead. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <kbd className="ui-kbd" aria-hidden="true">
      {keyToCaps(keys).map((cap) => (
        <span key={cap} className="ui-kbd-cap">
          {cap}
        </span>
      ))}
    </kbd>
  );
}
