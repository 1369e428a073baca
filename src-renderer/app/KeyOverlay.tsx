import { useLayoutEffect, useState } from 'react';
import { text } from '../../src-shared/text/text.ts';
import { Kbd } from '../ui/Kbd.tsx';
import type { BoundAction } from './actions/action.ts';
import './KeyOverlay.css';

interface PlacedKey {
  readonly action: BoundAction;
  /** Pixels from the window's top left, to the middle of the key's upper edge. */
  readonly left: number;
  readonly top: number;
}

/** Half of the widest key, so that none is cut off at the window's edge. */
const EDGE_PX = 44;

function placeKeys(actions: readonly BoundAction[]): readonly PlacedKey[] {
  return actions.flatMap((action) => {
    const button = document.querySelector(`[data-action="${CSS.escape(action.id)}"]`);
    const box = button?.getBoundingClientRect();
    const isSeen = box && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth;
    if (!isSeen) return [];
    // Over the key the button already shows, else across its lower edge, where it hides the least.
    const shown = button?.querySelector('.ui-kbd')?.getBoundingClientRect();
    const middle = shown ? shown.left + shown.width / 2 : box.left + box.width / 2;
    const left = Math.min(innerWidth - EDGE_PX, Math.max(EDGE_PX, middle));
    return [{ action, left, top: shown ? shown.top - 4 : box.bottom - 8 }];
  });
}

/** So many fit on a line. */
const KEYS_SHOWN = 5;

/** A row of digits or letters is told by its ends; null stands for what is between. */
function shownKeys(keys: readonly string[]): readonly (string | null)[] {
  return keys.length <= KEYS_SHOWN ? keys : [keys[0] ?? '', null, keys.at(-1) ?? ''];
}

function KeyList({ title, actions }: { readonly title: string; readonly actions: readonly BoundAction[] }) {
  if (actions.length === 0) return null;
  return (
    <section>
      <h2 className="app-keys-title">{title}</h2>
      <dl className="app-keys-list">
        {actions.map((action) => (
          <div key={action.id} className="app-keys-line" data-off={action.unavailable !== null}>
            <dt>{action.label}</dt>
            <dd>{shownKeys(action.keys).map((key) => (key === null ? '…' : <Kbd key={key} keys={key} />))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The keys of what is shown, each on its own button; those without a button in a list. The next key closes it. */
export function KeyOverlay({
  actions,
  onClose,
}: {
  readonly actions: readonly BoundAction[];
  readonly onClose: () => void;
}) {
  const [placed, setPlaced] = useState<readonly PlacedKey[]>([]);
  useLayoutEffect(() => {
    const place = () => setPlaced(placeKeys(actions.filter(({ keys }) => keys.length > 0)));
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [actions]);

  const onButtons = new Set(placed.map(({ action }) => action.id));
  const rest = actions.filter(({ id, keys }) => keys.length > 0 && !onButtons.has(id));
  return (
    <div className="app-keys" role="presentation" onPointerDown={onClose}>
      {placed.map(({ action, left, top }) => (
        <span key={action.id} className="app-keys-cap" style={{ left, top }}>
          <Kbd keys={action.keys[0] ?? ''} />
        </span>
      ))}
      <div className="app-keys-card" role="note" aria-label={text('frame.keys')}>
        <p className="app-keys-hint">{text('frame.keys.close')}</p>
        <KeyList title={text('frame.keys.elsewhere')} actions={rest.filter(({ scope }) => scope !== 'global')} />
        <KeyList title={text('frame.keys.everywhere')} actions={rest.filter(({ scope }) => scope === 'global')} />
      </div>
    </div>
  );
}
