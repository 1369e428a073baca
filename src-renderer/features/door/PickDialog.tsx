import type { ReactNode } from 'react';
import { Autocomplete, Input, Menu, SearchField } from 'react-aria-components';
import { Dialog } from '../../ui/Dialog.tsx';
import { useFocusAtStart } from '../../ui/use-focus-at-start.ts';
import '../../ui/choice.css';

export interface PickDialogProps {
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly maxLength: number;
  readonly onTake: (id: string) => void;
  /** Enter, with or without a marked line. */
  readonly onEnter?: (typed: string) => void;
  readonly onClose: () => void;
  /** Shown in the list's place while it has no line. */
  readonly empty: ReactNode;
  /** `MenuItem`s with ids. */
  readonly children: ReactNode;
  readonly message?: ReactNode;
}

/** One box and the lines under it. The box keeps the keys: arrows walk the lines, Enter takes the marked one. */
export function PickDialog(props: PickDialogProps) {
  const { title, label, placeholder, typed, onType, maxLength, onTake, onEnter, onClose, empty, children, message } =
    props;
  const box = useFocusAtStart<HTMLInputElement>(true);
  return (
    <Dialog title={title} isOpen onClose={onClose} size="wide">
      <div className="door-pick">
        <Autocomplete inputValue={typed} onInputChange={onType}>
          <SearchField
            aria-label={label}
            maxLength={maxLength}
            className="door-pick-box"
            {...(onEnter ? { onSubmit: onEnter } : {})}
          >
            <Input ref={box} className="door-pick-input" placeholder={placeholder} />
          </SearchField>
          {message}
          <Menu
            className="door-picks"
            aria-label={title}
            onAction={(key) => onTake(String(key))}
            renderEmptyState={() => <div className="door-pick-empty">{empty}</div>}
          >
            {children}
          </Menu>
        </Autocomplete>
      </div>
    </Dialog>
  );
}
