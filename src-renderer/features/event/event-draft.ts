/** An event's form as it is typed, and what it means. Times are the venue's wall clock until they are sent. */
import type { Input } from '../../../src-shared/contract/calls.ts';
import type { EventDetail } from '../../../src-shared/contract/event.ts';
import { decideTimes } from '../../../src-shared/domain/event/times.ts';
import { text } from '../../../src-shared/text/text.ts';
import { addDays, instantToWallTime, textToTime, wallTimeToInstant } from '../../app/wall-clock.ts';

export interface EventDraft {
  readonly title: string;
  readonly kind: string;
  readonly mapVersionId: string | null;
  readonly inventory: 'HOUSE' | 'BROKERED' | 'CONSIGNED';
  readonly date: string;
  readonly doors: string;
  readonly starts: string;
  readonly endDate: string;
  readonly ends: string;
  readonly basketMinutes: number;
  readonly seatsPerBooking: number;
  readonly noSingleRule: 'STRICT' | 'LENIENT' | 'OFF';
  readonly licensedCapacity: number | null;
  readonly refundDate: string;
  readonly refundTime: string;
}

type Details = Omit<Input<'event.create'>, 'mapVersionId' | 'inventory'>;

export type DraftProblems = Readonly<Partial<Record<keyof EventDraft, string>>>;

const MINUTE_MS = 60_000;

export const NEW_EVENT: EventDraft = {
  title: '',
  kind: '',
  mapVersionId: null,
  inventory: 'HOUSE',
  date: '',
  doors: '18:45',
  starts: '19:30',
  endDate: '',
  ends: '22:00',
  basketMinutes: 10,
  seatsPerBooking: 10,
  noSingleRule: 'LENIENT',
  licensedCapacity: null,
  refundDate: '',
  refundTime: '',
};

export function eventToDraft(event: EventDetail): EventDraft {
  const at = (ms: number) => instantToWallTime(ms, event.timeZone);
  const [doors, starts, ends] = [at(event.doorsAt), at(event.startsAt), at(event.endsAt)];
  const refund = event.refundUntil === null ? { date: '', time: '' } : at(event.refundUntil);
  return {
    title: event.title,
    kind: event.kind,
    mapVersionId: event.mapVersionId,
    inventory: event.inventory,
    date: starts.date,
    doors: doors.time,
    starts: starts.time,
    endDate: ends.date,
    ends: ends.time,
    basketMinutes: Math.round(event.basketMs / MINUTE_MS),
    seatsPerBooking: event.seatsPerBooking,
    noSingleRule: event.noSingleRule,
    licensedCapacity: event.licensedCapacity,
    refundDate: refund.date,
    refundTime: refund.time,
  };
}

/** The day on which it ends when nobody says otherwise: the same, or the next when the end lies after midnight. */
function usualEndDate({ date, starts, ends }: EventDraft): string {
  const [from, until] = [textToTime(starts), textToTime(ends)];
  return date !== '' && from !== null && until !== null && until <= from ? addDays(date, 1) : date;
}

/** The draft with a change; the end's day follows date and times until somebody sets another. */
export function changeDraft(draft: EventDraft, change: Partial<EventDraft>): EventDraft {
  const next = { ...draft, ...change };
  const follows = change.endDate === undefined && draft.endDate === usualEndDate(draft);
  return follows ? { ...next, endDate: usualEndDate(next) } : next;
}

const NEEDED = {
  title: 'eventScreen.title',
  kind: 'eventScreen.kind',
} as const;

/** All that is wrong at once, or what to send. @param timeZone the venue's; null while no map is chosen */
export function readDraft(
  draft: EventDraft,
  timeZone: string | null,
): { readonly problems: DraftProblems; readonly details: Details | null } {
  const problems: { -readonly [K in keyof EventDraft]?: string } = {};
  for (const field of ['title', 'kind'] as const) {
    if (draft[field].trim() === '') problems[field] = text('eventScreen.needed', { field: text(NEEDED[field]) });
  }
  if (draft.mapVersionId === null) problems.mapVersionId = text('eventScreen.map.needed');
  const at = (dateField: 'date' | 'endDate' | 'refundDate', timeField: 'doors' | 'starts' | 'ends' | 'refundTime') => {
    const time = textToTime(draft[timeField]);
    const typed = draft[timeField].trim();
    if (time === null) {
      problems[timeField] = typed === '' ? text('office.timeNeeded') : text('office.timeNotRead', { text: typed });
    }
    if (draft[dateField] === '') problems[dateField] = text('office.dateNeeded');
    return time === null ? null : wallTimeToInstant({ date: draft[dateField], time }, timeZone ?? 'UTC');
  };
  const doorsAt = at('date', 'doors');
  const startsAt = at('date', 'starts');
  const endsAt = at('endDate', 'ends');
  const hasRefund = draft.refundDate !== '' || draft.refundTime.trim() !== '';
  if (hasRefund && (draft.refundDate === '' || draft.refundTime.trim() === '')) {
    problems.refundDate = text('eventScreen.refund.incomplete');
  }
  const refundUntil = hasRefund && !problems.refundDate ? at('refundDate', 'refundTime') : null;
  if (doorsAt !== null && startsAt !== null && endsAt !== null) {
    const times = decideTimes({ doorsAt, startsAt, endsAt });
    const issues = times.ok ? [] : (times.error.data as { issues: { path: string; message: string }[] }).issues;
    for (const { path, message } of issues) problems[path === 'doorsAt' ? 'doors' : 'ends'] = message;
  }
  if (Object.keys(problems).length > 0 || doorsAt === null || startsAt === null || endsAt === null) {
    return { problems, details: null };
  }
  return { problems, details: { ...settingsOf(draft), doorsAt, startsAt, endsAt, refundUntil } };
}

function settingsOf(draft: EventDraft) {
  const { title, kind, basketMinutes, seatsPerBooking, noSingleRule, licensedCapacity } = draft;
  return { title, kind, basketMs: basketMinutes * MINUTE_MS, seatsPerBooking, noSingleRule, licensedCapacity };
}
