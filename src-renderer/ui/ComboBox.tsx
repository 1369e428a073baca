import { ChevronDown } from 'lucide-react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  Popover as AriaPopover,
} from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { ChoiceItem, type Choice } from './ChoiceItem.tsx';
import { FieldFrame } from './FieldFrame.tsx';

export interface ComboBoxProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly help?: string;
  readonly problem?: string | null;
  readonly placeholder?: string;
  readonly size?: 'compact' | 'regular';
}

/** One of many: typing narrows, arrows walk, Enter takes. */
export function ComboBox({
  label,
  choices,
  value,
  onChange,
  help,
  problem = null,
  size = 'regular',
  ...rest
}: ComboBoxProps) {
  return (
    <AriaComboBox
      className="ui-field"
      data-size={size}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      defaultItems={choices}
      isInvalid={problem !== null}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldFrame label={label} help={help} problem={problem}>
        <div className="ui-field-box">
          <Input className="ui-field-input" {...(rest.placeholder ? { placeholder: rest.placeholder } : {})} />
          <AriaButton className="ui-combo-button" aria-label={text('ui.showChoices')}>
            <ChevronDown aria-hidden="true" />
          </AriaButton>
        </div>
      </FieldFrame>
      <AriaPopover className="ui-popover" offset={4}>
        <ListBox<Choice>
          className="ui-choices"
          renderEmptyState={() => <div className="ui-choices-none">{text('ui.nothingFound')}</div>}
        >
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </AriaPopover>
    </AriaComboBox>
  );
}
