import { useId, useRef, useState, type ReactNode } from 'react';
import type { AppError } from '../../src-shared/domain/result.ts';
import { text } from '../../src-shared/text/text.ts';
import { Button, type ButtonProps } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Message } from '../ui/Message.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useFirstField } from '../ui/use-first-field.ts';

export interface ReasonDialogProps {
  readonly title: string;
  /** The word on the button that does it. */
  readonly step: string;
  readonly tone?: ButtonProps['tone'];
  /** What it means, before it is done. */
  readonly detail?: string | null;
  readonly error: AppError | null;
  readonly isBusy: boolean;
  /** A reason that stands already: it is shown, not asked for. */
  readonly fixedReason?: string;
  /** More fields above the reason. */
  readonly children?: ReactNode;
  readonly onDo: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why before something is done that others will want explained. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, step, tone = 'primary', detail = null, error, isBusy, children, fixedReason, onDo, onClose } = props;
  const formId = useId();
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  const [wasTried, setWasTried] = useState(false);
  const isMissing = fixedReason === undefined && reason.trim() === '';
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone={tone} type="submit" form={formId} isPending={isBusy}>
            {step}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        className="office-stack"
        onSubmit={(event) => {
          event.preventDefault();
          setWasTried(true);
          if (!isMissing) onDo(fixedReason ?? reason);
        }}
      >
        {error ? <Message tone="bad">{error.message}</Message> : null}
        {detail ? <p>{detail}</p> : null}
        {children}
        <TextField
          label={text('office.reason')}
          value={fixedReason ?? reason}
          onChange={setReason}
          isDisabled={fixedReason !== undefined}
          maxLength={200}
          problem={wasTried && isMissing ? text('office.reasonNeeded') : null}
        />
      </form>
    </Dialog>
  );
}
