/**
 * A receipt's bytes for an ESC/POS printer, from plain data.
 *
 * What the printer's code pages cannot write never becomes a question mark: typographic signs get their plain
 * spelling, and a row with any other character is printed as dots, whole, in the tickets' fonts.
 * No text can give the printer a command: control characters are taken out of every label first.
 */
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { isEncodable } from '../../src-shared/domain/receipt/code-pages.ts';
import type { CodePageName } from '../../src-shared/domain/receipt/code-pages.ts';
import type { Bitmap } from '../../src-shared/domain/receipt/bitmap.ts';
import { isBlack } from '../../src-shared/domain/receipt/bitmap.ts';
import { COLUMN_DOTS } from '../../src-shared/domain/receipt/escpos-decoder.ts';
import { isDrawerPaper } from '../../src-shared/domain/receipt/paper.ts';
import type {
  AnyPaper,
  DrawerPaper,
  DrawerRow,
  ReceiptLine,
  ReceiptPaper,
} from '../../src-shared/domain/receipt/paper.ts';
import { text } from '../../src-shared/text/text.ts';
import type { RasterText } from './raster-text.ts';
import { printableText } from './typesetting.ts';
import { dateWords, moneyText } from './wording.ts';

export interface ReceiptPrinterSettings {
  /** Font A columns: 32 on 58 mm paper, 42 or 48 on 80 mm. */
  readonly columns: 32 | 42 | 48;
  /** The pages the printer has, best first. */
  readonly codePages: readonly CodePageName[];
}

/** Every Epson and nearly every other printer has these. */
export const USUAL_CODE_PAGES: readonly CodePageName[] = ['cp437', 'cp858', 'windows1252', 'cp852', 'cp866', 'cp737'];

export interface ReceiptDeps {
  readonly rasterText: RasterText;
}

interface Row {
  readonly left: string;
  readonly right: string;
  readonly align: 'LEFT' | 'CENTRE';
  readonly strong: boolean;
  readonly size: 'NORMAL' | 'TALL' | 'LARGE';
}

/** Signs that have a plain spelling people read as the same. Anything else that is not encodable is drawn. */
const PLAIN_SPELLINGS: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u2026': '...',
  '\u00D7': 'x',
  '\u2500': '-',
};

/** Feed before the cut: from the head to the knife on every printer we know. */
const CUT_FEED_LINES = 4;
/** Dots a module: 21 modules are 15 mm, read by any phone. */
const QR_MODULE_DOTS = 5;

/** The bytes of a receipt; the drawer's pulse is not among them. */
export function receiptBytes(paper: AnyPaper, settings: ReceiptPrinterSettings, deps: ReceiptDeps): Uint8Array {
  const encoder = createEncoder(settings);
  encoder.initialize();
  const write = (row: Partial<Row>) =>
    writeRow(encoder, { left: '', right: '', align: 'LEFT', strong: false, size: 'NORMAL', ...row }, settings, deps);
  const rule = () => write({ left: '─'.repeat(settings.columns) });
  writeHead(paper, write, encoder);
  rule();
  if (isDrawerPaper(paper)) writeDrawer(paper, write, rule, encoder);
  else writeSale(paper, write, rule, encoder);
  write({ left: text('receipt.audit', { hash: paper.auditHash.slice(-8) }), align: 'CENTRE' });
  if (paper.copy) write({ left: text('receipt.copy'), align: 'CENTRE', strong: true, size: 'LARGE' });
  encoder.newline();
  // The number of a sale's receipt as a square code: scanned, it finds the sale again.
  if (!isDrawerPaper(paper))
    encoder.align('center').qrcode(asciiOnly(paper.number), { size: QR_MODULE_DOTS, errorlevel: 'm' }).align('left');
  encoder.newline(CUT_FEED_LINES).cut('partial');
  return encoder.encode();
}

/** The bytes that open the cash drawer: a pulse of 100 ms on connector pin 2 or 5. */
export function drawerPulseBytes(pin: 2 | 5 = 2): Uint8Array {
  const encoder = createEncoder({ columns: 42, codePages: ['cp437'] });
  return encoder.pulse(pin === 2 ? 0 : 1, 100, 500).encode();
}

type WriteRow = (row: Partial<Row>) => void;

function createEncoder(settings: ReceiptPrinterSettings): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: settings.columns,
    codepageCandidates: [...settings.codePages],
    imageMode: 'raster',
    newline: '\n',
    feedAfterBlock: false,
    errors: 'strict',
  });
}

function writeSale(paper: ReceiptPaper, write: WriteRow, rule: () => void, encoder: ReceiptPrinterEncoder): void {
  for (const line of paper.lines) writeLine(line, paper.currency, write);
  rule();
  writeAmounts(paper, write, encoder);
  rule();
  for (const footer of paper.footerLines) write({ left: footer, align: 'CENTRE' });
}

/** Blank lines to sign on. */
const SIGNATURE_LINES = 3;

function writeDrawer(paper: DrawerPaper, write: WriteRow, rule: () => void, encoder: ReceiptPrinterEncoder): void {
  for (const section of paper.sections) {
    for (const row of section) write({ ...drawerRow(row, paper), strong: row.strong });
    rule();
  }
  for (const who of paper.signatures) {
    encoder.newline(SIGNATURE_LINES);
    rule();
    write({ left: who });
  }
}

function drawerRow({ label, value }: DrawerRow, { currency, timeZone }: DrawerPaper): Pick<Row, 'left' | 'right'> {
  switch (value.kind) {
    case 'AMOUNT':
      return { left: label, right: moneyText(value.amountMinor, currency) };
    case 'TIME': {
      const { shortDate, time } = dateWords(value.at, timeZone);
      return { left: label, right: `${shortDate} ${time}` };
    }
    case 'PIECES': {
      const unit = moneyText(value.valueMinor, currency);
      const left = `  ${text('receipt.quantity', { quantity: value.count, unit })}`;
      return { left, right: moneyText(value.count * value.valueMinor, currency) };
    }
    case 'TEXT':
      return { left: label, right: value.text };
  }
}

