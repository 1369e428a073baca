import {
  Input,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { FieldFrame } from './FieldFrame.tsx';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  readonly label: string;
  readonly help?: string | undefined;
  readonly problem?: string | null | undefined;
  readonly placeholder?: string;
  readonly size?: 'compact' | 'regular';
  /** A box of several lines, for notes and reasons. */
  readonly isLong?: boolean;
}

/** One line of text, or a box of several. */
export function TextField({
  label,
  help,
  problem = null,
  placeholder,
  size = 'regular',
  isLong = false,
  ...rest
}: TextFieldProps) {
  const placeholderProp = placeholder ? { placeholder } : {};
  return (
    <AriaTextField {...rest} isInvalid={problem !== null} className="ui-field" data-size={size}>
      <FieldFrame label={label} help={help} problem={problem}>
        <div className="ui-field-box">
          {isLong ? (
            <TextArea {...placeholderProp} className="ui-field-input" />
          ) : (
            <Input {...placeholderProp} className="ui-field-input" />
          )}
        </div>
      </FieldFrame>
    </AriaTextField>
  );
}
