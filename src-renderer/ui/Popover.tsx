import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';
import './Popover.css';

export interface PopoverProps {
  readonly label: string;
  /** The Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
}

/** Something small that belongs to a button and is put away with Esc or a click elsewhere. */
export function Popover({ label, trigger, children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="ui-popover" offset={4}>
        <AriaDialog className="ui-popover-body" aria-label={label}>
          {children}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
