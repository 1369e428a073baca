/** The counter: baskets, money, bookings. */
import { z } from 'zod';
import type {
  BookingStatus,
  PaymentStatus,
  PrintState,
  RefundStatus,
  SaleStatus,
  TicketStatus,
} from '../domain/inventory/states.ts';
import type { FinderStage, ProposalFigures } from '../domain/seat-finder/question.ts';
import { command, query } from './define.ts';
import { amountMinor, id, instantMs, line, nothing, reason, requiredLine, seatId } from './fields.ts';

export interface TicketView {
  readonly ticketId: string;
  readonly number: string;
  readonly shortSerial: string;
  readonly eventId: string;
  readonly bookingId: string;
  readonly seatId: string;
  readonly ordinal: number;
  readonly section: string;
  readonly row: string;
  readonly label: string;
  readonly kind: string;
  readonly restrictedView: boolean;
  readonly ticketTypeId: string;
  readonly ticketTypeName: string;
  readonly priceLevelName: string | null;
  readonly priceMinor: number;
  readonly status: TicketStatus;
  readonly holderName: string | null;
  readonly compReason: string | null;
  readonly printedCopies: number;
  readonly printState: PrintState | null;
}

export interface BookingView {
  readonly bookingId: string;
  readonly eventId: string;
  readonly eventTitle: string;
  readonly startsAt: number;
  readonly timeZone: string;
  readonly status: BookingStatus;
  readonly deadline: number | null;
  readonly deadlineKind: 'BASKET' | 'COLLECT';
  /** Until when it was kept unpaid; in a basket, what it goes back to should nobody pay. */
  readonly collectBy: number | null;
  readonly tickets: readonly TicketView[];
}

export interface PaymentView {
  readonly paymentId: string;
  readonly kind: 'CASH' | 'CARD_TERMINAL';
  readonly status: PaymentStatus;
  readonly amountMinor: number;
  readonly tenderedMinor: number;
  readonly changeMinor: number;
  readonly reference: string | null;
}

export interface RefundView {
  readonly refundId: string;
  readonly kind: 'CASH' | 'CARD_TERMINAL';
  readonly status: RefundStatus;
  readonly amountMinor: number;
  readonly reason: string;
  readonly userName: string;
  readonly at: number;
}

