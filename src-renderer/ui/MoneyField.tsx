import { useState } from 'react';
import { Input, TextField as AriaTextField, useLocale } from 'react-aria-components';
import { FieldFrame } from './FieldFrame.tsx';
import { useFocusAtStart } from './use-focus-at-start.ts';
import { minorToText, textToMinor, type MoneyRules } from './money-text.ts';

export interface MoneyFieldProps {
  readonly label: string;
  /** Minor units; `null` while there is no amount. */
  readonly valueMinor: number | null;
  readonly currency: string;
  /** Called as the person types: the amount, or `null` while nothing is there that can be read. */
  readonly onChange: (valueMinor: number | null) => void;
  /** The largest amount that makes sense here. A card number typed by mistake is far above it. */
  readonly limitMinor?: number;
  readonly allowsNegative?: boolean;
  readonly help?: string;
  readonly problem?: string | null;
  readonly size?: 'compact' | 'regular';
  readonly isDisabled?: boolean;
  readonly takesFocus?: boolean;
}

/** Ten million in a currency of two decimals: above any sale, below any card number. */
const LIMIT_MINOR = 1_000_000_000;

/** An amount of money, typed in the way of any country and kept as minor units. What cannot be read stays as typed. */
export function MoneyField(props: MoneyFieldProps) {
  const { label, valueMinor, currency, onChange, help, problem = null, size = 'regular' } = props;
  const { locale } = useLocale();
  const field = useFocusAtStart<HTMLInputElement>(props.takesFocus ?? false);
  const [typed, setTyped] = useState<string | null>(null);
  const rules: MoneyRules = {
    currency,
    locale,
    limitMinor: props.limitMinor ?? LIMIT_MINOR,
    allowsNegative: props.allowsNegative ?? false,
  };
  const settled = valueMinor === null ? '' : minorToText(valueMinor, currency, locale);
  const reading = typed === null ? null : textToMinor(typed, rules);
  const readMinor = reading?.ok ? reading.value : null;
  // What was typed is shown only while the value is its own: a value set from outside wins.
  const isOwn = typed !== null && readMinor === valueMinor;
  const shownProblem = isOwn && reading && !reading.ok ? reading.error.message : problem;

  const change = (next: string) => {
    setTyped(next);
    const read = textToMinor(next, rules);
    onChange(read.ok ? read.value : null);
  };

  return (
    <AriaTextField
      className="ui-field"
      data-size={size}
      value={isOwn ? typed : settled}
      onChange={change}
      onBlur={() => setTyped((current) => (current !== null && textToMinor(current, rules).ok ? null : current))}
      isInvalid={shownProblem !== null}
      isDisabled={props.isDisabled ?? false}
      inputMode="decimal"
      autoComplete="off"
    >
      <FieldFrame label={label} help={help} problem={shownProblem}>
        <div className="ui-field-box">
          <Input
            ref={field}
            className="ui-field-input"
            data-align="end"
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
          <span className="ui-field-unit">{currency}</span>
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}
