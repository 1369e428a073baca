import type { EventSummary } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { Status } from '../../ui/Status.tsx';
import type { Tone } from '../../ui/ToneMark.tsx';

export const EVENT_TONES: Readonly<Record<EventSummary['status'], Tone>> = {
  DRAFT: 'idle',
  PUBLISHED: 'note',
  ON_SALE: 'ok',
  OFF_SALE: 'warn',
  POSTPONED: 'warn',
  CANCELLED: 'bad',
  COMPLETED: 'idle',
};

/** An event's state as a mark and a word. */
export function EventStatusMark({ status }: { readonly status: EventSummary['status'] }) {
  return <Status tone={EVENT_TONES[status]}>{text(`eventScreen.status.${status}`)}</Status>;
}
