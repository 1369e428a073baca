/** Keeps what its caller renders beside a seat, out of the seat's way and inside the map, while the map moves under it. */
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { SeatLayer } from './seat-layer.ts';
import { placeCard } from './place-card.ts';
import styles from './seat-map.module.css';
import type { Bounds } from './view.ts';

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
      const element = card.current;
      if (element === null) return;
      // Its floor may go out of sight while the keyboard's focus stays on the seat.
      element.hidden = !layer.isShown(ordinal);
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const { x, y } = placeCard(layer.placeOf(ordinal), size, layer.window(), obstaclesAround(element));
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
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

/** What else stands over the map, in pixels from its corner. */
function obstaclesAround(card: HTMLElement): Bounds[] {
  const frame = card.parentElement!;
  const { left, top } = frame.getBoundingClientRect();
  return [...frame.querySelectorAll('[data-over-map]')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    if (element === card || box.width === 0) return [];
    return [{ left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top }];
  });
}
