import { CornerDownLeft, Delete } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { eventToPinKey, pinAfterKey, PIN_DIGITS_MAX, type PinKey } from './pin-entry.ts';
import { ToneMark } from './ToneMark.tsx';
import { useFocusAtStart } from './use-focus-at-start.ts';
import { withWesternDigits } from './western-digits.ts';
import './PinPad.css';

export interface PinPadProps {
  /** Whose PIN: said aloud with the pad. */
  readonly label: string;
  readonly pin: string;
  readonly onChange: (pin: string) => void;
  readonly onSubmit: () => void;
  /** Why the last PIN was not taken. */
  readonly problem?: string | null;
  /** Whole seconds until the next try; 0 when one may be made. */
  readonly waitSeconds?: number;
  readonly isChecking?: boolean;
  readonly takesFocus?: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** Places drawn before anything is typed: most PINs have four digits, and more are drawn as they come. */
const DOTS = 4;

type PinStateProps = Pick<Required<PinPadProps>, 'problem' | 'waitSeconds' | 'isChecking'>;

function PinState({ problem, waitSeconds, isChecking }: PinStateProps) {
  const waiting = waitSeconds > 0 ? text('ui.pin.wait', { seconds: waitSeconds }) : null;
  const words = isChecking ? text('ui.pin.checking') : [problem, waiting].filter(Boolean).join(' ');
  return (
    <p className="ui-pin-state" role="alert">
      {words && !isChecking ? <ToneMark tone={waiting ? 'warn' : 'bad'} /> : null}
      {words}
    </p>
  );
}

/**
 * A PIN by keyboard or touch. One field takes the keys; the buttons are for fingers, are not tab stops and leave
 * the focus in the field. The field is a password field so that it is not read aloud, and a one-time code so that
 * no browser keeps it.
 */
export function PinPad(props: PinPadProps) {
  const { label, pin, onChange, onSubmit, problem = null, waitSeconds = 0, isChecking = false } = props;
  const field = useFocusAtStart<HTMLInputElement>(props.takesFocus ?? false);
  const isShut = waitSeconds > 0 || isChecking;

  const press = (key: PinKey) => {
    if (isShut) return;
    if (key.kind !== 'enter') onChange(pinAfterKey(pin, key));
    else if (pin !== '') onSubmit();
  };
  const pressByKey = (event: KeyboardEvent) => {
    const key = eventToPinKey(event);
    // What empties an empty field may mean something to what stands around it: Esc closes a dialog.
    if (!key || (pin === '' && (key.kind === 'clear' || key.kind === 'back'))) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) press(key);
  };
  const keyProps = (key: PinKey) => ({ isDisabled: isShut, onPress: () => press(key) });

  return (
    <div className="ui-pin">
      <div className="ui-pin-entry" data-problem={problem !== null}>
        <input
          ref={field}
          className="ui-pin-field"
          type="password"
          inputMode="none"
          autoComplete="one-time-code"
          aria-label={text('ui.pin.of', { name: label })}
          aria-invalid={problem !== null}
          value={pin}
          onChange={(event) => {
            if (!isShut)
              onChange(withWesternDigits(event.currentTarget.value).replace(/\D/g, '').slice(0, PIN_DIGITS_MAX));
          }}
          onKeyDown={pressByKey}
        />
        {Array.from({ length: Math.max(DOTS, pin.length) }, (_, index) => (
          <span key={index} className="ui-pin-dot" data-filled={index < pin.length} aria-hidden="true" />
        ))}
      </div>
      <PinState problem={problem} waitSeconds={waitSeconds} isChecking={isChecking} />
      <div className="ui-pin-keys" dir="ltr">
        {DIGITS.map((digit) => (
          <PinButton key={digit} label={text('ui.pin.digit', { digit })} {...keyProps({ kind: 'digit', digit })}>
            {digit}
          </PinButton>
        ))}
        <PinButton label={text('ui.pin.back')} {...keyProps({ kind: 'back' })}>
          <Delete aria-hidden="true" strokeWidth={1.75} />
        </PinButton>
        <PinButton label={text('ui.pin.digit', { digit: '0' })} {...keyProps({ kind: 'digit', digit: '0' })}>
          0
        </PinButton>
        <PinButton label={text('ui.pin.enter')} {...keyProps({ kind: 'enter' })} isMain>
          <CornerDownLeft aria-hidden="true" strokeWidth={1.75} />
        </PinButton>
      </div>
    </div>
  );
}

interface PinButtonProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly isMain?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function PinButton({ label, isDisabled, isMain = false, onPress, children }: PinButtonProps) {
  return (
    <AriaButton
      className="ui-pin-key"
      data-main={isMain}
      aria-label={label}
      isDisabled={isDisabled}
      onPress={onPress}
      excludeFromTabOrder
      preventFocusOnPress
    >
      {children}
    </AriaButton>
  );
}
