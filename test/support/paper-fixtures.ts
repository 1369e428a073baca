import type { DrawerFigures } from '../../src-shared/domain/receipt/drawer-sheet.ts';
import type { ReceiptPaper } from '../../src-shared/domain/receipt/paper.ts';
import type { TicketPaper } from '../../src-shared/domain/tickets/paper.ts';

export const saleReceipt: ReceiptPaper = {
  agency: {
    name: 'Theatre Royal',
    addressLines: ['12 Sawclose, Bath BA1 1ET', '+44 1225 448844'],
    taxNumber: 'VAT GB 123 4567 89',
  },
  kind: 'SALE',
  copy: false,
  number: 'R-03-000412',
  issuedAt: Date.UTC(2026, 10, 21, 18, 52),
  timeZone: 'Europe/London',
  clerk: 'Márta',
  device: 'Counter 2',
  currency: 'GBP',
  lines: [
    {
      text: 'The Cherry Orchard, Sat 21 Nov 19:30 – Adult',
      detail: 'Stalls, row F, seats 4–5',
      quantity: 2,
      unitMinor: 3250,
      amountMinor: 6500,
    },
    {
      text: 'The Cherry Orchard, Sat 21 Nov 19:30 – Child',
      detail: 'Stalls, row F, seat 6',
      quantity: 1,
      unitMinor: 1625,
      amountMinor: 1625,
    },
    { text: 'Programme', detail: null, quantity: 1, unitMinor: 500, amountMinor: 500 },
  ],
  subtotals: [
    { label: 'Booking fee', amountMinor: 150 },
    { label: 'Members’ discount', amountMinor: -325 },
    { label: 'VAT included, 20 %', amountMinor: 1408 },
  ],
  totalMinor: 8450,
  tenders: [
    { label: 'Gift card …4711', amountMinor: 2000 },
    { label: 'Cash', amountMinor: 10000 },
  ],
  changeMinor: 3550,
  footerLines: ['Tickets are exchanged until 24 hours', 'before the curtain. Enjoy the evening!'],
  auditHash: 'b1946ac92492d2347c6235b4d2611184ae5c3f8b',
};

export const refundReceipt: ReceiptPaper = {
  ...saleReceipt,
  kind: 'REFUND',
  copy: true,
  number: 'R-03-000413',
  lines: [
    {
      text: 'The Cherry Orchard, Sat 21 Nov 19:30 – Child',
      detail: 'Stalls, row F, seat 6',
      quantity: 1,
      unitMinor: -1625,
      amountMinor: -1625,
    },
  ],
  subtotals: [],
  totalMinor: -1625,
  tenders: [{ label: 'Cash', amountMinor: -1625 }],
  changeMinor: null,
  footerLines: [],
};

export const drawerEvening: DrawerFigures = {
  owner: 'Márta',
  openedAt: Date.UTC(2026, 10, 21, 16, 5),
  drawer: [
    { kind: 'FLOAT', amountMinor: 17_000, count: 1 },
    { kind: 'SALE', amountMinor: 123_450, count: 41 },
    { kind: 'REFUND', amountMinor: -3250, count: 1 },
    { kind: 'PAID_OUT', amountMinor: -1290, count: 1 },
    { kind: 'DROP', amountMinor: -100_000, count: 2 },
  ],
  cards: [
    { kind: 'SALE', amountMinor: 456_700, count: 103 },
    { kind: 'REFUND', amountMinor: -6500, count: 2 },
  ],
  noSales: 3,
  count: {
    countedMinor: 35_960,
    by: 'Béla',
    times: 2,
    denominations: { '5': 2, '2000': 10, '5000': 3, '100': 9, '50': 1 },
  },
  approval: { by: 'Max Manager', reason: 'Somebody left an envelope in it' },
};

/** Labels nobody should print and somebody will. */
export const NASTY_LABELS: readonly string[] = [
  'O\'Brien "The Voice" & <Sons>',
  'line one\nline two\r\nline\tthree',
  'nul\u0000 esc\u001b@ gs\u001dV\u0000 del\u007f',
  'המחזה הגדול (2026) של אבי',
  'مسرحية العام ٢٠٢٦ ABC',
  'A \u202Edesrever\u202C word, \u200Bzero width',
  '🎭 Die Fledermaus 🎉👩‍👩‍👧 🇬🇧',
  '演劇の夜',
  'Žluťoučký kůň — Привет — Ελληνικά — Đặng',
  'e\u0301\u0301\u0301 Z̷a̷l̷g̷o̷',
  'Supercalifragilisticexpialidocious'.repeat(9),
  'A very long title that goes on and on '.repeat(20),
  '\uD800 lone surrogate',
  '',
  '   ',
];

export const seatTicket: TicketPaper = {
  code: 'T104Y00014KE1J8SNKVTRQ000G001G000000EXAMP1E00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000',
  shortSerial: '2J6HB7HG9AXB',
  number: 'TM-2026-001234',
  bookingNumber: 'ORD-20261121-7K3QMD',
  agency: { name: 'Theatre Royal Bath', contact: 'boxoffice@theatreroyal.example · +44 1225 448844' },
  event: {
    title: 'The Cherry Orchard',
    subtitle: 'Anton Chekhov, in a new version by Helena Marsh',
    startsAt: Date.UTC(2026, 10, 21, 19, 30),
    doorsAt: Date.UTC(2026, 10, 21, 18, 45),
    timeZone: 'Europe/London',
  },
  venue: { name: 'Main House', address: '12 Sawclose, Bath BA1 1ET' },
  place: { section: 'Royal Circle', row: 'F', seat: '14', floor: 'First floor', entrance: 'Door B' },
  restrictedView: false,
  ticketType: 'Adult',
  priceMinor: 3250,
  currency: 'GBP',
  holder: 'Eleanor Whitcombe',
  terms:
    'Latecomers are admitted at a suitable pause. No photography or recording. Tickets are exchanged until 24 hours before the performance and are not refunded after it has begun. Resale above the printed price makes a ticket void.',
  copyNumber: 0,
};
