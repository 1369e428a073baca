import { useRoute } from '../../app/router.ts';
import { EventList } from './EventList.tsx';
import { EventPage } from './EventPage.tsx';
import { NewEvent } from './NewEvent.tsx';

/** Events: the list, one event, or a new one. */
export function EventsScreen() {
  const { params } = useRoute();
  const { eventId, view, mapVersionId, date } = params;
  if (view === 'new') return <NewEvent mapVersionId={mapVersionId ?? null} date={date ?? ''} />;
  return eventId ? <EventPage key={eventId} eventId={eventId} /> : <EventList />;
}
