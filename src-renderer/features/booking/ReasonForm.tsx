/** The frame of a panel that needs a reason: digits choose one, Enter does it, Esc goes back. */
import { useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ToggleChip } from '../../ui/ToggleChip.tsx';
import { reasonActions, type Reason } from './booking-actions.ts';

export interface ReasonFormProps {
  readonly title: string;
  /** Empty for an act that needs none. */
  readonly reasons: readonly Reason[];
  readonly children: ReactNode;
  /** What the button says. */
  readonly does: string;
  readonly tone: 'primary' | 'danger';
  /** Why it cannot be done now. */
  readonly unavailable?: string | null;
  /** Beside `unavailable`: the way out. */
  readonly remedy?: ReactNode;
  /** Does it once; an answer that is not null says what went wrong. */
  readonly onDo: (reason: string) => Promise<string | null>;
  readonly onClose: () => void;
}

const NOTE_LENGTH = 150;

function reasonText(reason: Reason | null, note: string): string {
  const words = reason === null ? '' : text(`booking.reason.${reason}`);
  if (words === '' || note === '') return words || note;
  return text('booking.reason.noted', { reason: words, note });
}

export function ReasonForm(props: ReasonFormProps) {
  const { title, reasons, children, does, tone, unavailable = null, onDo, onClose } = props;
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const context = useMemo(
    () => ({
      reasons,
      choose: (next: Reason) => {
        setReason(next);
        setProblem(null);
        // The next thing is to do it: Enter does.
        form.current?.querySelector<HTMLElement>('button[type=submit]')?.focus();
      },
      close: onClose,
    }),
    [reasons, onClose],
  );
  useActions(reasonActions, context);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || unavailable !== null) return;
    const words = reasonText(reason, note.trim());
    if (words === '' && reasons.length > 0) return setProblem(text('booking.reason.needed'));
    setBusy(true);
    const wrong = await onDo(words);
    setBusy(false);
    setProblem(wrong);
  };

  return (
    <form
      ref={form}
      className="booking-panel"
      aria-label={title}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <h3>{title}</h3>
      {children}
      {reasons.length > 0 ? (
        <fieldset className="booking-reasons">
          <legend>{text('booking.reason')}</legend>
          <div className="booking-reason-chips">
            {reasons.map((each, index) => (
              <ToggleChip
                key={each}
                isLit={reason === each}
                onChange={() => context.choose(each)}
                keyHint={String(index + 1)}
              >
                {text(`booking.reason.${each}`)}
              </ToggleChip>
            ))}
          </div>
          <TextField
            label={text('booking.reason.note')}
            value={note}
            onChange={setNote}
            maxLength={NOTE_LENGTH}
            size="compact"
          />
        </fieldset>
      ) : null}
      {unavailable !== null ? (
        <Message tone="warn" action={props.remedy}>
          {unavailable}
        </Message>
      ) : null}
      {problem ? <Message tone="bad">{problem}</Message> : null}
      <div className="booking-panel-foot">
        <Button onPress={onClose} keyHint="Escape">
          {text('booking.act.close')}
        </Button>
        <Button type="submit" tone={tone} keyHint="Enter" unavailable={unavailable} autoFocus={reasons.length === 0}>
          {does}
        </Button>
      </div>
    </form>
  );
}
