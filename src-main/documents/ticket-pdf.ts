/**
 * Tickets as PDF: the card of `ticket-card.ts` on an A6 page, four to an A4 page, or one to an A4 page that is folded
 * once and tells the rest below the fold. Vector throughout, fonts embedded.
 */
import pdfmake from 'pdfmake';
import type { CanvasElement, Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { assert } from '../../src-shared/domain/result.ts';
import type { TicketLayout, TicketPaper } from '../../src-shared/domain/tickets/paper.ts';
import { text } from '../../src-shared/text/text.ts';
import { FONT_NAMES } from './fonts.ts';
import type { FontSet } from './fonts.ts';
import { createPageDrawing, emptyPage } from './page-drawing.ts';
import type { DrawingDeps, PageContent, PageDrawing } from './page-drawing.ts';
import {
  CARD_HEIGHT_MM,
  CARD_WIDTH_MM,
  drawTicketCard,
  groupedSerial,
  INK,
  priceOf,
  RULE,
  SOFT,
} from './ticket-card.ts';
import { createTypesetter, printableText } from './typesetting.ts';
import type { Typesetter } from './typesetting.ts';
import { dateWords } from './wording.ts';

export interface TicketPdfDeps {
  readonly fonts: FontSet;
  readonly typesetter?: Typesetter;
}

export type CreateTicketPdf = (tickets: readonly TicketPaper[], layout: TicketLayout) => Promise<Uint8Array>;

const A4_WIDTH_MM = 210;
const A4_HEIGHT_MM = 297;
const POINTS_PER_MM = 72 / 25.4;

/** A4 is four A6; the card fills half of it when scaled by the root of two. */
const HALF_PAGE_SCALE = A4_WIDTH_MM / CARD_WIDTH_MM;

/** Keeps the fonts open between calls; one caller a process is enough. */
export function createTicketPdf(deps: TicketPdfDeps): CreateTicketPdf {
  const drawingDeps: DrawingDeps = { fonts: deps.fonts, typesetter: deps.typesetter ?? createTypesetter(deps.fonts) };
  // Nothing in a ticket may make this program read an address, or a file that is not one of its fonts.
  const fontPaths = new Set(FONT_NAMES.map((name) => deps.fonts[name].path));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => fontPaths.has(path));
  return async (tickets, layout) => {
    assert(tickets.length > 0, 'no tickets to print');
    pdfmake.setFonts(Object.fromEntries(FONT_NAMES.map((name) => [name, { normal: deps.fonts[name].path }])));
    const document = pdfmake.createPdf(definitionOf(ticketPages(tickets, layout, drawingDeps), tickets, layout));
    return new Uint8Array(await document.getBuffer());
  };
}

/** What is drawn on each page, before pdfmake writes it. */
export function ticketPages(tickets: readonly TicketPaper[], layout: TicketLayout, deps: DrawingDeps): PageContent[] {
  const perPage = layout === 'A4_FOUR_UP' ? 4 : 1;
  const pages: PageContent[] = [];
  for (let first = 0; first < tickets.length; first += perPage) {
    const page = emptyPage();
    tickets.slice(first, first + perPage).forEach((ticket, at) => {
      const placement = {
        xMm: (at % 2) * CARD_WIDTH_MM + (layout === 'A4_FOUR_UP' ? (A4_HEIGHT_MM - 2 * CARD_WIDTH_MM) * (at % 2) : 0),
        yMm: Math.floor(at / 2) * CARD_HEIGHT_MM,
        scale: layout === 'A4' ? HALF_PAGE_SCALE : 1,
      };
      drawTicketCard(ticket, createPageDrawing(page, placement, deps));
      if (layout === 'A4') drawBelowFold(ticket, createPageDrawing(page, { xMm: 0, yMm: 0, scale: 1 }, deps));
    });
    if (layout === 'A4_FOUR_UP') drawCutMarks(createPageDrawing(page, { xMm: 0, yMm: 0, scale: 1 }, deps));
    pages.push(page);
  }
  return pages;
}

function drawCutMarks(drawing: PageDrawing): void {
  const style = { color: RULE, widthPt: 0.4, dashPt: 3 };
  drawing.line(A4_HEIGHT_MM / 2, 0, A4_HEIGHT_MM / 2, A4_WIDTH_MM, style);
  drawing.line(0, A4_WIDTH_MM / 2, A4_HEIGHT_MM, A4_WIDTH_MM / 2, style);
}

