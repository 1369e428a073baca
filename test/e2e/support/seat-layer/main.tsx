/** The seat map alone in a window, on a made-up theatre: for the browser tests and for looking at. */
import '@fontsource-variable/inter';
import { StrictMode, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { MapGlides } from '../../../../src-renderer/canvas/glide.ts';
import { Legend } from '../../../../src-renderer/canvas/Legend.tsx';
import {
  createCategoryTheme,
  createHoldTheme,
  createLevelTheme,
  createOwnershipTheme,
  createStatusTheme,
  type SeatTheme,
} from '../../../../src-renderer/canvas/marks.ts';
import type { Ghost } from '../../../../src-renderer/canvas/paint-overlay.ts';
import type { SeatLayer } from '../../../../src-renderer/canvas/seat-layer.ts';
import { SeatMap, type SeatMapProps } from '../../../../src-renderer/canvas/SeatMap.tsx';
import { createSeatStateStore, type SeatStateStore } from '../../../../src-renderer/canvas/seat-state-source.ts';
import type { SeatColumns } from '../../../../src-shared/domain/seat-map/columns.ts';
import { compileColumns } from '../../../../src-shared/domain/seat-map/compile.ts';
import { areasOf } from '../../../../src-shared/domain/seat-map/plan-size.ts';
import { createCabaretHouse } from '../../../support/cabaret-house.ts';
import {
  createDemoStates,
  createDemoTheatre,
  createFreeStates,
  DEMO_HOLDS,
  DEMO_LEVELS,
} from '../../../support/demo-theatre.ts';
import { createIdentityTheme } from './identity-theme.ts';
import './harness.css';

export interface Harness {
  layer: SeatLayer | null;
  readonly columns: SeatColumns;
  readonly store: SeatStateStore;
  readonly picks: { readonly ordinals: readonly number[]; readonly how: string }[];
  readonly stories: number[];
  setGhosts(ghosts: readonly Ghost[]): void;
  setSelection(ordinals: readonly number[]): void;
  setAreaFree(free: ReadonlyMap<string, number>): void;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const parameters = new URLSearchParams(location.search);
const { columns, shapes, areas } = readHouse();
const store = createSeatStateStore(
  parameters.get('states') === 'free' ? createFreeStates(columns) : createDemoStates(columns),
);

function readHouse(): Pick<SeatMapProps, 'columns' | 'shapes' | 'areas'> {
  if (parameters.get('house') !== 'cabaret')
    return { ...createDemoTheatre(Number(parameters.get('seats') ?? 1200)), areas: [] };
  const document = createCabaretHouse();
  const broken = 'data:image/png;base64,AAAA';
  return {
    columns: compileColumns(document),
    shapes: document.shapes.map((shape) =>
      shape.kind === 'IMAGE' && parameters.get('picture') === 'broken' ? { ...shape, source: broken } : shape,
    ),
    areas: areasOf(document),
  };
}

const THEMES: Readonly<Record<string, () => SeatTheme>> = {
  STATUS: () => createStatusTheme(DEMO_HOLDS),
  LEVEL: () => createLevelTheme(DEMO_LEVELS, DEMO_HOLDS),
  HOLD: () => createHoldTheme(DEMO_HOLDS),
  OWNERSHIP: () => createOwnershipTheme(),
  CATEGORY: () => createCategoryTheme(DEMO_LEVELS),
  IDENTITY: () => createIdentityTheme(columns),
};

function describeSeat(ordinal: number): string {
  const section = columns.sections[columns.section[ordinal]!]!.name;
  const row = columns.rows[columns.row[ordinal]!]!.label;
  return `${section}, row ${row}, seat ${columns.labels[ordinal]}`;
}

function Screen() {
  const [theme] = useState(() => THEMES[parameters.get('theme') ?? 'LEVEL']!());
  const [mine, setMine] = useState<readonly number[]>([]);
  const [ghosts, setGhosts] = useState<readonly Ghost[]>([]);
  const [areaFree, setAreaFree] = useState<ReadonlyMap<string, number> | null>(null);
  const [selection, setSelection] = useState<readonly number[]>([]);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const filter = useMemo(() => (shown.size === 0 ? null : { styles: shown }), [shown]);
  const picks = useRef<Harness['picks']>([]);
  const stories = useRef<number[]>([]);

  function attach(layer: SeatLayer | null): void {
    window.harness = {
      layer,
      columns,
      store,
      picks: picks.current,
      stories: stories.current,
      setGhosts,
      setSelection,
      setAreaFree,
    };
  }

  return (
    <div className="screen">
      <div className="bar">The Winter’s Tale · tonight 19:30</div>
      <SeatMap
        ref={attach}
        columns={columns}
        shapes={shapes}
        areas={areas}
        areaFree={areaFree}
        source={store}
        theme={theme}
        mine={mine}
        ghosts={ghosts}
        selection={selection}
        filter={filter}
        ariaLabel="The Winter’s Tale, tonight 19:30"
        describeSeat={describeSeat}
        renderHover={(ordinal) => (
          <div className="seat-card">
            <strong>{describeSeat(ordinal)}</strong>
            <span>{theme.styles[theme.styleOf(ordinal, columns, store.states())]!.name} · 45.00</span>
          </div>
        )}
        onPick={(ordinals, how) => {
          picks.current.push({ ordinals, how });
          setMine((held) => (how === 'SEAT' ? toggled(held, ordinals[0]!) : [...new Set([...held, ...ordinals])]));
        }}
        onStory={(ordinal) => stories.current.push(ordinal)}
      />
      <div className="basket" />
      <div className="legend">
        {theme.key !== 'IDENTITY' && (
          <Legend
            columns={columns}
            source={store}
            theme={theme}
            mineCount={mine.length}
            shown={shown}
            onShow={setShown}
          />
        )}
      </div>
    </div>
  );
}

function toggled(held: readonly number[], ordinal: number): number[] {
  return held.includes(ordinal) ? held.filter((each) => each !== ordinal) : [...held, ordinal];
}

document.documentElement.style.fontSize = parameters.get('text') ?? '';
document.documentElement.style.setProperty('--basket', parameters.get('basket') ?? '0px');
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MapGlides value={parameters.get('glides') === 'yes'}>
      <Screen />
    </MapGlides>
  </StrictMode>,
);
