import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { hearsKey } from './heard-key.tsx';
import { Kbd } from './Kbd.tsx';
import { Reason } from './Reason.tsx';
import './Button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  /** One `primary` a screen: the step that is right most of the time. `danger` takes something away from someone. */
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  /** `regular` is 44 px, what a clerk hits; `compact` is for dense bars in the office; `large` ends a sale. */
  readonly size?: 'compact' | 'regular' | 'large';
  readonly icon?: LucideIcon | undefined;
  /** The key that does the same, shown on the button. */
  readonly keyHint?: string | undefined;
  /** Why it cannot be done now. The button stays reachable, so that the reason can be read and heard. */
  readonly unavailable?: string | null | undefined;
  /** Pressed all the same: a finger sees no reason by hovering. */
  readonly onRefused?: (() => void) | undefined;
}

/** A button that shows its key. */
export function Button({
  children,
  tone = 'plain',
  size = 'regular',
  icon: Icon,
  keyHint,
  unavailable = null,
  onPress,
  onRefused,
  ...rest
}: ButtonProps) {
  const refused = unavailable !== null;
  const press = refused ? onRefused : onPress;
  return (
    <Reason reason={unavailable}>
      <AriaButton
        {...rest}
        {...(press ? { onPress: press } : {})}
        {...(refused
          ? { 'aria-disabled': true, 'aria-description': text('ui.unavailable', { reason: unavailable }) }
          : {})}
        {...hearsKey(keyHint)}
        className="ui-button"
        data-tone={tone}
        data-size={size}
      >
        {Icon ? <Icon className="ui-button-icon" aria-hidden="true" strokeWidth={1.75} /> : null}
        <span className="ui-button-label">{children}</span>
        {keyHint ? <Kbd keys={keyHint} /> : null}
      </AriaButton>
    </Reason>
  );
}
