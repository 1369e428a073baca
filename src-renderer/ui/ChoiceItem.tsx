import { Check } from 'lucide-react';
import { ListBoxItem } from 'react-aria-components';
import './choice.css';

/** One thing to choose in a Select or ComboBox. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** A second, quieter line. */
  readonly detail?: string;
  readonly isDisabled?: boolean;
}

/** A choice as a line of a list, with a tick when it is the chosen one. */
export function ChoiceItem({ choice }: { readonly choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.name} className="ui-choice" isDisabled={choice.isDisabled ?? false}>
      {({ isSelected }) => (
        <>
          {isSelected ? <Check aria-hidden="true" /> : <span />}
          <span className="ui-choice-text">{choice.name}</span>
          {choice.detail ? <span className="ui-choice-detail">{choice.detail}</span> : null}
        </>
      )}
    </ListBoxItem>
  );
}
