import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { hearsKey } from './heard-key.tsx';
import { keyToCaps } from './key-label.ts';
import { Reason } from './Reason.tsx';
import './IconButton.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** Says what it does; shown on hover and focus, with the key. */
  readonly label: string;
  readonly keyHint?: string | undefined;
  readonly size?: 'compact' | 'regular';
}

/** A square button for a sign everybody knows: close, zoom, lock. Where there is room, use a Button with its word. */
export function IconButton({ icon: Icon, label, keyHint, size = 'regular', ...rest }: IconButtonProps) {
  return (
    <Reason reason={keyHint ? `${label}  ${keyToCaps(keyHint).join(' ')}` : label}>
      <AriaButton {...rest} {...hearsKey(keyHint)} aria-label={label} className="ui-icon-button" data-size={size}>
        <Icon aria-hidden="true" strokeWidth={1.75} />
      </AriaButton>
    </Reason>
  );
}
