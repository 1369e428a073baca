/** When an event begins, ends and opens its doors. The end may lie after midnight: instants know no midnight. */
import { text } from '../../text/text.ts';
import { fail, ok, type Result } from '../result.ts';

export interface EventTimes {
  readonly doorsAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Doors ≤ start < end. Errors: BAD_TIMES { issues }, with all that is wrong. */
export function decideTimes({ doorsAt, startsAt, endsAt }: EventTimes): Result<EventTimes> {
  const issues: { path: string; message: string }[] = [];
  if (doorsAt > startsAt) issues.push({ path: 'doorsAt', message: text('event.doorsAfterStart') });
  if (endsAt <= startsAt) issues.push({ path: 'endsAt', message: text('event.endNotAfterStart') });
  if (issues.length === 0) return ok({ doorsAt, startsAt, endsAt });
  return fail('BAD_TIMES', issues.map((issue) => issue.message).join(' '), { issues });
}
