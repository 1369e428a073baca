/** A style's disc and mark as the map draws them, for legends. */
import { useEffect, useRef } from 'react';
import type { SeatStyle } from './marks.ts';
import { paintSwatch } from './paint-seats.ts';
import styles from './seat-map.module.css';

const SIZE_PX = 20;

export function Swatch({ style }: { readonly style: SeatStyle }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (canvas.current === null || ctx === null || ctx === undefined) return;
    const ratio = globalThis.devicePixelRatio;
    canvas.current.width = Math.ceil(SIZE_PX * ratio);
    canvas.current.height = Math.ceil(SIZE_PX * ratio);
    ctx.scale(ratio, ratio);
    paintSwatch(ctx, style, SIZE_PX, getComputedStyle(canvas.current).fontFamily);
  }, [style]);
  return (
    <canvas ref={canvas} className={styles['swatch']} style={{ width: SIZE_PX, height: SIZE_PX }} aria-hidden="true" />
  );
}
