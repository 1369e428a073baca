import { Search, X } from 'lucide-react';
import { Button as AriaButton, Input, SearchField, type SearchFieldProps } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { Kbd } from './Kbd.tsx';
import './SearchBox.css';

export interface SearchBoxProps extends Omit<SearchFieldProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly label: string;
  /** What it takes: `Name, e-mail, phone, number or a scan`. */
  readonly placeholder: string;
  readonly keyHint?: string;
}

/** One box that takes anything. Enter searches at once, Esc empties it. */
export function SearchBox({ label, placeholder, keyHint, ...rest }: SearchBoxProps) {
  return (
    <SearchField {...rest} aria-label={label} className="ui-search">
      {({ isEmpty }) => (
        <>
          <Search className="ui-search-mark" aria-hidden="true" strokeWidth={1.75} />
          <Input className="ui-search-input" placeholder={placeholder} />
          {isEmpty && keyHint ? <Kbd keys={keyHint} /> : null}
          {isEmpty ? null : (
            <AriaButton className="ui-search-clear" aria-label={text('ui.clear')}>
              <X aria-hidden="true" />
            </AriaButton>
          )}
        </>
      )}
    </SearchField>
  );
}