function writeHead(paper: AnyPaper, write: WriteRow, encoder: ReceiptPrinterEncoder): void {
  const { agency } = paper;
  write({ left: agency.name, align: 'CENTRE', strong: true, size: 'LARGE' });
  for (const line of agency.addressLines) write({ left: line, align: 'CENTRE' });
  if (agency.taxNumber !== null) write({ left: agency.taxNumber, align: 'CENTRE' });
  encoder.newline();
  const title = isDrawerPaper(paper) ? text(`receipt.drawer.${paper.kind}`) : null;
  if (title !== null || paper.kind === 'REFUND')
    write({ left: title ?? text('receipt.refund'), align: 'CENTRE', strong: true, size: 'LARGE' });
  if (paper.copy) write({ left: text('receipt.copy'), align: 'CENTRE', strong: true, size: 'LARGE' });
  const issued = dateWords(paper.issuedAt, paper.timeZone);
  write({ left: text('receipt.number'), right: paper.number, strong: true });
  write({ left: text('receipt.date'), right: `${issued.shortDate} ${issued.time}` });
  write({ left: text('receipt.clerk'), right: paper.clerk });
  write({ left: text('receipt.device'), right: paper.device });
}

function writeLine(line: ReceiptLine, currency: string, write: WriteRow): void {
  write({ left: line.text, right: moneyText(line.amountMinor, currency) });
  if (line.quantity !== 1) {
    const unit = moneyText(line.unitMinor, currency);
    write({ left: `  ${text('receipt.quantity', { quantity: line.quantity, unit })}` });
  }
  if (line.detail !== null) write({ left: `  ${line.detail}` });
}

function writeAmounts(paper: ReceiptPaper, write: WriteRow, encoder: ReceiptPrinterEncoder): void {
  for (const each of paper.subtotals) write({ left: each.label, right: moneyText(each.amountMinor, paper.currency) });
  write({
    left: text(paper.kind === 'REFUND' ? 'receipt.totalRefunded' : 'receipt.total'),
    right: moneyText(paper.totalMinor, paper.currency, 'WITH_CURRENCY'),
    strong: true,
    size: 'TALL',
  });
  encoder.newline();
  for (const each of paper.tenders) write({ left: each.label, right: moneyText(each.amountMinor, paper.currency) });
  if (paper.changeMinor !== null)
    write({ left: text('receipt.change'), right: moneyText(paper.changeMinor, paper.currency), strong: true });
}

function writeRow(encoder: ReceiptPrinterEncoder, row: Row, settings: ReceiptPrinterSettings, deps: ReceiptDeps): void {
  const indent = /^ */.exec(row.left)?.[0] ?? '';
  const left = indent + printable(row.left, settings.codePages);
  const right = printable(row.right, settings.codePages);
  if (![...left, ...right].every((character) => isEncodable(character, settings.codePages))) {
    const widthDots = settings.columns * COLUMN_DOTS;
    writeBitmap(encoder, deps.rasterText({ left, right, align: row.align, strong: row.strong, widthDots }));
    return;
  }
  const columns = row.size === 'LARGE' ? Math.floor(settings.columns / 2) : settings.columns;
  // One page for the row if one has it all: asking the encoder to choose for each character takes 20 times as long.
  const shown = [...left, ...right];
  const page = settings.codePages.find((each) => shown.every((character) => isEncodable(character, [each])));
  encoder.codepage(page ?? 'auto');
  encoder.bold(row.strong).size(row.size === 'LARGE' ? 2 : 1, row.size === 'NORMAL' ? 1 : 2);
  if (row.align === 'CENTRE') encoder.align('center');
  for (const line of twoColumns(left, right, indent.length, columns)) encoder.line(line);
  encoder.align('left').bold(false).size(1, 1);
}

function printable(label: string, pages: readonly CodePageName[]): string {
  let plain = '';
  for (const character of printableText(label))
    plain += isEncodable(character, pages) ? character : (PLAIN_SPELLINGS[character] ?? character);
  return plain;
}

/**
 * The left text wrapped beside the right one, which stands at the end of the first line; under it where both are too
 * long. Nothing is ever cut off: a word longer than the paper goes on in the next line.
 */
export function twoColumns(left: string, right: string, indent: number, columns: number): string[] {
  if (right === '') return wrapWords(left, indent, columns);
  if (right.length > columns / 2 && left.length + 1 + right.length > columns)
    return [...wrapWords(left, indent, columns), ...wrapWords(right, 0, columns).map((line) => line.padStart(columns))];
  const [first = '', ...rest] = wrapWords(left, indent, columns - right.length - 1);
  return [first.padEnd(columns - right.length) + right, ...rest];
}

function wrapWords(label: string, indent: number, columns: number): string[] {
  const margin = ' '.repeat(indent);
  const room = columns - indent;
  const lines: string[] = [];
  let line = '';
  for (const word of label
    .trim()
    .split(' ')
    .flatMap((each) => each.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [])) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(margin + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, margin + line];
}

function writeBitmap(encoder: ReceiptPrinterEncoder, bitmap: Bitmap): void {
  const { widthDots: width, heightDots: height } = bitmap;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (isBlack(bitmap, x, y)) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  encoder.image({ width, height, data, colorSpace: 'srgb' }, width, height, 'threshold', 128);
}

function asciiOnly(label: string): string {
  return printableText(label).replace(/[^!-~]/g, '') || '-';
}
