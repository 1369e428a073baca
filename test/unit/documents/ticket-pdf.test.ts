import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTicketPdf, ticketPages } from '../../../src-main/documents/ticket-pdf.ts';
import { createTicketVerifier } from '../../../src-main/keys.ts';
import { checkTicketCode, parseTicketCode, signTicket } from '../../../src-shared/domain/tickets/code.ts';
import type { TicketLayout, TicketPaper } from '../../../src-shared/domain/tickets/paper.ts';
import { parseShortSerial, shortSerial } from '../../../src-shared/domain/tickets/short-serial.ts';
import { NASTY_LABELS, seatTicket } from '../../support/paper-fixtures.ts';
import { readPdf } from '../../support/paper-reading.ts';
import { fonts, typesetter } from '../../support/receipt-deps.ts';

const LAYOUTS: readonly TicketLayout[] = ['A6', 'A4', 'A4_FOUR_UP'];
const PAGE_SIZES_MM = { A6: [148, 105], A4: [210, 297], A4_FOUR_UP: [297, 210] } as const;

/** Code 128 checks its characters' sum only: at less than a pixel a module the first two of this one were read as others. */
const READ_WRONG_WHEN_COARSE = 84_495_602_844_480;

const keys = generateKeyPairSync('ed25519');
const verifier = createTicketVerifier(new Map([[7, keys.publicKey]]));
const signer = { keyId: 7, sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, keys.privateKey)) };

function ticket(serial: number, changes: Partial<TicketPaper> = {}): TicketPaper {
  const fields = { eventNumber: 4711, serial, seatIndex: serial % 1000, generation: 1, product: 0, gate: 0 };
  return { ...seatTicket, code: signTicket(fields, signer), shortSerial: shortSerial(serial), ...changes };
}

/** The label everywhere a label can stand. */
function labelledEverywhere(label: string): Partial<TicketPaper> {
  return {
    number: label,
    bookingNumber: label,
    agency: { name: label, contact: label },
    event: { ...seatTicket.event, title: label, subtitle: label },
    venue: { name: label, address: label },
    place: { section: label, row: label, seat: label, floor: label, entrance: label },
    ticketType: label,
    holder: label,
    terms: label,
    restrictedView: true,
    copyNumber: 3,
  };
}

const print = createTicketPdf({ fonts, typesetter });

