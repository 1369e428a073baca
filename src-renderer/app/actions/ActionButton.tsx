import { Button, type ButtonProps } from '../../ui/Button.tsx';
import type { BoundAction } from './action.ts';
import { useLiveActions } from './use-actions.ts';

export interface ActionButtonProps extends Pick<ButtonProps, 'tone' | 'size'> {
  readonly action: BoundAction;
  /** Says more than the action's name: `Pay 90.00`. */
  readonly children?: string;
  /** Leaves the key to the overlay where buttons stand close. */
  readonly hidesKey?: boolean;
}

/** An action as a button, with its icon, its key and, when it cannot be done, its reason. */
export function ActionButton({ action, children, hidesKey = false, ...look }: ActionButtonProps) {
  const live = useLiveActions();
  return (
    <Button
      {...look}
      data-action={action.id}
      icon={action.icon}
      keyHint={hidesKey ? undefined : action.keys[0]}
      unavailable={action.unavailable}
      onPress={() => live.perform(action)}
      onRefused={() => live.perform(action)}
    >
      {children ?? action.label}
    </Button>
  );
}
