import { ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  ListBox,
  Popover as AriaPopover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { ChoiceItem, type Choice } from './ChoiceItem.tsx';
import { FieldFrame } from './FieldFrame.tsx';

export interface SelectProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly help?: string;
  readonly problem?: string | null;
  readonly placeholder?: string;
  readonly size?: 'compact' | 'regular';
  readonly isDisabled?: boolean;
}

/** One of a few known things. Typing its first letters chooses it; above about twelve use a ComboBox. */
export function Select({
  label,
  choices,
  value,
  onChange,
  help,
  problem = null,
  size = 'regular',
  ...rest
}: SelectProps) {
  return (
    <AriaSelect
      className="ui-field"
      data-size={size}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      placeholder={rest.placeholder ?? text('ui.choose')}
      isDisabled={rest.isDisabled ?? false}
      isInvalid={problem !== null}
    >
      <FieldFrame label={label} help={help} problem={problem}>
        <div className="ui-field-box">
          <AriaButton className="ui-select-button">
            <SelectValue className="ui-select-value">
              {({ isPlaceholder, defaultChildren }) =>
                isPlaceholder ? defaultChildren : choices.find((choice) => choice.id === value)?.name
              }
            </SelectValue>
            <ChevronDown aria-hidden="true" />
          </AriaButton>
        </div>
      </FieldFrame>
      <AriaPopover className="ui-popover" offset={4}>
        <ListBox className="ui-choices" items={choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </AriaPopover>
    </AriaSelect>
  );
}
