import { useMemo, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { useRouter } from '../../app/router.ts';
import { useAct } from '../../app/use-act.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Page } from '../../ui/Page.tsx';
import { changeDraft, NEW_EVENT, readDraft } from './event-draft.ts';
import { EventForm } from './EventForm.tsx';
import './events.css';

export interface NewEventProps {
  readonly mapVersionId: string | null;
  readonly date: string;
}

/** The time zone of the venue that a map version belongs to; null while it is not known. */
function useZoneOf(mapVersionId: string | null) {
  const maps = useReading('map.list', {}, ['maps', 'mapVersions']);
  const venues = useReading('venue.list', {}, ['venues']);
  const timeZone = useMemo(() => {
    const map = maps.value?.find(({ versions }) => versions.some((version) => version.mapVersionId === mapVersionId));
    return venues.value?.find((venue) => venue.venueId === map?.venueId)?.timeZone ?? null;
  }, [maps.value, venues.value, mapVersionId]);
  return { maps, timeZone };
}

/** A new event: all that is wrong is said at once, and nothing typed is lost. */
export function NewEvent({ mapVersionId, date }: NewEventProps) {
  const router = useRouter();
  const act = useAct();
  const [draft, setDraft] = useState(() => changeDraft({ ...NEW_EVENT, mapVersionId }, { date }));
  const [wasTried, setWasTried] = useState(false);
  const { maps, timeZone } = useZoneOf(draft.mapVersionId);
  const { problems, details } = readDraft(draft, timeZone);
  const count = Object.keys(problems).length;
  const isPublished = maps.value?.some(({ versions }) => versions.some(({ status }) => status === 'PUBLISHED'));

  const create = async () => {
    setWasTried(true);
    if (!details || draft.mapVersionId === null || timeZone === null) return;
    const { inventory } = draft;
    const sentence = text('eventScreen.create.act', { title: details.title });
    const input = { ...details, mapVersionId: draft.mapVersionId, inventory };
    const created = await act.run(sentence, 'event.create', input);
    if (created.ok) router.open('events', { eventId: created.value.eventId, section: 'prices' });
  };

  return (
    <Page
      title={text('eventScreen.new')}
      back={{ label: text('office.back'), onPress: () => router.open('events') }}
      padding="regular"
      messages={
        <>
          {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
          {wasTried && count > 0 ? <Message tone="bad">{text('eventScreen.problems', { count })}</Message> : null}
        </>
      }
    >
      {maps.value && !isPublished ? (
        <EmptyState
          title={text('eventScreen.map.none')}
          action={<Button onPress={() => router.open('maps')}>{text('eventScreen.map.open')}</Button>}
        />
      ) : (
        <form
          className="event-new"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <EventForm
            draft={draft}
            onChange={setDraft}
            problems={wasTried ? problems : {}}
            maps={maps.value ?? []}
            timeZone={timeZone}
          />
          <div className="office-form-foot">
            <Button tone="primary" type="submit" isPending={act.isBusy}>
              {text('office.create')}
            </Button>
            <Button onPress={() => router.open('events')}>{text('ui.cancel')}</Button>
          </div>
        </form>
      )}
    </Page>
  );
}
