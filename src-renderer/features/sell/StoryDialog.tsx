import { useLocale } from 'react-aria-components';
import { text } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { useReading } from '../../app/use-program.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { seatName } from './seat-words.ts';

export interface StoryDialogProps {
  readonly map: EventMap;
  readonly ordinal: number;
  readonly onClose: () => void;
}

/** Everything that ever happened to a seat, newest first. */
export function StoryDialog({ map: { event, columns }, ordinal, onClose }: StoryDialogProps) {
  const { locale } = useLocale();
  const input = { eventId: event.eventId, seatId: columns.ids.at(ordinal) };
  const story = useReading('event.seatStory', input, ['eventSeats']);
  const when = new Intl.DateTimeFormat(locale, {
    timeZone: event.timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const steps = story.value?.steps ?? [];
  return (
    <Dialog title={text('sell.seat.story', { name: seatName(columns, ordinal) })} isOpen onClose={onClose}>
      {story.error ? <Message tone="bad">{story.error.message}</Message> : null}
      {story.isLoading ? <Skeleton lines={4} /> : null}
      {!story.isLoading && !story.error && steps.length === 0 ? <p>{text('sell.seat.story.none')}</p> : null}
      <Timeline
        label={text('sell.seat.story', { name: seatName(columns, ordinal) })}
        entries={steps.map((step, index) => ({
          id: `${step.at} ${index}`,
          when: when.format(step.at),
          what: step.from === null ? step.to : `${step.from} → ${step.to}`,
          who: step.userName,
        }))}
      />
    </Dialog>
  );
}
