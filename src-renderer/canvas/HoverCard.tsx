/** Keeps what its caller renders beside a seat, out of the seat's way and inside the map, while the map moves under it. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { SeatLayer } from './seat-layer.ts';
import styles from './seat-map.module.css';

const GAP_PX = 14;
const EDGE_PX = 8;

export function HoverCard({
  layer,
  ordinal,
  children,
}: {
  readonly layer: SeatLayer;
  readonly ordinal: number;
  readonly children: ReactNode;
}) {
  const card = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const place = () => {
      if (card.current === null) return;
      const { offsetWidth, offsetHeight } = card.current;
      const seat = layer.placeOf(ordinal);
      const window = layer.window();
      // Above or below, never beside: the neighbours in the row are what the eye compares.
      const above = seat.y - seat.radius - GAP_PX - offsetHeight;
      const y = above >= EDGE_PX ? above : seat.y + seat.radius + GAP_PX;
      const x = Math.max(EDGE_PX, Math.min(window.width - offsetWidth - EDGE_PX, seat.x - offsetWidth / 2));
      card.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    };
    place();
    return layer.onFrame(place);
  });

  return (
    <div ref={card} className={styles['card']} data-over-map="card">
      {children}
    </div>
  );
}