/** The lower half of an A4 page: what does not fit a ticket but a visitor wants to have. */
function drawBelowFold(ticket: TicketPaper, drawing: PageDrawing): void {
  const fold = A4_HEIGHT_MM / 2;
  drawing.line(0, fold, A4_WIDTH_MM, fold, { color: RULE, widthPt: 0.6, dashPt: 3 });
  drawing.text({ text: text('paper.fold'), face: 'TEXT', x: 12, y: fold + 4, width: 40, size: 6.5, color: SOFT });
  const top = fold + 18;
  const left = { x: 14, width: 104, color: INK } as const;
  drawing.text({ ...left, text: text('paper.terms'), face: 'TITLE', y: top, size: 15 });
  const scanHeight = drawing.text({
    ...left,
    text: text('paper.scan'),
    face: 'STRONG',
    y: top + 9,
    size: 9.5,
    lines: 4,
    leading: 1.4,
  });
  drawing.text({
    ...left,
    text: ticket.terms,
    face: 'TEXT',
    y: top + 9 + scanHeight + 8,
    size: 9,
    smallest: 6,
    lines: 18,
    leading: 1.4,
    color: SOFT,
  });
  drawFactList(ticket, drawing, top);
  drawing.line(14, A4_HEIGHT_MM - 17, A4_WIDTH_MM - 14, A4_HEIGHT_MM - 17, { color: RULE, widthPt: 0.6 });
  const agency =
    ticket.agency.contact === null ? ticket.agency.name : `${ticket.agency.name} · ${ticket.agency.contact}`;
  drawing.text({
    text: agency,
    face: 'TEXT',
    x: 14,
    y: A4_HEIGHT_MM - 12,
    width: A4_WIDTH_MM - 28,
    size: 8,
    smallest: 6,
    color: SOFT,
  });
}

function drawFactList(ticket: TicketPaper, drawing: PageDrawing, top: number): void {
  const right = { x: 134, width: 62 } as const;
  drawing.text({ ...right, text: text('paper.yourEvening'), face: 'TITLE', y: top, size: 15, color: INK });
  const { event, venue, place } = ticket;
  const starts = dateWords(event.startsAt, event.timeZone);
  const doors =
    event.doorsAt === null ? '' : ` · ${text('paper.doors', { time: dateWords(event.doorsAt, event.timeZone).time })}`;
  const facts: [label: string, value: string][] = [
    [text('paper.when'), `${starts.shortDate} ${starts.time}${doors}`],
    [text('paper.venue'), joined([venue.name, venue.address], ', ')],
    [
      text(place.seat === null ? 'paper.admission' : 'paper.seat'),
      joined([place.section, place.row, place.seat], ' · '),
    ],
    [text('paper.entrance'), joined([place.entrance, place.floor], ' · ')],
    [text('paper.type'), `${ticket.ticketType} · ${priceOf(ticket)}`],
    [text('paper.holder'), ticket.holder ?? ''],
    [text('paper.booking'), ticket.bookingNumber],
    [text('paper.number'), `${ticket.number} · ${groupedSerial(ticket.shortSerial)}`],
  ];
  const known = facts.filter(([, value]) => value !== '');
  known.forEach(([label, value], at) => {
    const y = top + 9 + at * 11;
    drawing.text({ ...right, text: label, face: 'STRONG', y, size: 6.5, color: SOFT });
    drawing.text({
      ...right,
      text: value,
      face: 'STRONG',
      align: 'LEFT',
      y: y + 4.3,
      size: 9.5,
      smallest: 6,
      color: INK,
    });
    drawing.line(right.x, y + 6.6, right.x + right.width, y + 6.6, { color: RULE, widthPt: 0.5 });
  });
}

function joined(parts: readonly (string | null)[], by: string): string {
  return parts.filter((part) => part !== null && part !== '').join(by);
}

function definitionOf(
  pages: readonly PageContent[],
  tickets: readonly TicketPaper[],
  layout: TicketLayout,
): TDocumentDefinitions {
  const [width, height] =
    layout === 'A4'
      ? [A4_WIDTH_MM, A4_HEIGHT_MM]
      : layout === 'A6'
        ? [CARD_WIDTH_MM, CARD_HEIGHT_MM]
        : [A4_HEIGHT_MM, A4_WIDTH_MM];
  return {
    pageSize: { width: width * POINTS_PER_MM, height: height * POINTS_PER_MM },
    pageMargins: 0,
    defaultStyle: { font: 'Text' },
    info: {
      title: printableText([...new Set(tickets.map((ticket) => ticket.event.title))].join(', ')),
      author: printableText(tickets[0]?.agency.name ?? ''),
    },
    content: pages.flatMap((page, at): Content[] => [
      {
        canvas: page.shapes as CanvasElement[],
        absolutePosition: { x: 0, y: 0 },
        ...(at > 0 ? { pageBreak: 'before' as const } : {}),
      },
      ...page.texts,
    ]),
  };
}
