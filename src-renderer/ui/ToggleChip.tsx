import { Check, type LucideIcon } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { hearsKey } from './heard-key.tsx';
import { Kbd } from './Kbd.tsx';
import './ToggleChip.css';

export interface ToggleChipProps {
  readonly children: string;
  readonly isLit: boolean;
  readonly onChange: (isLit: boolean) => void;
  readonly icon?: LucideIcon;
  readonly keyHint?: string;
  /** Beside the word: how many it stands for. */
  readonly count?: number;
  /** A category's or hold's colour, `#rrggbb`; its letter stands on it. */
  readonly swatch?: { readonly color: string; readonly letter: string; readonly ink: string };
  readonly isDisabled?: boolean;
}

/** A wish or a filter that stays lit until it is put out. Lit shows a tick as well as a colour. */
export function ToggleChip({
  children,
  isLit,
  onChange,
  icon: Icon,
  keyHint,
  count,
  swatch,
  ...rest
}: ToggleChipProps) {
  return (
    <ToggleButton
      className="ui-chip"
      isSelected={isLit}
      onChange={onChange}
      isDisabled={rest.isDisabled ?? false}
      {...hearsKey(keyHint)}
    >
      {swatch ? (
        <span className="ui-chip-swatch" style={{ background: swatch.color, color: swatch.ink }} aria-hidden="true">
          {swatch.letter}
        </span>
      ) : null}
      {isLit && !swatch ? <Check aria-hidden="true" strokeWidth={2.5} /> : null}
      {!isLit && !swatch && Icon ? <Icon aria-hidden="true" strokeWidth={1.75} /> : null}
      <span>{children}</span>
      {count === undefined ? null : <span className="ui-chip-count">{count}</span>}
      {isLit && swatch ? <Check aria-hidden="true" strokeWidth={2.5} /> : null}
      {keyHint ? <Kbd keys={keyHint} /> : null}
    </ToggleButton>
  );
}
