/** What customers buy, the money, the paper and the door. */
import type {
  BookingStatus,
  PaymentStatus,
  PrintState,
  RefundStatus,
  SaleStatus,
  TicketStatus,
  CashSessionStatus,
} from '../domain/inventory/states.ts';
import type { Verdict } from '../domain/door/verdict.ts';
import type { Account } from '../domain/ledger/accounts.ts';
import { bool, instant, int, json, table, text } from './kit.ts';

export const customers = table(
  'customers',
  { name: text(), sortKey: text(), email: text().orNull, phone: text().orNull, note: text().orNull },
  { indexes: [{ name: 'customers_by_sort_key', columns: ['sortKey'] }] },
);

/** Words by which people find things: folded, one row each, found by prefix. */
export const searchTerms = table(
  'search_terms',
  { kind: text<'SALE' | 'CUSTOMER'>(), refId: text(), term: text() },
  {
    indexes: [
      { name: 'search_terms_by_term', columns: ['term'] },
      { name: 'search_terms_by_ref', columns: ['refId'] },
    ],
  },
);

export const sales = table(
  'sales',
  {
    number: text(),
    customerId: text().to('customers').orNull,
    channel: text<'COUNTER'>(),
    status: text<SaleStatus>(),
    /** Null: the parent. A device's id once it has taken the sale over to be paid. */
    authority: text().orNull,
    userId: text(),
    deviceId: text(),
    currency: text(),
    totalMinor: int(),
    delivery: text<'NOW' | 'WILL_CALL'>(),
    /** While PAYING: what was left on the clock, to go on from after a decline or "back". */
    clockLeftMs: int().orNull,
    confirmedAt: instant().orNull,
    handedOverAt: instant().orNull,
  },
  {
    unique: [{ name: 'sales_one_number', columns: ['number'] }],
    indexes: [
      { name: 'sales_by_status', columns: ['status', 'userId'] },
      { name: 'sales_by_customer', columns: ['customerId'] },
      { name: 'sales_by_confirmed', columns: ['confirmedAt'] },
    ],
  },
);

export const bookings = table(
  'bookings',
  {
    saleId: text().to('sales'),
    eventId: text().to('events'),
    status: text<BookingStatus>(),
    /** Of what is RESERVED. While it is PAYING a basket has none, and what was kept unpaid keeps its collect-by. */
    deadline: instant().orNull,
    deadlineKind: text<'BASKET' | 'COLLECT'>(),
    /** Kept unpaid until then; while it is in a basket again, what it goes back to should nobody pay. */
    collectBy: instant().orNull,
    /** Why it may have more seats than the event's limit. */
    limitPassReason: text().orNull,
    /** Why its picks may leave a single seat alone where the event's rule is strict. */
    singlePassReason: text().orNull,
  },
  {
    unique: [{ name: 'bookings_one_per_event', columns: ['saleId', 'eventId'] }],
    indexes: [
      { name: 'bookings_by_deadline', columns: ['status', 'deadline'] },
      { name: 'bookings_by_event', columns: ['eventId'] },
    ],
  },
);

export const tickets = table(
  'tickets',
  {
    number: text(),
    /** 45 random bits: what Code 128 and the signed code name. */
    serial: int(),
    saleId: text().to('sales'),
    bookingId: text().to('bookings'),
    eventId: text().to('events'),
    seatId: text(),
    ordinal: int(),
    ticketTypeId: text().to('ticket_types'),
    priceLevelId: text().orNull,
    priceMinor: int(),
    costMinor: int().orNull,
    generation: int(),
    status: text<TicketStatus>(),
    holderName: text().orNull,
    compReason: text().orNull,
    replacesTicketId: text().orNull,
    exceptionId: text().orNull,
    printedCopies: int(),
  },
  {
    unique: [
      {
        name: 'tickets_one_live_per_seat',
        columns: ['eventId', 'seatId'],
        where: "status in ('RESERVED','CONFIRMED','USED') and exception_id is null",
      },
      { name: 'tickets_one_number', columns: ['number'] },
      { name: 'tickets_one_serial', columns: ['serial'] },
    ],
    indexes: [
      { name: 'tickets_by_sale', columns: ['saleId'] },
      { name: 'tickets_by_booking', columns: ['bookingId'] },
      { name: 'tickets_by_event', columns: ['eventId', 'status'] },
    ],
  },
);

