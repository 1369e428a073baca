import './Figure.css';

export interface FigureProps {
  readonly label: string;
  readonly value: string;
  /** Quieter, behind the value: a currency, `of 4`. */
  readonly unit?: string;
  /** `largest` is the one figure a screen is about: the change to hand back. */
  readonly size?: 'regular' | 'large' | 'largest';
}

/** A number to be read at arm's length. Digits keep their places while it changes. */
export function Figure({ label, value, unit, size = 'regular' }: FigureProps) {
  return (
    <dl className="ui-figure" data-size={size}>
      <dt className="ui-figure-label">{label}</dt>
      <dd className="ui-figure-value">
        {value}
        {unit ? <span className="ui-figure-unit">{unit}</span> : null}
      </dd>
    </dl>
  );
}
