/** Until when seats may be kept unpaid: times a clerk says, before the curtain. */
import { text } from '../../../src-shared/text/text.ts';
import type { Choice } from '../../ui/ChoiceItem.tsx';

export interface CollectBy extends Choice {
  /** Epoch ms. */
  readonly at: number;
}

const MINUTE_MS = 60_000;
const BEFORE_START_MINUTES = [30, 60, 120, 24 * 60];

/** The usual first: half an hour before the start. What is over already is left out. */
export function collectByChoices(startsAt: number, now: number): readonly CollectBy[] {
  const before = BEFORE_START_MINUTES.map((minutes) => ({
    id: String(minutes),
    name:
      minutes <= 60 ? text('sell.keep.before', { minutes }) : text('sell.keep.hoursBefore', { hours: minutes / 60 }),
    at: startsAt - minutes * MINUTE_MS,
  }));
  return [...before, { id: '0', name: text('sell.keep.start'), at: startsAt }].filter(({ at }) => at > now);
}
