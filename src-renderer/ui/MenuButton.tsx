import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover as AriaPopover } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import './choice.css';

export interface MenuEntry {
  readonly id: string;
  readonly name: string;
  readonly icon?: LucideIcon;
  readonly keyHint?: string;
  /** Why it cannot be done now; stands under its name. */
  readonly unavailable?: string | null;
  readonly tone?: 'plain' | 'danger';
}

export interface MenuButtonProps {
  readonly label: string;
  /** The Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (id: string) => void;
}

/** Further things to do with one thing. The first of them should have been a button. */
export function MenuButton({ label, trigger, entries, onChoose }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover className="ui-popover" offset={4}>
        <Menu className="ui-choices" aria-label={label} onAction={(key) => onChoose(String(key))}>
          {entries.map(({ icon: Icon, ...entry }) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.name}
              className="ui-choice"
              data-tone={entry.tone ?? 'plain'}
              isDisabled={Boolean(entry.unavailable)}
            >
              {Icon ? <Icon aria-hidden="true" strokeWidth={1.75} /> : <span />}
              <span className="ui-choice-text">{entry.name}</span>
              {entry.keyHint ? <Kbd keys={entry.keyHint} /> : null}
              {entry.unavailable ? <span className="ui-choice-detail">{entry.unavailable}</span> : null}
            </MenuItem>
          ))}
        </Menu>
      </AriaPopover>
    </MenuTrigger>
  );
}
