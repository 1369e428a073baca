/** A sale as the screens show it, read from committed rows. */
import { sql } from 'drizzle-orm';
import type { BookingView, RefundView, SaleView, TicketView } from '../contract/sale.ts';
import type { PrintState, TicketStatus } from '../domain/inventory/states.ts';
import { dueMinor } from '../domain/sale/tender.ts';
import { shortSerial } from '../domain/tickets/short-serial.ts';
import type { Reader } from '../core/store.ts';
import { bool, instant, int, text } from '../schema/kit.ts';
import type { Row } from '../schema/schema.ts';

const ticketShape = {
  ticketId: text(),
  number: text(),
  serial: int(),
  eventId: text(),
  bookingId: text(),
  seatId: text(),
  ordinal: int(),
  section: text(),
  row: text(),
  label: text(),
  kind: text(),
  restrictedView: bool(),
  ticketTypeId: text(),
  ticketTypeName: text(),
  priceLevelName: text().orNull,
  priceMinor: int(),
  status: text<TicketStatus>(),
  holderName: text().orNull,
  compReason: text().orNull,
  printedCopies: int(),
  printState: text<PrintState>().orNull,
};

/** Every ticket of a sale, cancelled ones too, in map order. */
export async function ticketsOfSale(read: Reader, agencyId: string, saleId: string): Promise<TicketView[]> {
  const rows = await read.query(
    ticketShape,
    sql`select t.id, t.number, t.serial, t.event_id, t.booking_id, t.seat_id, t.ordinal, s.section_name, s.row_label, s.label,
               s.kind, s.restricted_view, t.ticket_type_id, y.name, l.name, t.price_minor, t.status, t.holder_name,
               t.comp_reason, t.printed_copies,
               (select p.state from print_items p where p.agency_id = t.agency_id and p.ticket_id = t.id order by p.created_at desc, p.id desc limit 1)
        from tickets t
        join events e on e.agency_id = t.agency_id and e.id = t.event_id
        join seats s on s.agency_id = t.agency_id and s.map_version_id = e.map_version_id and s.seat_id = t.seat_id
        join ticket_types y on y.agency_id = t.agency_id and y.id = t.ticket_type_id
        left join price_levels l on l.agency_id = t.agency_id and l.id = t.price_level_id
        where t.agency_id = ${agencyId} and t.sale_id = ${saleId}
        order by e.starts_at, t.event_id, t.ordinal, t.id`,
  );
  return rows.map(({ serial, ...ticket }) => ({ ...ticket, shortSerial: shortSerial(serial) }));
}

const bookingShape = {
  bookingId: text(),
  eventId: text(),
  eventTitle: text(),
  startsAt: int(),
  timeZone: text(),
  status: text<BookingView['status']>(),
  deadline: int().orNull,
  deadlineKind: text<BookingView['deadlineKind']>(),
  collectBy: int().orNull,
};

async function bookingsOfSale(
  read: Reader,
  agencyId: string,
  saleId: string,
  tickets: readonly TicketView[],
): Promise<BookingView[]> {
  const bookings = await read.query(
    bookingShape,
    sql`select b.id, b.event_id, e.title, e.starts_at, e.time_zone, b.status, b.deadline, b.deadline_kind, b.collect_by
        from bookings b join events e on e.agency_id = b.agency_id and e.id = b.event_id
        where b.agency_id = ${agencyId} and b.sale_id = ${saleId} order by e.starts_at, b.id`,
  );
  return bookings.map((booking) => ({
    ...booking,
    tickets: tickets.filter((ticket) => ticket.bookingId === booking.bookingId),
  }));
}

const refundShape = {
  refundId: text(),
  kind: text<RefundView['kind']>(),
  status: text<RefundView['status']>(),
  amountMinor: int(),
  reason: text(),
  userName: text(),
  at: instant(),
};

function refundsOfSale(read: Reader, agencyId: string, saleId: string): Promise<RefundView[]> {
  return read.query(
    refundShape,
    sql`select r.id, r.kind, r.status, r.amount_minor, r.reason, coalesce(u.name, r.user_id), r.created_at
        from refunds r left join users u on u.agency_id = r.agency_id and u.id = r.user_id
        where r.agency_id = ${agencyId} and r.sale_id = ${saleId} order by r.id`,
  );
}

/** @returns null when there is no such sale */
export async function readSale(read: Reader, agencyId: string, saleId: string): Promise<SaleView | null> {
  const [sale] = await read.rows('sales', sql`where agency_id = ${agencyId} and id = ${saleId}`);
  return sale ? viewOf(read, sale) : null;
}

export async function viewOf(read: Reader, sale: Row<'sales'>): Promise<SaleView> {
  const { agencyId, id: saleId } = sale;
  const of = sql`where agency_id = ${agencyId} and sale_id = ${saleId} order by id`;
  const tickets = await ticketsOfSale(read, agencyId, saleId);
  const bookings = await bookingsOfSale(read, agencyId, saleId, tickets);
  const payments = (await read.rows('payments', of)).filter((payment) => payment.status !== 'CANCELLED');
  const receipts = await read.query({ id: text() }, sql`select id from receipts ${of}`);
  const [customer] =
    sale.customerId === null
      ? []
      : await read.rows('customers', sql`where agency_id = ${agencyId} and id = ${sale.customerId}`);
  const [user] = await read.rows('users', sql`where agency_id = ${agencyId} and id = ${sale.userId}`);
  const [paid] = await read.query(
    { paidMinor: int() },
    sql`select coalesce(sum(amount_minor), 0) from ledger_entries where agency_id = ${agencyId} and sale_id = ${saleId} and account in ('DRAWER', 'CARD_CLEARING')`,
  );
  const isOpen = sale.status === 'RESERVED' || sale.status === 'PAYING';
  const deadlines = bookings.flatMap(({ status, deadline }) =>
    status === 'RESERVED' && deadline !== null ? [deadline] : [],
  );
  return {
    saleId,
    number: sale.number,
    status: sale.status,
    currency: sale.currency,
    delivery: sale.delivery,
    customer: customer
      ? { customerId: customer.id, name: customer.name, phone: customer.phone, email: customer.email }
      : null,
    userId: sale.userId,
    userName: user?.name ?? '',
    bookings,
    payments: payments.map(({ id, kind, status, amountMinor, tenderedMinor, changeMinor, reference }) => ({
      paymentId: id,
      kind,
      status,
      amountMinor,
      tenderedMinor,
      changeMinor,
      reference,
    })),
    refunds: await refundsOfSale(read, agencyId, saleId),
    totalMinor: sale.totalMinor,
    dueMinor: isOpen ? dueMinor(sale.totalMinor, payments) : 0,
    paidMinor: paid!.paidMinor,
    deadline: deadlines.length === 0 ? null : Math.min(...deadlines),
    createdAt: sale.createdAt,
    confirmedAt: sale.confirmedAt,
    handedOverAt: sale.handedOverAt,
    receiptIds: receipts.map((receipt) => receipt.id),
  };
}