/** Written when the sale is confirmed, and reversed line by line after that; never changed. */
export const saleLines = table(
  'sale_lines',
  {
    saleId: text().to('sales'),
    bookingId: text().orNull,
    ticketId: text().orNull,
    kind: text<'TICKET' | 'FEE' | 'TAX' | 'DISCOUNT' | 'PRODUCT' | 'GIFT_CARD' | 'ROUNDING'>(),
    description: text(),
    quantity: int(),
    unitMinor: int(),
    totalMinor: int(),
    reversesLineId: text().orNull,
  },
  {
    unique: [{ name: 'sale_lines_reversed_once', columns: ['reversesLineId'], where: 'reverses_line_id is not null' }],
    indexes: [
      { name: 'sale_lines_by_sale', columns: ['saleId'] },
      { name: 'sale_lines_by_time', columns: ['createdAt'] },
    ],
  },
);

export const payments = table(
  'payments',
  {
    saleId: text().to('sales'),
    kind: text<'CASH' | 'CARD_TERMINAL'>(),
    status: text<PaymentStatus>(),
    /** What it pays of the sale. */
    amountMinor: int(),
    /** What was handed over, and given back; only with cash. */
    tenderedMinor: int(),
    changeMinor: int(),
    /** What the separate card terminal printed; never a card number. */
    reference: text().orNull,
    cashSessionId: text().orNull,
    userId: text(),
  },
  { indexes: [{ name: 'payments_by_sale', columns: ['saleId'] }] },
);

export const refunds = table(
  'refunds',
  {
    saleId: text().to('sales'),
    kind: text<'CASH' | 'CARD_TERMINAL'>(),
    status: text<RefundStatus>(),
    amountMinor: int(),
    reason: text(),
    reference: text().orNull,
    cashSessionId: text().orNull,
    userId: text(),
  },
  { indexes: [{ name: 'refunds_by_sale', columns: ['saleId'] }] },
);

export const ledgerTransactions = table(
  'ledger_transactions',
  {
    kind: text(),
    saleId: text().orNull,
    cashSessionId: text().orNull,
    userId: text(),
    deviceId: text(),
    at: instant(),
    description: text(),
  },
  {
    indexes: [
      { name: 'ledger_transactions_by_sale', columns: ['saleId'] },
      { name: 'ledger_transactions_by_time', columns: ['at'] },
    ],
  },
);

export const ledgerEntries = table(
  'ledger_entries',
  {
    transactionId: text().to('ledger_transactions'),
    account: text<Account>(),
    amountMinor: int(),
    currency: text(),
    at: instant(),
    saleId: text().orNull,
    eventId: text().orNull,
    ticketId: text().orNull,
    priceLevelId: text().orNull,
    ticketTypeId: text().orNull,
    supplierId: text().orNull,
    userId: text(),
    cashSessionId: text().orNull,
  },
  {
    indexes: [
      { name: 'ledger_entries_by_transaction', columns: ['transactionId'] },
      { name: 'ledger_entries_by_time', columns: ['at', 'account'] },
      { name: 'ledger_entries_by_session', columns: ['cashSessionId', 'account'] },
      { name: 'ledger_entries_by_sale', columns: ['saleId'] },
      { name: 'ledger_entries_by_event', columns: ['eventId', 'account'] },
    ],
  },
);

