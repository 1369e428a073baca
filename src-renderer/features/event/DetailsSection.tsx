import { useState } from 'react';
import type { EventDetail } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Status } from '../../ui/Status.tsx';
import { eventToDraft, readDraft } from './event-draft.ts';
import { EventForm } from './EventForm.tsx';

/** What and when, changed and saved as a whole. */
export function DetailsSection({ event }: { readonly event: EventDetail }) {
  const act = useAct();
  const [saved, setSaved] = useState({ draft: eventToDraft(event), version: event.version });
  const [draft, setDraft] = useState(saved.draft);
  const [wasTried, setWasTried] = useState(false);
  const { problems, details } = readDraft(draft, event.timeZone);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved.draft);
  // Changed elsewhere, and nothing typed here would be lost: show what is.
  if (!isChanged && event.version !== saved.version) {
    const next = eventToDraft(event);
    setSaved({ draft: next, version: event.version });
    setDraft(next);
  }
  const save = async () => {
    setWasTried(true);
    if (!details) return;
    const sentence = text('eventScreen.update.act', { title: event.title });
    const input = { eventId: event.eventId, version: saved.version, ...details };
    const done = await act.run(sentence, 'event.update', input);
    if (done.ok) setSaved({ draft, version: saved.version });
  };
  const count = Object.keys(problems).length;
  return (
    <form
      className="event-section"
      onSubmit={(submit) => {
        submit.preventDefault();
        void save();
      }}
    >
      {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
      {wasTried && count > 0 ? <Message tone="bad">{text('eventScreen.problems', { count })}</Message> : null}
      <EventForm draft={draft} onChange={setDraft} problems={wasTried ? problems : {}} timeZone={event.timeZone} />
      <div className="office-form-foot">
        <Button tone="primary" type="submit" isPending={act.isBusy}>
          {text('office.save')}
        </Button>
        {isChanged ? <Status tone="note">{text('office.unsaved')}</Status> : null}
      </div>
    </form>
  );
}
