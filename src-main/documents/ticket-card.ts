/**
 * The ticket itself: a card of 148 × 105 mm (A6 lying) with a stub to tear off. Everything on it stands in a box of its
 * own, so that no label, however long or odd, can run into another.
 */
import type { TicketPaper } from '../../src-shared/domain/tickets/paper.ts';
import { text } from '../../src-shared/text/text.ts';
import type { PageDrawing, TextSpec } from './page-drawing.ts';
import { code128Widths, qrModules } from './symbols.ts';
import { dateWords, moneyText } from './wording.ts';

export const CARD_WIDTH_MM = 148;
export const CARD_HEIGHT_MM = 105;

export const INK = '#1b2130';
export const SOFT = '#5b6272';
export const RULE = '#c9ccd4';
const PAPER = '#ffffff';
const BRASS = '#e2c48d';
const PALE = '#d9dce4';

/** The main part, inside printers' unprintable margins; the perforation stands right of it. */
const LEFT = 6;
const WIDTH = 97;
const PERFORATION = 107.5;
const STUB_LEFT = 111.2;
const STUB_WIDTH = 31.2;

/** QR version 6 is 41 modules: at this size 31 mm, read from a creased page by a door's scanner at arm's length. */
const QR_SIZE = 31.2;
/** One third of a millimetre a module: an ordinary laser scanner reads it; 12 characters are 56 mm. */
const BAR_MODULE = 0.333;

const TAG_WIDTH = 27;
/** Of the small facts under the seat, from the left edge: the last two stand under row and seat. */
const FACT_COLUMNS = [0, 25, 51, 77] as const;

const BAND_TOP = 6;
const BAND_HEIGHT = 34.5;

/** Draws one ticket on a drawing whose origin is the card's top left corner. */
export function drawTicketCard(ticket: TicketPaper, drawing: PageDrawing): void {
  drawBand(ticket, drawing);
  drawWhenAndWhere(ticket, drawing);
  drawSeat(ticket, drawing);
  drawFacts(ticket, drawing);
  drawFoot(ticket, drawing);
  drawing.line(PERFORATION, 3, PERFORATION, CARD_HEIGHT_MM - 3, { color: SOFT, widthPt: 0.7, dashPt: 2.2 });
  drawStub(ticket, drawing);
}

function drawBand(ticket: TicketPaper, drawing: PageDrawing): void {
  drawing.rectangle(LEFT, BAND_TOP, WIDTH, BAND_HEIGHT, { fill: INK, radius: 1.6 });
  const inner = { x: LEFT + 5, width: WIDTH - 10 };
  let right = inner.x + inner.width;
  for (const tag of tagsOf(ticket)) {
    drawTag(drawing, tag, right - TAG_WIDTH, BAND_TOP + 2.6, TAG_WIDTH, BRASS);
    right -= TAG_WIDTH + 2;
  }
  drawing.text({
    text: ticket.agency.name,
    face: 'STRONG',
    x: inner.x,
    y: BAND_TOP + 6.2,
    width: right - inner.x,
    size: 7.5,
    smallest: 6,
    color: BRASS,
  });
  drawing.line(inner.x, BAND_TOP + 8.6, inner.x + inner.width, BAND_TOP + 8.6, { color: '#4a5267', widthPt: 0.5 });
  const { title, subtitle } = ticket.event;
  const titleBox = {
    ...inner,
    text: title,
    face: 'TITLE',
    y: BAND_TOP + (subtitle === null ? 27.5 : 24.2),
    fromBottom: true,
    color: PAPER,
  } as const;
  oneOrTwoLines(drawing, titleBox, { size: 25, smallest: 18 }, { size: 18, smallest: 10.5, leading: 1.16 });
  if (subtitle !== null)
    drawing.text({ ...inner, text: subtitle, face: 'TEXT', size: 8.5, smallest: 6.5, y: BAND_TOP + 30.4, color: PALE });
}

function drawWhenAndWhere(ticket: TicketPaper, drawing: PageDrawing): void {
  const { event, venue } = ticket;
  const starts = dateWords(event.startsAt, event.timeZone);
  drawing.text({ text: starts.date, face: 'STRONG', x: LEFT, y: 47.6, width: 66, size: 12.5, smallest: 9, color: INK });
  drawing.text({
    text: starts.time,
    face: 'STRONG',
    x: LEFT + 67,
    y: 47.6,
    width: 30,
    size: 12.5,
    align: 'RIGHT',
    color: INK,
  });
  const where = venue.address === null ? venue.name : `${venue.name}, ${venue.address}`;
  drawing.text({
    text: where,
    face: 'TEXT',
    x: LEFT,
    y: 52.6,
    width: 66,
    size: 8.5,
    smallest: 6,
    lines: 1,
    color: SOFT,
  });
  if (event.doorsAt !== null)
    drawing.text({
      text: text('paper.doors', { time: dateWords(event.doorsAt, event.timeZone).time }),
      face: 'TEXT',
      x: LEFT + 67,
      y: 52.6,
      width: 30,
      size: 8.5,
      align: 'RIGHT',
      color: SOFT,
    });
  drawing.line(LEFT, 56, LEFT + WIDTH, 56, { color: RULE, widthPt: 0.6 });
}

