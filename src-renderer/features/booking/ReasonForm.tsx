/** The frame of a panel that needs a reason: digits choose one, Enter does it, Esc goes back. */
import { useMemo, useState, type FormEvent, type ReactNode, type RefObject } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ToggleChip } from '../../ui/ToggleChip.tsx';
import { closeOnEscape } from '../../ui/close-on-escape.ts';
import { useFocusInsideAtStart } from '../../ui/use-focus-at-start.ts';
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
const SUBMIT = 'button[type=submit]';

function reasonText(reason: Reason | null, note: string): string {
  const words = reason === null ? '' : text(`booking.reason.${reason}`);
  if (words === '' || note === '') return words || note;
  return text('booking.reason.noted', { reason: words, note });
}

function useReason(
  { reasons, unavailable = null, onDo, onClose }: ReasonFormProps,
  form: RefObject<HTMLFormElement | null>,
) {
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
        form.current?.querySelector<HTMLElement>(SUBMIT)?.focus();
      },
      close: onClose,
    }),
    [reasons, onClose, form],
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
  return { reason, choose: context.choose, note, setNote, problem, submit };
}

interface ReasonsProps extends Pick<ReturnType<typeof useReason>, 'reason' | 'choose' | 'note' | 'setNote'> {
  readonly reasons: readonly Reason[];
}

function Reasons({ reasons, reason, choose, note, setNote }: ReasonsProps) {
  return (
    <fieldset className="booking-reasons">
      <legend>{text('booking.reason')}</legend>
      <div className="booking-reason-chips">
        {reasons.map((each, index) => (
          <ToggleChip key={each} isLit={reason === each} onChange={() => choose(each)} keyHint={String(index + 1)}>
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
  );
}

export function ReasonForm(props: ReasonFormProps) {
  const { title, reasons, children, does, tone, unavailable = null, onClose } = props;
  // The reasons' digits and Esc work from the panel itself; without reasons only Enter is left to press.
  const form = useFocusInsideAtStart<HTMLFormElement>(reasons.length > 0 ? '.booking-reasons button' : SUBMIT);
  const reasoning = useReason(props, form);
  return (
    <div role="presentation" className="booking-panel-frame" onKeyDown={(event) => closeOnEscape(event, onClose)}>
      <form ref={form} className="booking-panel" aria-label={title} onSubmit={(event) => void reasoning.submit(event)}>
        <h3>{title}</h3>
        {children}
        {reasons.length > 0 ? <Reasons {...reasoning} reasons={reasons} /> : null}
        {unavailable !== null ? (
          <Message tone="warn" action={props.remedy}>
            {unavailable}
          </Message>
        ) : null}
        {reasoning.problem ? <Message tone="bad">{reasoning.problem}</Message> : null}
        <div className="booking-panel-foot">
          <Button type="submit" tone={tone} keyHint="Enter" unavailable={unavailable}>
            {does}
          </Button>
          <Button tone="quiet" onPress={onClose} keyHint="Escape">
            {text('booking.act.close')}
          </Button>
        </div>
      </form>
    </div>
  );
}
