import { Maximize, Minus, Plus } from 'lucide-react';
import { text } from '../../src-shared/text/text.ts';
import type { SeatLayer } from './seat-layer.ts';
import styles from './seat-map.module.css';

const ZOOM_STEP = 1.4;

export function ZoomButtons({ layer }: { readonly layer: SeatLayer }) {
  const buttons = [
    { name: text('seatLayer.zoomIn'), Icon: Plus, act: () => layer.zoomBy(ZOOM_STEP) },
    { name: text('seatLayer.zoomOut'), Icon: Minus, act: () => layer.zoomBy(1 / ZOOM_STEP) },
    { name: text('seatLayer.fit'), Icon: Maximize, act: () => layer.fit() },
  ];
  return (
    <div className={styles['zoom']} data-over-map="zoom">
      {buttons.map(({ name, Icon, act }) => (
        // Out of the tab order: the same is on +, - and 0, and a clerk tabbing on should leave the map at once.
        <button key={name} type="button" tabIndex={-1} aria-label={name} title={name} onClick={act}>
          <Icon size={18} strokeWidth={2} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
