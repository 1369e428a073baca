import { Check } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import './ColorChoice.css';

export interface ColorOption {
  /** `#rrggbb` */
  readonly color: string;
  /** A mark's colour, legible on it. */
  readonly ink: string;
  /** Said aloud: `Purple`. */
  readonly name: string;
}

export interface ColorChoiceProps {
  readonly label: string;
  readonly options: readonly ColorOption[];
  readonly value: string;
  readonly onChange: (color: string) => void;
  /** Only the colours; the label is said aloud. */
  readonly isLabelHidden?: boolean;
}

/** One of a few colours that can be told apart. The chosen one carries a tick. */
export function ColorChoice({ label, options, value, onChange, isLabelHidden = false }: ColorChoiceProps) {
  return (
    <RadioGroup
      className="ui-field ui-colors"
      value={value}
      onChange={onChange}
      orientation="horizontal"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className="ui-field-label">{label}</Label>}
      <div className="ui-colors-row">
        {options.map(({ color, ink, name }) => (
          <Radio
            key={color}
            value={color}
            className="ui-color"
            aria-label={name}
            style={{ background: color, color: ink }}
          >
            {({ isSelected }) => (isSelected ? <Check aria-hidden="true" strokeWidth={3} /> : null)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