function drawSeat(ticket: TicketPaper, drawing: PageDrawing): void {
  const { section, row, seat } = ticket.place;
  const value = { face: 'STRONG', align: 'LEFT', color: INK, fromBottom: true } as const;
  const draw = (shown: string, x: number, y: number, width: number) =>
    oneOrTwoLines(
      drawing,
      { ...value, text: shown, x, y, width },
      { size: 23, smallest: 14 },
      { size: 12, smallest: 6, leading: 1.15 },
    );
  if (row === null && seat === null) {
    labelled(drawing, { label: text('paper.section'), x: LEFT, y: 60.4, width: WIDTH });
    draw(section, LEFT, 69.2, WIDTH);
    const free = text('paper.unnumbered');
    drawing.text({ text: free, face: 'TEXT', x: LEFT, y: 73, width: WIDTH, size: 7.5, color: SOFT });
  } else {
    const cells = [
      { label: text('paper.section'), shown: section, x: LEFT, width: 45 },
      { label: text('paper.row'), shown: row ?? '–', x: LEFT + 51, width: 20 },
      { label: text('paper.seat'), shown: seat ?? '–', x: LEFT + 77, width: 20 },
    ];
    for (const { label, shown, x, width } of cells) {
      labelled(drawing, { label, x, y: 60.4, width });
      draw(shown, x, 71.2, width);
      if (x > LEFT) drawing.line(x - 3, 58.4, x - 3, 71.6, { color: RULE, widthPt: 0.6 });
    }
  }
  drawing.line(LEFT, 74.6, LEFT + WIDTH, 74.6, { color: RULE, widthPt: 0.6 });
}

function drawFacts(ticket: TicketPaper, drawing: PageDrawing): void {
  const { entrance, floor } = ticket.place;
  const facts: [label: string, value: string][] = [
    ...(entrance === null ? [] : [[text('paper.entrance'), entrance] as [string, string]]),
    ...(floor === null ? [] : [[text('paper.floor'), floor] as [string, string]]),
    [text('paper.type'), ticket.ticketType],
    [text('paper.price'), priceOf(ticket)],
  ];
  facts.forEach(([label, value], at) => {
    const box = { x: LEFT + (FACT_COLUMNS[at] ?? 0), width: 21, align: 'LEFT' } as const;
    labelled(drawing, { ...box, label, y: 78.2 });
    drawing.text({ ...box, text: value, face: 'STRONG', y: 82.2, size: 9, smallest: 5.5, color: INK });
  });
}

function drawFoot(ticket: TicketPaper, drawing: PageDrawing): void {
  drawing.bars(code128Widths(ticket.shortSerial), LEFT, 86, BAR_MODULE, 8);
  drawing.text({
    text: groupedSerial(ticket.shortSerial),
    face: 'STRONG',
    x: LEFT,
    y: 97,
    width: 30,
    size: 7,
    color: INK,
  });
  drawing.text({
    text: ticket.number,
    face: 'TEXT',
    x: LEFT + 31,
    y: 97,
    width: 25,
    size: 7,
    smallest: 5,
    align: 'RIGHT',
    color: SOFT,
  });
  const name = { x: LEFT + 63, width: 34, align: 'LEFT', face: 'STRONG', color: INK } as const;
  if (ticket.holder !== null) {
    labelled(drawing, { ...name, label: text('paper.holder'), y: 87.2 });
    drawing.text({ ...name, text: ticket.holder, y: 90.9, size: 8.5, smallest: 6 });
  }
  labelled(drawing, { ...name, label: text('paper.booking'), y: 94 });
  drawing.text({ ...name, text: ticket.bookingNumber, y: 97.4, size: 7.5, smallest: 5.5 });
  drawing.text({
    text: ticket.terms,
    face: 'TEXT',
    x: LEFT,
    y: 100.2,
    width: WIDTH,
    size: 5,
    smallest: 4.6,
    lines: 2,
    leading: 1.15,
    color: SOFT,
  });
}