export const cashSessions = table(
  'cash_sessions',
  {
    deviceId: text(),
    userId: text(),
    status: text<CashSessionStatus>(),
    currency: text(),
    openedAt: instant(),
    closedAt: instant().orNull,
    floatMinor: int(),
    /** Known to the clerk only once the session is closed. */
    countedMinor: int().orNull,
    differenceMinor: int().orNull,
    approvedBy: text().orNull,
  },
  {
    unique: [{ name: 'cash_sessions_one_open', columns: ['deviceId'], where: "status <> 'CLOSED'" }],
    indexes: [{ name: 'cash_sessions_by_opened', columns: ['openedAt'] }],
  },
);

export const cashCounts = table(
  'cash_counts',
  {
    cashSessionId: text().to('cash_sessions'),
    kind: text<'FLOAT' | 'CLOSE'>(),
    denominations: json<Record<string, number>>(),
    totalMinor: int(),
    userId: text(),
    at: instant(),
  },
  { indexes: [{ name: 'cash_counts_by_session', columns: ['cashSessionId'] }] },
);

export const cashMovements = table(
  'cash_movements',
  {
    cashSessionId: text().to('cash_sessions'),
    kind: text<'PAID_IN' | 'PAID_OUT' | 'DROP' | 'NO_SALE'>(),
    amountMinor: int(),
    reason: text(),
    userId: text(),
    at: instant(),
  },
  { indexes: [{ name: 'cash_movements_by_session', columns: ['cashSessionId'] }] },
);

/** Immutable; holds what its bytes are made from. One gapless series per device. */
export const receipts = table(
  'receipts',
  {
    number: text(),
    saleId: text().orNull,
    cashSessionId: text().orNull,
    kind: text<'SALE' | 'REFUND' | 'CASH'>(),
    paper: json<unknown>(),
  },
  {
    unique: [{ name: 'receipts_one_number', columns: ['number'] }],
    indexes: [{ name: 'receipts_by_sale', columns: ['saleId'] }],
  },
);

/** One piece of paper each: a ticket or a receipt. SENT and UNKNOWN never print again by themselves. */
export const printItems = table(
  'print_items',
  {
    kind: text<'TICKET' | 'RECEIPT'>(),
    ticketId: text().orNull,
    receiptId: text().orNull,
    saleId: text().orNull,
    state: text<PrintState>(),
    isCopy: bool(),
    reason: text().orNull,
    userId: text(),
    attempts: int(),
    problem: text().orNull,
  },
  {
    indexes: [
      { name: 'print_items_by_state', columns: ['state'] },
      { name: 'print_items_by_sale', columns: ['saleId'] },
      { name: 'print_items_by_ticket', columns: ['ticketId'] },
    ],
  },
);

export const scans = table(
  'scans',
  {
    deviceId: text(),
    /** The device's own count of its scans, from 1: their order, whatever its clock says. */
    sequence: int(),
    gate: text(),
    eventId: text().orNull,
    ticketId: text().orNull,
    serial: int().orNull,
    generation: int().orNull,
    verdict: text<Verdict>(),
    /** By hand: why. */
    reason: text().orNull,
    correctsScanId: text().orNull,
    userId: text(),
    at: instant(),
  },
  {
    unique: [{ name: 'scans_one_sequence', columns: ['deviceId', 'sequence'] }],
    indexes: [
      { name: 'scans_by_ticket', columns: ['ticketId', 'at'] },
      { name: 'scans_by_event', columns: ['eventId', 'at'] },
    ],
  },
);

/** A fold of a ticket's scans: whether its bearer is in. */
export const admissions = table(
  'admissions',
  {
    eventId: text().to('events'),
    ticketId: text().to('tickets'),
    entryNumber: int(),
    isInside: bool(),
    gate: text(),
    at: instant(),
    scanId: text(),
  },
  {
    unique: [{ name: 'admissions_one_per_ticket', columns: ['eventId', 'ticketId'] }],
    indexes: [{ name: 'admissions_by_time', columns: ['eventId', 'at'] }],
  },
);