describe('ticket PDF', () => {
  test.each(LAYOUTS)('both codes of every ticket read back by another decoder: %s', async (layout) => {
    const tickets = [1, 2, 0x12_34_56_78_9a_bc, 2 ** 48 - 1, READ_WRONG_WHEN_COARSE].map((serial) => ticket(serial));
    const pages = await readPdf(await print(tickets, layout));
    expect(pages).toHaveLength(layout === 'A4_FOUR_UP' ? 2 : 5);
    for (const page of pages) {
      const [width, height] = PAGE_SIZES_MM[layout];
      expect(page.widthMm).toBeCloseTo(width, 0);
      expect(page.heightMm).toBeCloseTo(height, 0);
    }
    const qr = pages.flatMap((page) => page.qr);
    expect(qr.toSorted()).toEqual(tickets.map((each) => each.code).toSorted());
    for (const code of qr) {
      const parsed = parseTicketCode(code);
      expect(parsed.ok && checkTicketCode(parsed.value, verifier)).toBe('VALID');
    }
    const serials = pages.flatMap((page) => page.code128);
    expect(serials.toSorted()).toEqual(tickets.map((each) => each.shortSerial).toSorted());
    expect(serials.every((serial) => parseShortSerial(serial).ok)).toBe(true);
  });

  test('both codes still read from a coarse print of 150 dpi', async () => {
    const [page] = await readPdf(await print([ticket(77)], 'A6'), 150);
    expect(page).toMatchObject({ qr: [ticket(77).code], code128: [shortSerial(77)] });
  });

  test.each(LAYOUTS)('says all a visitor needs: %s', async (layout) => {
    const [page] = await readPdf(await print([ticket(9, { restrictedView: true, copyNumber: 2 })], layout));
    for (const word of [
      'The Cherry Orchard',
      'Saturday 21 November 2026',
      '19:30',
      'Doors open 18:45',
      'Royal Circle',
      'First floor',
      'Door B',
      '14',
      'Adult',
      'GBP 32.50',
      'Eleanor Whitcombe',
      'ORD-20261121-7K3QMD',
      'TM-2026-001234',
      'RESTRICTED VIEW',
      'COPY 2',
      'Latecomers are admitted',
    ])
      expect(page?.text).toContain(word);
  });

  test('a first print says nothing of a copy, an unnumbered place nothing of row and seat', async () => {
    const place = { section: 'Garden', row: null, seat: null, floor: null, entrance: null };
    const [page] = await readPdf(await print([ticket(9, { place, holder: null })], 'A6'));
    expect(page?.text).toContain('Free choice of place');
    for (const word of ['COPY', 'ROW', 'ENTRANCE', 'NAME', 'RESTRICTED']) expect(page?.text).not.toContain(word);
  });

  test('times are the event’s own, over the end of summer time and past midnight', async () => {
    const event = {
      ...seatTicket.event,
      startsAt: Date.UTC(2026, 9, 25, 0, 30),
      timeZone: 'Europe/Paris',
      doorsAt: null,
    };
    const [page] = await readPdf(await print([ticket(9, { event })], 'A6'));
    expect(page?.text).toContain('Sunday 25 October 2026');
    expect(page?.text).toContain('02:30');
    expect(page?.text).not.toContain('Doors');
  });

  test.each(['A4', 'A4_FOUR_UP'] as const)('no label, however long or odd, breaks a code: %s', async (layout) => {
    const tickets = NASTY_LABELS.map((label, at) => ticket(at, labelledEverywhere(label)));
    const pages = await readPdf(await print(tickets, layout), layout === 'A4' ? 150 : 200);
    expect(pages.flatMap((page) => page.qr).toSorted()).toEqual(tickets.map((each) => each.code).toSorted());
    expect(pages.flatMap((page) => page.code128).toSorted()).toEqual(
      tickets.map((each) => each.shortSerial).toSorted(),
    );
  });

  test.each(LAYOUTS)('no text overlaps another or leaves the page: %s', (layout) => {
    for (const label of [...NASTY_LABELS, 'F', '14', 'Rear Stalls Left']) {
      const [page] = ticketPages([ticket(1, labelledEverywhere(label))], layout, { fonts, typesetter });
      const boxes = (page?.texts ?? []).map((content) => textBox(content as PlacedText));
      expect(boxes.length).toBeGreaterThan(10);
      const [width, height] = PAGE_SIZES_MM[layout].map((mm) => (mm / 25.4) * 72) as [number, number];
      boxes.forEach((box, at) => {
        expect(box.left, box.text).toBeGreaterThan(8);
        expect(box.right, box.text).toBeLessThan(width - 8);
        expect(box.bottom, box.text).toBeLessThan(height - 6);
        for (const other of boxes.slice(at + 1)) {
          const apart =
            box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
          expect(apart, `${box.text} / ${other.text}`).toBe(true);
        }
      });
    }
  });

  test('no ticket at all is a bug of the caller’s', async () => {
    await expect(print([], 'A4')).rejects.toThrow('no tickets');
  });
});

interface PlacedText {
  readonly text: string;
  readonly font: keyof typeof fonts;
  readonly fontSize: number;
  readonly absolutePosition: { readonly x: number; readonly y: number };
}

/** Where a text's letters stand: from the height of capitals to a little under the line. */
function textBox({ text, font, fontSize, absolutePosition: { x, y } }: PlacedText) {
  const engine = fonts[font].font;
  const baseline = y + (engine.ascent / engine.unitsPerEm) * fontSize;
  const width = (engine.layout(text).advanceWidth / engine.unitsPerEm) * fontSize;
  // A hundredth of a point: rounding, not overlap.
  return {
    text,
    left: x + 0.01,
    right: x + width - 0.01,
    top: baseline - 0.72 * fontSize,
    bottom: baseline + 0.15 * fontSize,
  };
}
