/**
 * The seat map as every screen uses it: the seat layer with pointer, keyboard and screen reader. What a pick means, and
 * what a seat is called, is the screen's business.
 *
 * It is one focusable thing of role application, not a grid of elements: a house has thousands of seats, walked by
 * geometry, and a grid role would need an element for each or a lie about rows that are arcs. What the focus reaches is
 * said in a live region, in full, so that nothing rests on the picture.
 */
import { type ReactNode, type Ref, useContext, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { Area, Shape } from '../../src-shared/domain/seat-map/document.ts';
import { text } from '../../src-shared/text/text.ts';
import { FloorButtons } from './FloorButtons.tsx';
import { MapGlides } from './glide.ts';
import { HoverCard } from './HoverCard.tsx';
import type { SeatTheme } from './marks.ts';
import { Minimap } from './Minimap.tsx';
import { areaCount } from './paint-areas.ts';
import type { Ghost } from './paint-overlay.ts';
import type { Mark } from './seat-block.ts';
import type { PickHow } from './seat-gestures.ts';
import type { SeatLayer } from './seat-layer.ts';
import styles from './seat-map.module.css';
import type { SeatFilter } from './seat-scene.ts';
import type { SeatStateSource } from './seat-state-source.ts';
import { useSeatLayer } from './use-seat-layer.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

export interface SeatMapProps {
  /** Columns, shapes, areas and source are compared by identity: a new one is a new map. */
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
  readonly areas: readonly Area[];
  readonly source: SeatStateSource;
  readonly theme: SeatTheme;
  readonly mine?: readonly number[];
  readonly ghosts?: readonly Ghost[];
  readonly selection?: readonly number[];
  readonly filter?: SeatFilter | null;
  /** How many may still come into areas, by their id; an area that is not in it shows its capacity. */
  readonly areaFree?: ReadonlyMap<string, number> | null;
  readonly ariaLabel: string;
  /** All that is to be known of a seat in one breath: "Stalls, row F, seat 12, standard, 45.00, available". */
  describeSeat(ordinal: number): string;
  /** All but SEAT and LINE name every seat between, those already picked too. */
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

export function SeatMap({ ref, ...props }: SeatMapProps) {
  const { columns, shapes, areas, source, theme, describeSeat, renderHover, digitKeys = 'MAP' } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const keysId = useId();
  const areasId = useId();
  const [carded, setCarded] = useState(-1);
  const [said, setSaid] = useState('');

  const layer = useSeatLayer(frame, canvas, {
    columns,
    shapes,
    areas,
    source,
    theme,
    digitKeys,
    glides: useContext(MapGlides),
    pick: (ordinals, how) => props.onPick?.(ordinals, how),
    hover(ordinal) {
      setCarded(ordinal);
      props.onHover?.(ordinal === -1 ? null : ordinal);
    },
    story: (ordinal) => props.onStory?.(ordinal),
    announce(mark) {
      setCarded(mark.ordinals.length === 1 ? mark.ordinals[0]! : -1);
      setSaid(describeMark(mark, columns, describeSeat));
    },
    announceFloor(floor, focused) {
      setCarded(focused);
      const name = floor ?? text('seatLayer.allFloors');
      setSaid(focused === -1 ? name : `${name}. ${describeSeat(focused)}`);
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
      aria-describedby={`${keysId} ${areasId}`}
      tabIndex={0}
    >
      <div ref={canvas} className={styles['canvas']} aria-hidden="true" />
      <p id={keysId} className={styles['unseen']}>
        {text('seatLayer.keys')}
      </p>
      <p id={areasId} className={styles['unseen']}>
        {describeAreas(areas, props.areaFree ?? null)}
      </p>
      <p className={styles['unseen']} aria-live="polite" data-said>
        {said}
      </p>
      {columns.count === 0 && areas.length === 0 && <p className={styles['empty']}>{text('seatLayer.empty')}</p>}
      {layer !== null && carded >= 0 && carded < columns.count && renderHover !== undefined && (
        <HoverCard layer={layer} ordinal={carded}>
          {renderHover(carded)}
        </HoverCard>
      )}
      {layer !== null && (
        <>
          <FloorButtons layer={layer} />
          <Minimap layer={layer} />
          <ZoomButtons layer={layer} />
        </>
      )}
    </div>
  );
}

/** What the layer is told again whenever it changes. */
function useLayerProps(layer: SeatLayer | null, props: Omit<SeatMapProps, 'ref'>): void {
  const { mine = NO_SEATS, ghosts = NO_GHOSTS, selection = NO_SEATS, filter = null, areaFree = null } = props;
  useEffect(() => layer?.setMine(mine), [layer, mine]);
  useEffect(() => layer?.setGhosts(ghosts), [layer, ghosts]);
  useEffect(() => layer?.setSelection(selection), [layer, selection]);
  useEffect(() => layer?.setFilter(filter), [layer, filter]);
  useEffect(() => layer?.setAreaFree(areaFree), [layer, areaFree]);
}

const MARK_WORDS = {
  SEAT: 'seatLayer.run',
  RUN: 'seatLayer.run',
  BLOCK: 'seatLayer.block',
  ROW: 'seatLayer.wholeRow',
  SECTION: 'seatLayer.wholeSection',
} as const;

function describeMark(
  { how, ordinals }: Mark,
  columns: SeatColumns,
  describeSeat: (ordinal: number) => string,
): string {
  const [first, last] = [ordinals[0], ordinals.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (ordinals.length === 1) return describeSeat(first);
  const isTable = how === 'ROW' && columns.rows[columns.row[first]!]!.table !== undefined;
  return text(isTable ? 'seatLayer.wholeTable' : MARK_WORDS[how], {
    count: ordinals.length,
    rows: new Set(ordinals.map((ordinal) => columns.row[ordinal])).size,
    first: describeSeat(first),
    last: describeSeat(last),
  });
}

/** Areas are drawn and not walked: what the picture says of them is said here. */
function describeAreas(areas: readonly Area[], free: ReadonlyMap<string, number> | null): string {
  if (areas.length === 0) return '';
  const each = areas.map((area) => text('seatLayer.area', { name: area.name, count: areaCount(area, free) }));
  return text('seatLayer.areas', { areas: each.join('; ') });
}
