/** What must be done before an event can go on sale. */
import { text, type TextKey } from '../../text/text.ts';
import { eventMachine, type EventStatus } from '../inventory/states.ts';
import { fail, ok, type Result } from '../result.ts';

export interface Readiness {
  readonly seatsGenerated: boolean;
  /** Seats that are not BLOCKED. */
  readonly openSeats: number;
  /** Seats that have a price. */
  readonly pricedSeats: number;
  readonly licensedCapacity: number | null;
  readonly endsAt: number;
}

/** Text keys, in the order in which they are best done. A level may stay without a price: it is not sold. */
export function missingBeforeSale(event: Readiness, now: number): TextKey[] {
  const missing: TextKey[] = [];
  if (!event.seatsGenerated) missing.push('event.missing.seats');
  if (event.seatsGenerated && event.pricedSeats === 0) missing.push('event.missing.prices');
  if (isOverCapacity(event.openSeats, event.licensedCapacity)) missing.push('event.missing.capacity');
  if (event.endsAt <= now) missing.push('event.missing.future');
  return missing;
}

/** Blocked seats are out of capacity, all others are in it (design: product, MAP 1 and "Kill"). */
export function isOverCapacity(openSeats: number, licensedCapacity: number | null): boolean {
  return licensedCapacity !== null && openSeats > licensedCapacity;
}

/**
 * May the event go there?
 * Errors: WRONG_STATE { from, to }; NOT_READY { missing } on the way to ON_SALE; NOT_STARTED on the way to COMPLETED,
 * which turns its sales into revenue for good.
 */
export function decideStatus(
  event: Readiness & { readonly status: EventStatus; readonly startsAt: number },
  to: EventStatus,
  now: number,
): Result<EventStatus> {
  const moved = eventMachine.move(event.status, to);
  if (!moved.ok) return moved;
  if (to === 'ON_SALE') {
    const missing = missingBeforeSale(event, now);
    if (missing.length > 0) return fail('NOT_READY', missing.map((key) => text(key)).join(' '), { missing });
  }
  if (to === 'COMPLETED' && now < event.startsAt) return fail('NOT_STARTED', text('event.notStarted'));
  return ok(to);
}