export interface SaleView {
  readonly saleId: string;
  readonly number: string;
  readonly status: SaleStatus;
  readonly currency: string;
  readonly delivery: 'NOW' | 'WILL_CALL';
  readonly customer: {
    readonly customerId: string;
    readonly name: string;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
  readonly userId: string;
  readonly userName: string;
  readonly bookings: readonly BookingView[];
  readonly payments: readonly PaymentView[];
  readonly refunds: readonly RefundView[];
  /** Of the live tickets. */
  readonly totalMinor: number;
  /** Total less what is tendered and not cancelled; 0 once confirmed. */
  readonly dueMinor: number;
  /** From the ledger: taken less refunded. */
  readonly paidMinor: number;
  /** Earliest deadline of a basket or kept booking; null while paying and after. */
  readonly deadline: number | null;
  readonly createdAt: number;
  readonly confirmedAt: number | null;
  readonly handedOverAt: number | null;
  readonly receiptIds: readonly string[];
}

export interface SaleSummary {
  readonly saleId: string;
  readonly number: string;
  readonly status: SaleStatus;
  readonly customerName: string | null;
  readonly eventTitles: readonly string[];
  readonly ticketCount: number;
  readonly totalMinor: number;
  readonly currency: string;
  readonly delivery: 'NOW' | 'WILL_CALL';
  readonly handedOverAt: number | null;
  /** Of an unpaid booking that is kept: until when it must be paid. */
  readonly collectBy: number | null;
  readonly createdAt: number;
}

/** What the finder offers, best first. */
export interface SeatProposal {
  readonly ordinals: readonly number[];
  readonly seatIds: readonly string[];
  readonly stage: FinderStage;
  /** A sentence; `figures` are the same as data. */
  readonly reason: string;
  readonly figures: Omit<ProposalFigures, 'pricesMinor'>;
  readonly totalMinor: number;
}

const best = z.object({
  eventId: id,
  quantity: z.number().int().min(1).max(500),
  /** Only in these; everywhere when left out. */
  priceLevelIds: z.array(id).min(1).max(60).optional(),
  sectionIds: z.array(z.string().max(120)).min(1).max(200).optional(),
  /** At least one of them is on an aisle. */
  aisle: z.boolean().optional(),
  /** So many of them are wheelchair places; the others may be companion places. */
  wheelchairs: z.number().int().min(0).max(500).optional(),
  /** Near the seats that this sale has of the event; anywhere when it has none. */
  nearSaleId: id.optional(),
  maxPriceMinor: amountMinor.optional(),
  ticketTypeId: id.optional(),
});

/** What a command of a sale answers: small, because answers are kept; `sale.get` tells the rest. */
export interface SaleReference {
  readonly saleId: string;
}

/** Seats and their name: "Stalls F 4–7". */
export interface NamedSeats {
  readonly seatIds: readonly string[];
  readonly words: string;
}

/** What a pick made by hand does to its neighbours. */
export interface LeavesSingle {
  /** Free seats that lose their last free neighbour by it. */
  readonly alone: NamedSeats;
  /** As many seats of the same row that leave nobody alone; null when it has none. */
  readonly instead: NamedSeats | null;
}

export interface PickReference extends SaleReference {
  /** Null when the pick leaves nobody alone, or the event's rule asks nobody. What the finder offered is never judged. */
  readonly leavesSingle: LeavesSingle | null;
}

export const saleCalls = {
  /**
   * A pick is reserved at once. Makes the sale and the booking when they are new (`saleId` comes from the window).
   * All seats or none. Errors: SEAT_TAKEN { seats }, NOT_FOR_SALE { seats, why }, OVER_LIMIT { limit },
   * LEAVES_SINGLE (LeavesSingle; strict rule), NOT_ON_SALE { title, status }, EVENT_CANCELLED { title }.
   */
  'sale.reserveSeats': command('sale', {
    access: 'sale.sell',
    input: z.object({ saleId: id, eventId: id, seatIds: z.array(seatId).min(1).max(500), ticketTypeId: id.optional() }),
  }).returns<PickReference>(),
  /**
   * Reserves the finder's first answer; the rest come as proposals. More seats for a sale that has some of the event
   * are looked for near those, unless `nearSaleId` names another. Errors: as sale.reserveSeats but LEAVES_SINGLE;
   * NO_SEATS { largest }: how many of the kind could be had together, 0 for none.
   */
  'sale.reserveBest': command('sale', {
    access: 'sale.sell',
    input: best.extend({
      saleId: id,
      /** Seats of the sale to give up for these, in the same step. */ instead: z.array(seatId).max(500).optional(),
    }),
  }).returns<{ saleId: string; taken: SeatProposal; others: readonly SeatProposal[] }>(),
  /** Errors: LEAVES_SINGLE, for a seat that those which stay would leave alone. All of a sale can always be given up. */
  'sale.releaseSeats': command('sale', {
    access: 'sale.sell',
    input: z.object({ saleId: id, ticketIds: z.array(id).min(1).max(500) }),
  }).returns<PickReference>(),
  /** One step: the new seats are reserved and the old ones freed, or nothing happens. Errors: as sale.reserveSeats. */
  'sale.swapSeats': command('sale', {
    access: 'sale.sell',
    input: z.object({
      saleId: id,
      eventId: id,
      give: z.array(seatId).max(500),
      take: z.array(seatId).min(1).max(500),
      ticketTypeId: id.optional(),
    }),
  }).returns<PickReference>(),
  /** Errors: TYPE_NOT_SOLD { seats } where the grid's cell is empty; COMP types only by sale.comp. */
  'sale.setTicketType': command('sale', {
    access: 'sale.sell',
    input: z.object({ saleId: id, ticketIds: z.array(id).min(1).max(500), ticketTypeId: id }),
  }).returns<SaleReference>(),
  'sale.comp': command('sale', {
    access: 'sale.comp',
    input: z.object({ saleId: id, ticketIds: z.array(id).min(1).max(500), ticketTypeId: id, reason }),
  }).returns<SaleReference>(),
  'sale.passLimit': command('sale', {
    access: 'sale.passLimit',
    input: z.object({ saleId: id, eventId: id, reason }),
  }).returns<SaleReference>(),
  /** From here on the sale's picks of the event may leave a single seat alone. */
  'sale.passNoSingle': command('sale', {
    access: 'sale.passNoSingle',
    input: z.object({ saleId: id, eventId: id, reason }),
  }).returns<SaleReference>(),
  'sale.setCustomer': command('sale', {
    access: 'sale.sell',
    input: z.object({
      saleId: id,
      customer: z
        .object({
          customerId: id.nullable(),
          name: requiredLine(120),
          phone: line(40).nullable(),
          email: line(200).nullable(),
        })
        .nullable(),
      delivery: z.enum(['NOW', 'WILL_CALL']),
    }),
  }).returns<SaleReference>(),
  /**
   * Frees every seat of a basket, or of a booking that is kept unpaid. A basket that was taken from what was kept is
   * kept again until its collect-by, unless its event is cancelled. Errors: SALE_OF_OTHER for another's basket.
   */
  'sale.abandon': command('sale', { access: 'sale.sell', input: z.object({ saleId: id }) }).returns<null>(),
  /**
   * Stops the clock; a collect-by stays as it is. Seats of an event that went OFF_SALE or was POSTPONED may be paid.
   * Errors: SALE_EMPTY, SALE_EXPIRED, EVENT_CANCELLED { title }.
   */
  'sale.beginPayment': command('sale', {
    access: 'sale.sell',
    input: z.object({ saleId: id }),
  }).returns<SaleReference>(),
  /**
   * What was tendered is cancelled; the clock goes on with what was left, at least two minutes. A booking that was
   * kept unpaid is kept again, until its collect-by.
   */
  'sale.backToBasket': command('device', {
    access: 'sale.sell',
    input: z.object({ saleId: id }),
  }).returns<SaleReference>(),
  /** Kept, so that a power cut brings it back. Errors: NO_CASH_SESSION, OVER_TENDERED (only cash gives change), EVENT_CANCELLED. */
  'sale.tender': command('device', {
    access: 'sale.sell',
    input: z.object({
      saleId: id,
      kind: z.enum(['CASH', 'CARD_TERMINAL']),
      /** Cash: what was handed over. Card: what the terminal took. */
      amountMinor,
      reference: line(60).nullable(),
    }),
  }).returns<SaleReference>(),
  'sale.removeTender': command('device', {
    access: 'sale.sell',
    input: z.object({ saleId: id, paymentId: id }),
  }).returns<SaleReference>(),
  /** Enter. Errors: NOT_PAID_IN_FULL { dueMinor }, EVENT_CANCELLED { title }. From here the sale stands, whatever the printer does. */
  'sale.finish': command('device', { access: 'sale.sell', input: z.object({ saleId: id }) }).returns<SaleReference>(),
  /** Kept unpaid under a name until a time. Errors: NAME_NEEDED, BAD_COLLECT_BY, EVENT_CANCELLED { title }. */
  'sale.keepUnpaid': command('sale', {
    access: 'sale.keepUnpaid',
    input: z.object({ saleId: id, collectBy: instantMs }),
  }).returns<SaleReference>(),
  /** An unpaid booking comes back into the basket to be paid. Errors: EVENT_CANCELLED { title }: it can only be let go. */
  'sale.resume': command('sale', { access: 'sale.sell', input: z.object({ saleId: id }) }).returns<SaleReference>(),
  /** Frees a seat from another clerk's basket, never from one that is paying. */
  'sale.freeSeat': command('parent', {
    access: 'sale.freeOthers',
    input: z.object({ eventId: id, seatId, reason }),
  }).returns<null>(),
  /** Whole sale: every live ticket cancelled, all money back to its tender. */
  'sale.cancel': command('sale', {
    access: 'sale.cancel',
    input: z.object({ saleId: id, reason }),
  }).returns<SaleReference>(),
  /** Errors: TICKET_USED, ALREADY_REFUNDED, NO_CASH_SESSION. Frees the seats; the other tickets stay valid. */
  'sale.refundTickets': command('sale', {
    access: 'sale.refund',
    input: z.object({ saleId: id, ticketIds: z.array(id).min(1).max(500), reason }),
  }).returns<SaleReference>(),
  /** Run by the core's timer: frees what is past its deadline; what was kept unpaid before is kept again. */
  'sale.expire': command('parent', { access: 'system', input: z.object({ saleId: id }) }).returns<null>(),
  'sale.handOver': command('sale', {
    access: 'booking.find',
    input: z.object({ saleId: id }),
  }).returns<SaleReference>(),

  'sale.get': query({ access: 'booking.find', input: z.object({ saleId: id }) }).returns<SaleView>(),
  /** The baskets this user left open, newest first: what a restart brings back. */
  'sale.open': query({ access: 'sale.sell', input: nothing }).returns<readonly SaleView[]>(),
  'sale.last': query({ access: 'sale.sell', input: nothing }).returns<SaleView | null>(),
  'sale.findSeats': query({ access: 'sale.sell', input: best }).returns<readonly SeatProposal[]>(),
  /** Anything: name, phone tail, e-mail, sale or ticket number, a scanned code. */
  'booking.search': query({
    access: 'booking.find',
    input: z.object({ text: line(300), eventId: id.optional(), only: z.enum(['WILL_CALL', 'UNPAID']).optional() }),
  }).returns<readonly SaleSummary[]>(),
  'customer.search': query({ access: 'booking.find', input: z.object({ text: line(120) }) }).returns<
    readonly { customerId: string; name: string; phone: string | null; email: string | null }[]
  >(),
  'sale.timeline': query({ access: 'booking.find', input: z.object({ saleId: id }) }).returns<
    readonly { at: number; userName: string; name: string; allowedByName: string | null }[]
  >(),
};
