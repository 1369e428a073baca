import { useId, useRef, useState, type ReactNode } from 'react';
import type { Person } from '../../../src-shared/contract/session.ts';
import { ROLES, type Role } from '../../../src-shared/domain/access/permissions.ts';
import { text } from '../../../src-shared/text/text.ts';
import { messageBeyondFields, problemOf } from '../../app/issues.ts';
import { useAct, type Act } from '../../app/use-act.ts';
import { Button, type ButtonProps } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useFirstField } from '../../ui/use-first-field.ts';
import { withWesternDigits } from '../../ui/western-digits.ts';

interface FormDialogProps {
  readonly title: string;
  readonly step: string;
  readonly tone?: ButtonProps['tone'];
  readonly act: Act;
  readonly onDo: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function FormDialog({ title, step, tone = 'primary', act, onDo, onClose, children }: FormDialogProps) {
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  const beyond = messageBeyondFields(act.error, ['name', 'pin']);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone={tone} type="submit" form={formId} isPending={act.isBusy}>
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
          onDo();
        }}
      >
        {beyond ? <Message tone="bad">{beyond}</Message> : null}
        {children}
      </form>
    </Dialog>
  );
}

interface PinFieldProps {
  readonly pin: string;
  readonly onChange: (pin: string) => void;
  readonly wasTried: boolean;
}

const isPin = (pin: string): boolean => /^\d{4,12}$/.test(pin);

function PinField({ pin, onChange, wasTried }: PinFieldProps) {
  return (
    <TextField
      label={text('settingsScreen.person.pin')}
      help={text('settingsScreen.person.pin.help')}
      type="password"
      inputMode="numeric"
      autoComplete="new-password"
      value={pin}
      onChange={(typed) => onChange(withWesternDigits(typed))}
      maxLength={12}
      problem={wasTried && !isPin(pin) ? text('settingsScreen.person.pin.wrong') : null}
    />
  );
}

/** A new person with a role and a PIN. */
export function NewPerson({ onClose }: { readonly onClose: () => void }) {
  const act = useAct();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('CLERK');
  const [pin, setPin] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const create = async () => {
    setWasTried(true);
    if (!isPin(pin)) return;
    const sentence = text('settingsScreen.person.create.act', { name });
    const created = await act.run(sentence, 'person.create', { name, role, pin });
    if (created.ok) onClose();
  };
  return (
    <FormDialog
      title={text('settingsScreen.person.new')}
      step={text('office.create')}
      act={act}
      onDo={() => void create()}
      onClose={onClose}
    >
      <TextField
        label={text('office.name')}
        value={name}
        onChange={setName}
        maxLength={80}
        problem={problemOf(act.error, 'name', text('office.name'))}
      />
      <Select
        label={text('settingsScreen.person.role')}
        choices={ROLES.map((id) => ({ id, name: text(`role.${id}`) }))}
        value={role}
        onChange={(id) => setRole(id as Role)}
      />
      <PinField pin={pin} onChange={setPin} wasTried={wasTried} />
    </FormDialog>
  );
}

interface OfPersonProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Another PIN for somebody who forgot theirs, or told it. */
export function NewPin({ person, onClose }: OfPersonProps) {
  const act = useAct();
  const [pin, setPin] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const set = async () => {
    setWasTried(true);
    if (!isPin(pin)) return;
    const sentence = text('settingsScreen.person.setPin.act', { name: person.name });
    const done = await act.run(sentence, 'person.setSecret', { userId: person.id, pin });
    if (done.ok) onClose();
  };
  return (
    <FormDialog
      title={text('settingsScreen.person.setPin.title', { name: person.name })}
      step={text('settingsScreen.person.setPin')}
      act={act}
      onDo={() => void set()}
      onClose={onClose}
    >
      <p>{text('settingsScreen.person.setPin.detail')}</p>
      <PinField pin={pin} onChange={setPin} wasTried={wasTried} />
    </FormDialog>
  );
}

/** Ends somebody's signing in; their name stays in the record. */
export function ArchivePerson({ person, onClose }: OfPersonProps) {
  const act = useAct();
  const archive = async () => {
    const sentence = text('settingsScreen.person.archive.act', { name: person.name });
    const done = await act.run(sentence, 'person.archive', { userId: person.id });
    if (done.ok) onClose();
  };
  return (
    <FormDialog
      title={text('settingsScreen.person.archive.title', { name: person.name })}
      step={text('settingsScreen.person.archive')}
      tone="danger"
      act={act}
      onDo={() => void archive()}
      onClose={onClose}
    >
      <p>{text('settingsScreen.person.archive.detail')}</p>
    </FormDialog>
  );
}
