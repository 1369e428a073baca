/**
 * The house in a few centimetres with a booking's seats marked: where they sit at a glance. It is a picture only; the
 * seats stand beside it in words.
 */
import { useEffect, useRef } from 'react';
import { useEventMap } from '../../app/use-program.ts';
import { paintSeatThumb } from './paint-seat-thumb.ts';

export interface SeatThumbProps {
  readonly eventId: string;
  readonly ordinals: readonly number[];
}

const WIDTH = 208;
const HEIGHT = 112;

export function SeatThumb({ eventId, ordinals }: SeatThumbProps) {
  const { map } = useEventMap(eventId);
  const canvas = useRef<HTMLCanvasElement>(null);
  const key = ordinals.join();
  useEffect(() => {
    const element = canvas.current;
    if (!element || !map) return;
    const style = getComputedStyle(element);
    paintSeatThumb(element, map.columns, key === '' ? [] : key.split(',').map(Number), {
      width: WIDTH,
      height: HEIGHT,
      pixelRatio: devicePixelRatio,
      seat: style.getPropertyValue('--color-line-strong'),
      mine: style.getPropertyValue('--color-accent'),
      halo: style.getPropertyValue('--color-surface'),
    });
  }, [map, key]);
  return <canvas ref={canvas} className="booking-thumb" aria-hidden="true" width={WIDTH} height={HEIGHT} />;
}
