/** T1 and T2: tickets as PDF, against pdfmake laying out the same words and square code by itself. */
import { generateKeyPairSync, sign } from 'node:crypto';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { createTicketPdf } from '../../src-main/documents/ticket-pdf.ts';
import { signTicket } from '../../src-shared/domain/tickets/code.ts';
import type { TicketPaper } from '../../src-shared/domain/tickets/paper.ts';
import { shortSerial } from '../../src-shared/domain/tickets/short-serial.ts';
import { seatTicket } from '../support/paper-fixtures.ts';
import { fonts, typesetter } from '../support/receipt-deps.ts';
import { figureAtMost, ratioAtLeast, type Benchmark, type Sides } from './benchmark.ts';
import { median, timed } from './measure.ts';

const A6_PT = { width: 419.5, height: 297.6 };

function ticketsOf(n: number): TicketPaper[] {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = { keyId: 7, sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey)) };
  return Array.from({ length: n }, (_, i) => {
    const fields = { eventNumber: 4711, serial: i + 1, seatIndex: i, generation: 1, product: 0, gate: 0 };
    const place = { ...seatTicket.place, row: String(Math.floor(i / 20) + 1), seat: String((i % 20) + 1) };
    return { ...seatTicket, code: signTicket(fields, signer), shortSerial: shortSerial(i + 1), place };
  });
}

/** A ticket as pdfmake's own examples would write it: stacked texts and its `qr` node. */
function plainDocument(tickets: readonly TicketPaper[]): TDocumentDefinitions {
  return {
    pageSize: A6_PT,
    pageMargins: 20,
    defaultStyle: { font: 'Text', fontSize: 8 },
    content: tickets.map((ticket, at): Content => ({
      ...(at > 0 ? { pageBreak: 'before' as const } : {}),
      columns: [
        {
          width: '*',
          stack: [
            { text: ticket.event.title, fontSize: 16 },
            ticket.event.subtitle ?? '',
            new Date(ticket.event.startsAt).toISOString(),
            `${ticket.venue.name}, ${ticket.venue.address}`,
            `${ticket.place.section} · ${ticket.place.row} · ${ticket.place.seat}`,
            `${ticket.place.floor} · ${ticket.place.entrance}`,
            `${ticket.ticketType} · ${(ticket.priceMinor / 100).toFixed(2)} ${ticket.currency}`,
            ticket.holder ?? '',
            `${ticket.number} · ${ticket.shortSerial}`,
            ticket.bookingNumber,
            `${ticket.agency.name} · ${ticket.agency.contact}`,
            ticket.terms,
          ],
        },
        { width: 120, qr: ticket.code, fit: 120, eccLevel: 'M' },
      ],
    })),
  };
}

interface Makers {
  readonly ours: () => Promise<unknown>;
  readonly plain: () => Promise<unknown>;
}

function makersOf(n: number): Makers {
  const tickets = ticketsOf(n);
  const print = createTicketPdf({ fonts, typesetter });
  pdfmake.setFonts({ Text: { normal: fonts.Text.path } });
  return {
    ours: () => print(tickets, 'A6'),
    plain: async () => pdfmake.createPdf(plainDocument(tickets)).getBuffer(),
  };
}

export const ticketRun: Benchmark = {
  id: 'T1',
  title: 'PDF of many tickets',
  control: 'bare pdfmake with its own layout and square code',
  unit: '/s',
  must: ratioAtLeast(0.8),
  goal: null,
  sizes: [100],
  async open(n): Promise<Sides> {
    const { ours, plain } = makersOf(n);
    return {
      value: async () => (n / (await timed(ours))) * 1000,
      control: async () => (n / (await timed(plain))) * 1000,
      close: async () => undefined,
    };
  },
};

const PRINTS = 15;

export const oneTicket: Benchmark = {
  id: 'T2',
  title: 'PDF of one ticket, warm',
  control: 'bare pdfmake with its own layout and square code',
  unit: 'ms',
  must: figureAtMost(200),
  goal: figureAtMost(30),
  sizes: [1],
  fixedSize: true,
  async open(): Promise<Sides> {
    const { ours, plain } = makersOf(1);
    const typical = async (make: () => Promise<unknown>): Promise<number> => {
      const tookMs: number[] = [];
      for (let i = 0; i < PRINTS; i++) tookMs.push(await timed(make));
      return median(tookMs);
    };
    return { value: () => typical(ours), control: () => typical(plain), close: async () => undefined };
  },
};
