/** A PIN being typed, sent and answered, with the wait after wrong ones counted down. */
import { useEffect, useState } from 'react';
import { eventToPinKey, pinAfterKey } from '../ui/pin-entry.ts';
import { pinWaitMs, type PinAnswer } from './frame-model.ts';

export interface PinEntry {
  readonly pin: string;
  readonly problem: string | null;
  readonly waitSeconds: number;
  readonly isChecking: boolean;
  readonly change: (pin: string) => void;
  readonly submit: () => void;
  /** For another person: forgets what was typed and what was wrong. */
  readonly clear: () => void;
}

/** `send` is asked once for each Enter; the next is possible when it has answered and its wait is over. */
export function usePin(send: (pin: string) => Promise<PinAnswer>): PinEntry {
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [waitSeconds, setWaitSeconds] = useState(0);
  const [isChecking, setChecking] = useState(false);

  useEffect(() => {
    if (waitSeconds <= 0) return;
    const timer = setTimeout(() => setWaitSeconds(waitSeconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);

  const ask = async () => {
    setChecking(true);
    try {
      const answer = await send(pin);
      setProblem(answer.ok ? null : answer.error.message);
      setWaitSeconds(answer.ok ? 0 : Math.ceil(pinWaitMs(answer.error) / 1000));
    } finally {
      // Also when asking itself broke: a pad that stays shut would lock everybody out.
      setChecking(false);
      setPin('');
    }
  };
  const submit = () => {
    if (!isChecking && waitSeconds === 0) void ask();
  };
  const change = (next: string) => {
    setPin(next);
    setProblem(null);
  };
  const clear = () => {
    setPin('');
    setProblem(null);
    setWaitSeconds(0);
  };
  return { pin, problem, waitSeconds, isChecking, change, submit, clear };
}

/** A key pressed beside the pad, on a name that was clicked. @returns whether it was one of the pad's */
export function pressPinKey(event: KeyboardEvent, entry: PinEntry): boolean {
  const key = eventToPinKey(event);
  if (!key || event.repeat) return false;
  // Without a PIN Enter belongs to whatever has the focus.
  if (key.kind === 'enter' && entry.pin === '') return false;
  if (key.kind === 'enter') entry.submit();
  else if (!entry.isChecking && entry.waitSeconds === 0) entry.change(pinAfterKey(entry.pin, key));
  return true;
}
