import { useId, useRef, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { messageBeyondFields, problemOf } from '../../app/issues.ts';
import { useAct } from '../../app/use-act.ts';
import { useProgramState } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useFirstField } from '../../ui/use-first-field.ts';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ id: zone, name: zone }));

export interface VenueDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (venueId: string) => void;
}

/** A venue's name, address and time zone. */
export function VenueDialog({ onClose, onCreated }: VenueDialogProps) {
  const houseZone = useProgramState((state) => state.house?.timeZone ?? 'UTC');
  const [typed, setTyped] = useState({ name: '', address: '' });
  const [timeZone, setTimeZone] = useState<string | null>(houseZone);
  const act = useAct();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  useFirstField(form);
  const create = async () => {
    const input = { ...typed, timeZone: timeZone ?? '' };
    const created = await act.run(text('mapScreen.venue.act', { name: typed.name }), 'venue.create', input);
    if (created.ok) onCreated(created.value.venueId);
  };
  const beyond = messageBeyondFields(act.error, ['name', 'address', 'timeZone']);
  return (
    <Dialog
      title={text('mapScreen.newVenue')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{text('ui.cancel')}</Button>
          <Button tone="primary" type="submit" form={formId} isPending={act.isBusy}>
            {text('office.create')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        className="ui-form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        {beyond ? (
          <div data-span="12">
            <Message tone="bad">{beyond}</Message>
          </div>
        ) : null}
        {(['name', 'address'] as const).map((field) => (
          <div key={field} data-span="12">
            <TextField
              label={text(`mapScreen.venue.${field}`)}
              value={typed[field]}
              onChange={(value) => setTyped({ ...typed, [field]: value })}
              problem={problemOf(act.error, field, text(`mapScreen.venue.${field}`))}
            />
          </div>
        ))}
        <div data-span="12">
          <ComboBox
            label={text('mapScreen.venue.timeZone')}
            choices={ZONES}
            value={timeZone}
            onChange={setTimeZone}
            problem={problemOf(act.error, 'timeZone', text('mapScreen.venue.timeZone'))}
          />
        </div>
      </form>
    </Dialog>
  );
}
