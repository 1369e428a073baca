/** What an event still sells, by its status (design: product, EVT 13 and "Event" among the state machines). */
import { text, type TextKey } from '../../text/text.ts';
import type { EventStatus } from '../inventory/states.ts';
import { fail, ok, type Result } from '../result.ts';

interface EventOnSale {
  readonly id: string;
  readonly title: string;
  readonly status: EventStatus;
}

/** What the clerk has in hand when a cancelled event refuses: each has its own way out. */
export type HeldSale = 'NOTHING' | 'BASKET' | 'PAYING' | 'KEPT';

const CANCELLED_TEXT: Readonly<Record<HeldSale, TextKey>> = {
  NOTHING: 'sale.cancelled.pick',
  BASKET: 'sale.cancelled.basket',
  PAYING: 'sale.cancelled.paying',
  KEPT: 'sale.cancelled.kept',
};

/**
 * May more of its seats be taken? Only while it is ON_SALE.
 * Errors: EVENT_CANCELLED { eventId, title }, NOT_ON_SALE { eventId, title, status }.
 */
export function decidePick(event: EventOnSale, held: HeldSale): Result<null> {
  const going = decideGoingOn([event], held);
  if (!going.ok || event.status === 'ON_SALE') return going;
  const { id: eventId, title, status } = event;
  return fail('NOT_ON_SALE', text('sale.notOnSale', { title }), { eventId, title, status });
}

/**
 * May seats that are in a basket, or kept, be paid for? An event that is OFF_SALE or POSTPONED takes no more picks, but
 * whoever holds seats of it has been promised them and may pay; one that has been played may be paid late. One that is
 * CANCELLED sells nothing more: its seats can only be given up.
 * Errors: EVENT_CANCELLED { eventId, title }, of the first that is.
 */
export function decideGoingOn(events: readonly EventOnSale[], held: HeldSale): Result<null> {
  const cancelled = events.find((event) => event.status === 'CANCELLED');
  if (!cancelled) return ok(null);
  const { id: eventId, title } = cancelled;
  return fail('EVENT_CANCELLED', text(CANCELLED_TEXT[held], { title }), { eventId, title });
}
