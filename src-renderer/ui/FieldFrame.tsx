import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import './field.css';

export interface FieldFrameProps {
  readonly label: string;
  /** A sentence under the field that is there before anything goes wrong. */
  readonly help?: string | undefined;
  /** What is wrong with what was typed; what was typed stays. */
  readonly problem?: string | null | undefined;
  readonly children: ReactNode;
}

/** The inside of every field: label, box, then its problem or its help. For use within a field of the library. */
export function FieldFrame({ label, help, problem, children }: FieldFrameProps) {
  return (
    <>
      <Label className="ui-field-label">{label}</Label>
      {children}
      {help && !problem ? (
        <Text slot="description" className="ui-field-help">
          {help}
        </Text>
      ) : null}
      <FieldError className="ui-field-problem">
        <CircleAlert aria-hidden="true" />
        <span>{problem}</span>
      </FieldError>
    </>
  );
}
