/**
 * The seat map as every screen uses it: the seat layer with pointer, keyboard and screen reader. What a pick means, and
 * what a seat is called, is the screen's business.
 *
 * It is one focusable thing of role application, not a grid of elements: a house has thousands of seats, walked by
 * geometry, and a grid role would need an element for each or a lie about rows that are arcs. What the focus reaches is
 * said in a live region, in full, so that nothing rests on the picture.
 */
import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { Shape } from '../../src-shared/domain/seat-map/document.ts';
import { text } from '../../src-shared/text/text.ts';
import { HoverCard } from './HoverCard.tsx';
import type { SeatTheme } from './marks.ts';
import type { Ghost } from './paint-overlay.ts';
import type { PickHow } from './seat-gestures.ts';
import type { SeatLayer } from './seat-layer.ts';
import styles from './seat-map.module.css';
import type { SeatFilter } from './seat-scene.ts';
import type { SeatStateSource } from './seat-state-source.ts';
import { useSeatLayer } from './use-seat-layer.ts';

export interface SeatMapProps {
  /** Columns, shapes and source are compared by identity: a new one is a new map. */
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
  readonly source: SeatStateSource;
  readonly theme: SeatTheme;
  readonly mine?: readonly number[];
  readonly ghosts?: readonly Ghost[];
  readonly selection?: readonly number[];
  readonly filter?: SeatFilter | null;
  readonly ariaLabel: string;
  /** All that is to be known of a seat in one breath: "Stalls, row F, seat 12, standard, 45.00, available". */
  describeSeat(ordinal: number): string;
  /** RUN names all of the run, those already picked too. */
  onPick?(ordinals: readonly number[], how: PickHow): void;
  onHover?(ordinal: number | null): void;
  /** Right click or the menu key: what happened to this seat? */
  onStory?(ordinal: number): void;
  /** The card beside the seat under the pointer or with the keyboard's focus. */
  renderHover?(ordinal: number): ReactNode;
  /** HOST when the screen around the map uses the digits: 0 does not show the whole map then. */
  readonly digitKeys?: 'MAP' | 'HOST';
  /** The layer itself, for a screen that leads the eye (reveal, zoomToSection) or adds Konva layers of its own. */
  readonly ref?: Ref<SeatLayer | null>;
}

const NO_SEATS: readonly number[] = [];
const NO_GHOSTS: readonly Ghost[] = [];
const ZOOM_STEP = 1.4;

export function SeatMap({ ref, ...props }: SeatMapProps) {
  const { columns, shapes, source, theme, describeSeat, renderHover, digitKeys = 'MAP' } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const keysId = useId();
  const [carded, setCarded] = useState(-1);
  const [said, setSaid] = useState('');

  const layer = useSeatLayer(frame, canvas, {
    columns,
    shapes,
    source,
    theme,
    digitKeys,
    pick: (ordinals, how) => props.onPick?.(ordinals, how),
    hover(ordinal) {
      setCarded(ordinal);
      props.onHover?.(ordinal === -1 ? null : ordinal);
    },
    story: (ordinal) => props.onStory?.(ordinal),
    announce(run) {
      setCarded(run.length === 1 ? run[0]! : -1);
      setSaid(describeRun(run, describeSeat));
    },
  });
  useImperativeHandle<SeatLayer | null, SeatLayer | null>(ref, () => layer, [layer]);
  useLayerProps(layer, props);

  return (
    <div
      ref={frame}
      className={styles['frame']}
      role="application"
      aria-roledescription={text('seatLayer.role')}
      aria-label={props.ariaLabel}
      aria-describedby={keysId}
      tabIndex={0}
    >
      <div ref={canvas} className={styles['canvas']} aria-hidden="true" />
      <p id={keysId} className={styles['unseen']}>
        {text('seatLayer.keys')}
      </p>
      <p className={styles['unseen']} aria-live="polite" data-said>
        {said}
      </p>
      {columns.count === 0 && <p className={styles['empty']}>{text('seatLayer.empty')}</p>}
      {layer !== null && carded >= 0 && carded < columns.count && renderHover !== undefined && (
        <HoverCard layer={layer} ordinal={carded}>
          {renderHover(carded)}
        </HoverCard>
      )}
      {layer !== null && <ZoomButtons layer={layer} />}
    </div>
  );
}

/** What the layer is told again whenever it changes. */
function useLayerProps(layer: SeatLayer | null, props: Omit<SeatMapProps, 'ref'>): void {
  const { mine = NO_SEATS, ghosts = NO_GHOSTS, selection = NO_SEATS, filter = null } = props;
  useEffect(() => layer?.setMine(mine), [layer, mine]);
  useEffect(() => layer?.setGhosts(ghosts), [layer, ghosts]);
  useEffect(() => layer?.setSelection(selection), [layer, selection]);
  useEffect(() => layer?.setFilter(filter), [layer, filter]);
}

function ZoomButtons({ layer }: { readonly layer: SeatLayer }) {
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

function describeRun(run: readonly number[], describeSeat: (ordinal: number) => string): string {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (run.length === 1) return describeSeat(first);
  return text('seatLayer.run', { count: run.length, first: describeSeat(first), last: describeSeat(last) });
}
