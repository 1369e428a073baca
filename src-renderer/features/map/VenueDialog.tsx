import { useId, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { messageBeyondFields, problemOf } from '../../app/issues.ts';
import { useAct } from '../../app/use-act.ts';
import { useProgramState } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { TextField } from '../../ui/TextField.tsx';

const ZONES = Intl.supportedValuesOf('timeZone').map((zone) => ({ id: zone, name: zone }));

export interface VenueDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (venueId: string) => void;
}

/** A venue's name, address and time zone. */
export function VenueDialog({ onClose, onCreated }: VenueDialogProps) {
  const houseZone = useProgramState((state) => state.house?.timeZone ?? 'UTC');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [timeZone, setTimeZone] = useState<string | null>(houseZone);
  const act = useAct();
  const formId = useId();
  const create = async () => {
    const input = { name, address, timeZone: timeZone ?? '' };
    const created = await act.run(text('mapScreen.venue.act', { name }), 'venue.create', input);
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
        <div data-span="12">
          <TextField
            label={text('mapScreen.venue.name')}
            value={name}
            onChange={setName}
            problem={problemOf(act.error, 'name', text('mapScreen.venue.name'))}
          />
        </div>
        <div data-span="12">
          <TextField
            label={text('mapScreen.venue.address')}
            value={address}
            onChange={setAddress}
            problem={problemOf(act.error, 'address', text('mapScreen.venue.address'))}
          />
        </div>
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
