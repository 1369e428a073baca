/** A map to choose seats on, with its legend; what is done with the chosen ones is its screen's business. */
import { type ReactNode, type Ref, useMemo, useState } from 'react';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import type { Area, Shape } from '../../src-shared/domain/seat-map/document.ts';
import { text } from '../../src-shared/text/text.ts';
import { Legend } from './Legend.tsx';
import type { SeatTheme } from './marks.ts';
import './SeatChooser.css';
import { pickIntoChoice } from './seat-choice.ts';
import type { SeatLayer } from './seat-layer.ts';
import type { SeatStateSource } from './seat-state-source.ts';
import { SeatMap } from './SeatMap.tsx';

export interface SeatChooserProps {
  readonly columns: SeatColumns;
  readonly shapes: readonly Shape[];
  readonly areas: readonly Area[];
  readonly source: SeatStateSource;
  readonly theme: SeatTheme;
  readonly label: string;
  readonly chosen: readonly number[];
  /** Left out where a map is only looked at. */
  readonly onChoose?: (ordinals: readonly number[]) => void;
  readonly onStory?: (ordinal: number) => void;
  /** Beside the seat's name in the card and for the ear: its category, hold, state. */
  readonly describe?: (ordinal: number) => string;
  /** Over the map's upper edge: what is being done. */
  readonly bar?: ReactNode;
  readonly ref?: Ref<SeatLayer | null>;
}

export function seatInWords(columns: SeatColumns, ordinal: number): string {
  return text('office.seat', {
    section: columns.sections[columns.section[ordinal] ?? 0]?.name ?? '',
    row: columns.rows[columns.row[ordinal] ?? 0]?.label ?? '',
    label: columns.labels[ordinal] ?? '',
  });
}

export function SeatChooser({ chosen, onChoose, describe, bar, label, ref, ...map }: SeatChooserProps) {
  const { columns, source, theme, shapes, areas, onStory } = map;
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const filter = useMemo(() => (shown.size > 0 ? { styles: shown } : null), [shown]);
  const detailOf = (ordinal: number) =>
    describe?.(ordinal) ?? theme.styles[theme.styleOf(ordinal, columns, source.states())]?.name ?? '';
  return (
    <div className="seat-chooser">
      {bar}
      <div className="seat-chooser-map">
        <SeatMap
          {...(ref ? { ref } : {})}
          columns={columns}
          shapes={shapes}
          areas={areas}
          source={source}
          theme={theme}
          selection={chosen}
          filter={filter}
          digitKeys="HOST"
          ariaLabel={label}
          describeSeat={(ordinal) => `${seatInWords(columns, ordinal)}, ${detailOf(ordinal)}`}
          onPick={(ordinals, how) => onChoose?.(pickIntoChoice(chosen, ordinals, how))}
          {...(onStory ? { onStory } : {})}
          renderHover={(ordinal) => (
            <div className="seat-chooser-card">
              <strong>{seatInWords(columns, ordinal)}</strong>
              <span>{detailOf(ordinal)}</span>
            </div>
          )}
        />
      </div>
      <Legend columns={columns} source={source} theme={theme} shown={shown} onShow={setShown} />
    </div>
  );
}
