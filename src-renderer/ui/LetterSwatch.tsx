import './LetterSwatch.css';

export interface LetterSwatchProps {
  /** `#rrggbb` */
  readonly color: string;
  readonly letter: string;
  /** The letter's colour, legible on `color`. */
  readonly ink: string;
}

/** A category, level or hold as the map shows it: its letter on its colour. */
export function LetterSwatch({ color, letter, ink }: LetterSwatchProps) {
  return (
    <span className="ui-letter" style={{ background: color, color: ink }} aria-hidden="true">
      {letter}
    </span>
  );
}
