/** What the marks mean, how many seats have each, and, as each is a button, which of them to show. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { text } from '../../src-shared/text/text.ts';
import { countStyles, MINE, type SeatTheme } from './marks.ts';
import styles from './seat-map.module.css';
import type { SeatStateSource } from './seat-state-source.ts';
import { Swatch } from './Swatch.tsx';

export interface LegendProps {
  readonly columns: SeatColumns;
  readonly source: SeatStateSource;
  readonly theme: SeatTheme;
  /** How many are mine. Left out on screens where nothing is ever mine. */
  readonly mineCount?: number;
  /** Keys of the styles to show; empty shows all. */
  readonly shown: ReadonlySet<string>;
  onShow(shown: ReadonlySet<string>): void;
}

/**
 * A pick of one's own counts as in another basket until its sale has been read again. An entry for so long would run the
 * legend into one more line, and move the map under a hand about to click.
 */
const LASTING_MS = 500;

function useLasting(isSo: boolean): boolean {
  const [hasLasted, setHasLasted] = useState(isSo);
  useEffect(() => {
    const timer = setTimeout(() => setHasLasted(isSo), isSo ? LASTING_MS : 0);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && hasLasted;
}

export function Legend({ columns, source, theme, mineCount, shown, onShow }: LegendProps) {
  useSyncExternalStore(source.subscribe, source.version);
  const counts = countStyles(theme, columns, source.states());
  // Mine have a mark of their own; the others' are what is left.
  const reserved = theme.styles.findIndex(({ key }) => key === 'RESERVED');
  if (mineCount !== undefined && reserved >= 0) counts[reserved] = Math.max(0, counts[reserved]! - mineCount);
  const hasOthers = useLasting(reserved >= 0 && counts[reserved]! > 0);
  if (mineCount !== undefined && reserved >= 0 && !hasOthers) counts[reserved] = 0;
  // A filter that is on stays in sight at 0, so that it can be switched off.
  const entries = theme.styles.filter((style, i) => counts[i]! > 0 || shown.has(style.key));

  function toggle(key: string): void {
    const next = new Set(shown);
    if (!next.delete(key)) next.add(key);
    onShow(next);
  }

  return (
    <fieldset className={styles['legend']} aria-label={text('seatLayer.legend')}>
      {mineCount !== undefined && (
        <span className={styles['chip']} data-still>
          <Swatch style={MINE} />
          <span>{MINE.name}</span>
          <span className={styles['count']}>{mineCount}</span>
        </span>
      )}
      {entries.map((style) => {
        const count = counts[theme.styles.indexOf(style)]!;
        return (
          <button
            key={style.key}
            type="button"
            className={styles['chip']}
            aria-pressed={shown.has(style.key)}
            aria-label={text('seatLayer.legendEntry', { name: style.name, count })}
            onClick={() => toggle(style.key)}
          >
            <Swatch style={style} />
            <span>{style.name}</span>
            <span className={styles['count']}>{count}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
