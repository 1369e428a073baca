import { Minus, Plus } from 'lucide-react';
import {
  Button as AriaButton,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { FieldFrame } from './FieldFrame.tsx';
import './NumberField.css';

export interface NumberFieldProps extends Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  readonly label: string;
  readonly help?: string | undefined;
  readonly problem?: string | null | undefined;
  /** What is counted, behind the number: `seats`, `min`. */
  readonly unit?: string;
  readonly size?: 'compact' | 'regular';
}

/** A whole number with one more and one less; arrows and the wheel do the same. */
export function NumberField({ label, help, problem = null, unit, size = 'regular', ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} isInvalid={problem !== null} className="ui-field" data-size={size}>
      <FieldFrame label={label} help={help} problem={problem}>
        <Group className="ui-field-box">
          <Input className="ui-field-input" />
          {unit ? <span className="ui-field-unit">{unit}</span> : null}
          <AriaButton slot="decrement" className="ui-stepper" aria-label={text('ui.less')}>
            <Minus aria-hidden="true" />
          </AriaButton>
          <AriaButton slot="increment" className="ui-stepper" aria-label={text('ui.more')}>
            <Plus aria-hidden="true" />
          </AriaButton>
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
