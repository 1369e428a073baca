import type { ComponentProps } from 'react';
import './EntryGrid.css';

export interface EntryCellProps extends Omit<
  ComponentProps<'input'>,
  'className' | 'aria-label' | 'aria-invalid' | 'title' | 'onChange' | 'value'
> {
  /** Said aloud: `Stalls, Adult`. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with what is typed; shown on hover, said aloud, and listed by the screen. */
  readonly problem?: string | null;
  readonly align?: 'start' | 'end';
}

/** One box of a table that is typed into. Gaining the focus selects what is in it, so that typing replaces it. */
export function EntryCell({ label, value, onChange, problem = null, align = 'start', ...rest }: EntryCellProps) {
  return (
    <input
      autoComplete="off"
      {...rest}
      className="ui-entry-cell"
      data-align={align}
      aria-label={label}
      aria-invalid={problem !== null}
      {...(problem === null ? {} : { title: problem, 'aria-description': problem })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={(event) => {
        event.currentTarget.select();
        rest.onFocus?.(event);
      }}
    />
  );
}
