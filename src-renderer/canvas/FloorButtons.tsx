/** One floor of the house or all of them, where there is a choice. */
import { useSyncExternalStore } from 'react';
import { text } from '../../src-shared/text/text.ts';
import type { SeatLayer } from './seat-layer.ts';
import styles from './seat-map.module.css';

export function FloorButtons({ layer }: { readonly layer: SeatLayer }) {
  // The keyboard changes the floor too, and so does a seat that is to be shown.
  const shown = useSyncExternalStore(layer.onChange, layer.floor);
  if (layer.floors.length === 0) return null;
  return (
    <fieldset className={styles['floors']} aria-label={text('seatLayer.floors')} data-over-map="floors">
      {[null, ...layer.floors].map((floor) => (
        // Out of the tab order, as the zoom is: Shift with Page Up and Page Down does the same.
        <button
          key={floor ?? ''}
          type="button"
          tabIndex={-1}
          aria-pressed={floor === shown}
          onClick={() => layer.showFloor(floor)}
        >
          {floor ?? text('seatLayer.allFloors')}
        </button>
      ))}
    </fieldset>
  );
}