function drawStub(ticket: TicketPaper, drawing: PageDrawing): void {
  const { event, place } = ticket;
  const rows = qrModules(ticket.code, 'M');
  drawing.modules(rows, STUB_LEFT, 6, QR_SIZE / rows.length);
  const box = { x: STUB_LEFT, width: STUB_WIDTH, color: INK, align: 'LEFT' } as const;
  const titleHeight = drawing.text({
    ...box,
    text: event.title,
    face: 'STRONG',
    y: 43.2,
    size: 8.5,
    smallest: 6.5,
    lines: 2,
    align: 'START',
  });
  const starts = dateWords(event.startsAt, event.timeZone);
  const when = `${starts.shortDate} · ${starts.time}`;
  drawing.text({ ...box, text: when, face: 'TEXT', y: 48.2 + titleHeight, size: 7.5, smallest: 6 });
  drawing.line(STUB_LEFT, 56, STUB_LEFT + STUB_WIDTH, 56, { color: RULE, widthPt: 0.6 });
  labelled(drawing, { label: text('paper.section'), x: STUB_LEFT, y: 60.4, width: STUB_WIDTH });
  drawing.text({ ...box, text: place.section, face: 'STRONG', y: 64.8, size: 9.5, smallest: 6.5 });
  const numbered = place.row !== null || place.seat !== null;
  if (numbered) {
    const value = { ...box, face: 'STRONG', width: 15, y: 75.6, size: 14, smallest: 6.5 } as const;
    labelled(drawing, { label: text('paper.row'), x: STUB_LEFT, y: 69.4, width: 15 });
    drawing.text({ ...value, text: place.row ?? '–', width: 14 });
    labelled(drawing, { label: text('paper.seat'), x: STUB_LEFT + 16, y: 69.4, width: 15 });
    drawing.text({ ...value, text: place.seat ?? '–', x: STUB_LEFT + 16 });
  } else drawing.text({ ...box, text: text('paper.unnumbered'), face: 'TEXT', y: 69, size: 7.5, color: SOFT });
  drawing.line(STUB_LEFT, 78.6, STUB_LEFT + STUB_WIDTH, 78.6, { color: RULE, widthPt: 0.6 });
  const bought = `${ticket.ticketType} · ${priceOf(ticket)}`;
  drawing.text({ ...box, text: bought, face: 'TEXT', y: 82.6, size: 7.5, smallest: 5.5 });
  tagsOf(ticket).forEach((tag, at) => drawTag(drawing, tag, STUB_LEFT, 85.2 + at * 5.2, STUB_WIDTH, INK));
  drawing.text({ ...box, text: groupedSerial(ticket.shortSerial), face: 'STRONG', y: 99.4, size: 7 });
}

/** Large on one line if that can be, else smaller on two: two lines of the larger size have no room. */
function oneOrTwoLines(
  drawing: PageDrawing,
  box: Omit<TextSpec, 'size'>,
  one: Pick<TextSpec, 'size' | 'smallest'>,
  two: Pick<TextSpec, 'size' | 'smallest' | 'leading'>,
): void {
  if (drawing.fits({ ...box, ...one })) drawing.text({ ...box, ...one });
  else drawing.text({ ...box, ...two, lines: 2 });
}

/** What must not be overlooked, on both parts. */
function tagsOf(ticket: TicketPaper): string[] {
  return [
    ...(ticket.copyNumber > 0 ? [text('paper.copy', { number: ticket.copyNumber })] : []),
    ...(ticket.restrictedView ? [text('paper.restrictedView')] : []),
  ];
}

/** A word in a frame, said in words and shape, never by colour alone. */
function drawTag(drawing: PageDrawing, label: string, x: number, y: number, width: number, color: string): void {
  drawing.rectangle(x, y, width, 4.4, { stroke: color, radius: 0.8, lineWidthPt: 0.8 });
  drawing.text({
    text: label,
    face: 'STRONG',
    x: x + 1,
    y: y + 3.1,
    width: width - 2,
    size: 7,
    smallest: 5,
    align: 'CENTRE',
    color,
  });
}

function labelled(drawing: PageDrawing, box: Pick<TextSpec, 'x' | 'y' | 'width'> & { readonly label: string }): void {
  drawing.text({
    text: box.label,
    face: 'STRONG',
    x: box.x,
    y: box.y,
    width: box.width,
    size: 5.6,
    smallest: 4.4,
    color: SOFT,
  });
}

export function priceOf(ticket: TicketPaper): string {
  return moneyText(ticket.priceMinor, ticket.currency, 'WITH_CURRENCY');
}

export function groupedSerial(shortSerial: string): string {
  return shortSerial.replace(/(.{4})(?=.)/g, '$1-');
}
