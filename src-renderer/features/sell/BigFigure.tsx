import type { CSSProperties } from 'react';

/** The one figure the column is about: as large as it can be in the room there is, whatever it says. */

export interface BigFigureProps {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly tone?: 'plain' | 'change';
}

export function BigFigure({ label, value, unit, tone = 'plain' }: BigFigureProps) {
  return (
    <dl className="sell-figure" data-tone={tone}>
      <dt>
        {label} <span>{unit}</span>
      </dt>
      <dd style={{ '--sell-characters': value.length } as CSSProperties}>{value}</dd>
    </dl>
  );
}
