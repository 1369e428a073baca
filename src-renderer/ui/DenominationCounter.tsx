import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Group, useLocale } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import {
  countedMinor,
  textToPieces,
  withPieces,
  type Denomination,
  type DenominationCount,
} from './denomination-count.ts';
import { minorToText } from './money-text.ts';
import './DenominationCounter.css';

export interface DenominationCounterProps {
  readonly label: string;
  readonly currency: string;
  /** Largest first, notes before coins: the order a drawer is counted in. */
  readonly denominations: readonly Denomination[];
  readonly count: DenominationCount;
  readonly onChange: (count: DenominationCount) => void;
  /** Enter in the last field. */
  readonly onDone: () => void;
  readonly takesFocus?: boolean;
}

/** A drawer counted piece by piece. Enter walks down, arrows go both ways, the sum stands below. */
export function DenominationCounter(props: DenominationCounterProps) {
  const { label, currency, denominations, count, onChange, onDone, takesFocus = false } = props;
  const { locale } = useLocale();
  const fields = useRef<(HTMLInputElement | null)[]>([]);

  useEffect(() => {
    if (takesFocus) fields.current[0]?.focus();
  }, [takesFocus]);

  const walk = (event: KeyboardEvent, index: number) => {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = fields.current[index + step];
    if (next) next.focus();
    else if (event.key === 'Enter' && !event.repeat) onDone();
  };

  return (
    <Group className="ui-count" aria-label={label}>
      {denominations.map(({ valueMinor, kind }, index) => {
        const value = minorToText(valueMinor, currency, locale);
        const pieces = count[valueMinor];
        const isFirstOfKind = denominations[index - 1]?.kind !== kind;
        return (
          <label key={valueMinor} className="ui-count-row" data-first={isFirstOfKind}>
            <span className="ui-count-kind">
              {isFirstOfKind ? text(kind === 'NOTE' ? 'ui.denomination.notes' : 'ui.denomination.coins') : ''}
            </span>
            <span className="ui-count-value">{value}</span>
            <span aria-hidden="true">×</span>
            <input
              ref={(field) => {
                fields.current[index] = field;
              }}
              className="ui-count-pieces"
              inputMode="numeric"
              autoComplete="off"
              aria-label={text('ui.denomination.count', { value })}
              value={pieces ?? ''}
              onChange={(event) => onChange(withPieces(count, valueMinor, textToPieces(event.currentTarget.value)))}
              onKeyDown={(event) => walk(event, index)}
              onFocus={(event) => event.currentTarget.select()}
            />
            <span className="ui-count-sum">
              {pieces === undefined ? '' : minorToText(pieces * valueMinor, currency, locale)}
            </span>
          </label>
        );
      })}
      <output className="ui-count-total">
        <span>{text('ui.denomination.total')}</span>
        <span className="ui-count-total-value">
          {minorToText(countedMinor(denominations, count), currency, locale)} <small>{currency}</small>
        </span>
      </output>
    </Group>
  );
}
