import { Radio, RadioGroup } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import './Segmented.css';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly keyHint?: string | undefined;
}

export interface SegmentedProps<Id extends string> {
  /** Said aloud; the segments speak for themselves to the eye. */
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One of two or three ways to look at the same thing, all in sight. Arrows move between them. */
export function Segmented<Id extends string>({ label, segments, value, onChange }: SegmentedProps<Id>) {
  return (
    <RadioGroup
      className="ui-segmented"
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(id) => onChange(id as Id)}
    >
      {segments.map(({ id, name, keyHint }) => (
        <Radio key={id} value={id} className="ui-segment">
          <span>{name}</span>
          {keyHint ? <Kbd keys={keyHint} /> : null}
        </Radio>
      ))}
    </RadioGroup>
  );
}
