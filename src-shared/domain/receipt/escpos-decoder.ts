/**
 * Reads the bytes of an ESC/POS job back into what a printer would make of them. Strict: a byte or command outside the
 * subset we print with, a command cut short, a line too wide for the paper or left without its end is an error with its
 * place, never a guess. It was written from Epson's command reference, not from the encoder, so that it can judge it.
 *
 * The subset: ESC @, FS ., ESC M, ESC t, ESC a, ESC E, ESC -, GS !, GS B, ESC d, ESC p, LF, CR, GS ( k (QR model 2),
 * GS h, GS w, GS H, GS k (Code 128), GS v 0 (raster), GS V (cut), GS r 1 and DLE EOT 1 to 4 (asking for status).
 */
import { fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { text } from '../../text/text.ts';
import type { Bitmap } from './bitmap.ts';
import { bytesPerRow } from './bitmap.ts';
import { codePageByNumber, decodeByte } from './code-pages.ts';
import type { CodePageName } from './code-pages.ts';

export type ReceiptAlignment = 'LEFT' | 'CENTRE' | 'RIGHT';

interface TextStyle {
  readonly bold: boolean;
  readonly underline: boolean;
  readonly inverted: boolean;
  /** 1 to 8 times the letter's own size. */
  readonly widthFactor: number;
  readonly heightFactor: number;
}

export interface TextRun extends TextStyle {
  readonly text: string;
}

export type ReceiptElement =
  | { readonly kind: 'LINE'; readonly align: ReceiptAlignment; readonly runs: readonly TextRun[] }
  | { readonly kind: 'FEED'; readonly lines: number }
  | {
      readonly kind: 'QR';
      readonly align: ReceiptAlignment;
      readonly data: string;
      readonly moduleDots: number;
      readonly level: QrLevel;
    }
  | {
      readonly kind: 'CODE_128';
      readonly align: ReceiptAlignment;
      readonly data: string;
      readonly moduleDots: number;
      readonly heightDots: number;
      readonly textBelow: boolean;
    }
  | { readonly kind: 'RASTER'; readonly align: ReceiptAlignment; readonly bitmap: Bitmap }
  | { readonly kind: 'CUT'; readonly partial: boolean }
  | { readonly kind: 'PULSE'; readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number }
  | { readonly kind: 'ASK_STATUS'; readonly command: 'GS r' | 'DLE EOT'; readonly status: number };

export type QrLevel = 'L' | 'M' | 'Q' | 'H';

export interface DecodedReceipt {
  readonly columns: number;
  readonly elements: readonly ReceiptElement[];
}

/** Dots of a column in font A; a paper of 42 columns prints 504 dots. */
export const COLUMN_DOTS = 12;
/** Dots of a line of text in font A with the default spacing. */
export const LINE_DOTS = 30;

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;
const DLE = 0x10;
const LF = 0x0a;
const CR = 0x0d;

const PLAIN: TextStyle = { bold: false, underline: false, inverted: false, widthFactor: 1, heightFactor: 1 };
const ALIGNMENTS: readonly ReceiptAlignment[] = ['LEFT', 'CENTRE', 'RIGHT'];
const QR_LEVELS: readonly QrLevel[] = ['L', 'M', 'Q', 'H'];

/** What stops the machine; turned into a Result at the one place it is caught, so that no caller sees an exception. */
class Refusal {
  readonly code: string;
  readonly offset: number;
  constructor(code: string, offset: number) {
    this.code = code;
    this.offset = offset;
  }
}

interface Machine {
  readonly bytes: Uint8Array;
  readonly columns: number;
  readonly elements: ReceiptElement[];
  at: number;
  style: TextStyle;
  align: ReceiptAlignment;
  page: CodePageName;
  runs: TextRun[];
  qr: { data: string | null; moduleDots: number; level: QrLevel };
  barcode: { heightDots: number; moduleDots: number; textBelow: boolean };
}

/**
 * Decodes a whole job for a paper so many columns wide.
 * Errors, each with its offset: ESCPOS_UNKNOWN (a byte or command we do not print with), ESCPOS_CUT_SHORT,
 * ESCPOS_OUT_OF_RANGE (a known command with a value it does not have), ESCPOS_TOO_WIDE, ESCPOS_MISPLACED (a command
 * that works only at the start of a line, or a QR printed before it is stored).
 */
export function decodeEscpos(bytes: Uint8Array, columns: number): Result<DecodedReceipt> {
  const machine: Machine = {
    bytes,
    columns,
    elements: [],
    at: 0,
    style: PLAIN,
    align: 'LEFT',
    page: 'cp437',
    runs: [],
    qr: { data: null, moduleDots: 3, level: 'L' },
    barcode: { heightDots: 162, moduleDots: 3, textBelow: false },
  };
  try {
    while (machine.at < bytes.length) step(machine);
    if (machine.runs.length > 0) throw new Refusal('ESCPOS_CUT_SHORT', bytes.length);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const byte = bytes[refusal.offset]?.toString(16).padStart(2, '0') ?? '—';
    return fail(refusal.code, text('receipt.undecodable', { offset: refusal.offset, byte }), {
      offset: refusal.offset,
    });
  }
  return ok({ columns, elements: machine.elements });
}

function step(machine: Machine): void {
  const start = machine.at;
  const byte = take(machine);
  if (byte === LF) endLine(machine);
  else if (byte === CR) return;
  else if (byte === ESC) escapeCommand(machine, start);
  else if (byte === GS) groupCommand(machine, start);
  else if (byte === FS) expect(take(machine) === 0x2e, 'ESCPOS_UNKNOWN', start);
  else if (byte === DLE) realTimeCommand(machine, start);
  else writeCharacter(machine, byte, start);
}

function take(machine: Machine): number {
  const byte = machine.bytes[machine.at];
  if (byte === undefined) throw new Refusal('ESCPOS_CUT_SHORT', machine.bytes.length);
  machine.at += 1;
  return byte;
}

function takeMany(machine: Machine, count: number): Uint8Array {
  if (machine.at + count > machine.bytes.length) throw new Refusal('ESCPOS_CUT_SHORT', machine.bytes.length);
  machine.at += count;
  return machine.bytes.subarray(machine.at - count, machine.at);
}

function takeNumber(machine: Machine): number {
  const low = take(machine);
  return low + take(machine) * 256;
}

function expect(condition: boolean, code: string, offset: number): asserts condition {
  if (!condition) throw new Refusal(code, offset);
}

/** A value from 0 up; printers take the digit '0' for 0 and so on in most commands. */
function takeChoice<T>(machine: Machine, start: number, choices: readonly T[]): T {
  const byte = take(machine);
  const choice = choices[byte >= 0x30 ? byte - 0x30 : byte];
  expect(choice !== undefined, 'ESCPOS_OUT_OF_RANGE', start);
  return choice;
}

function writeCharacter(machine: Machine, byte: number, start: number): void {
  const character = decodeByte(byte, machine.page);
  expect(byte >= 0x20 && character !== null, 'ESCPOS_UNKNOWN', start);
  const last = machine.runs.at(-1);
  if (last && sameStyle(last, machine.style))
    machine.runs[machine.runs.length - 1] = { ...last, text: last.text + character };
  else machine.runs.push({ ...machine.style, text: character });
  const columns = machine.runs.reduce((sum, run) => sum + run.text.length * run.widthFactor, 0);
  expect(columns <= machine.columns, 'ESCPOS_TOO_WIDE', start);
}

function sameStyle(left: TextStyle, right: TextStyle): boolean {
  return (
    left.bold === right.bold &&
    left.underline === right.underline &&
    left.inverted === right.inverted &&
    left.widthFactor === right.widthFactor &&
    left.heightFactor === right.heightFactor
  );
}

function endLine(machine: Machine): void {
  if (machine.runs.length === 0) feed(machine, 1);
  else machine.elements.push({ kind: 'LINE', align: machine.align, runs: machine.runs });
  machine.runs = [];
}

function feed(machine: Machine, lines: number): void {
  const last = machine.elements.at(-1);
  if (last?.kind === 'FEED')
    machine.elements[machine.elements.length - 1] = { kind: 'FEED', lines: last.lines + lines };
  else if (lines > 0) machine.elements.push({ kind: 'FEED', lines });
}

function place(machine: Machine, start: number, element: ReceiptElement): void {
  expect(machine.runs.length === 0, 'ESCPOS_MISPLACED', start);
  machine.elements.push(element);
}

function escapeCommand(machine: Machine, start: number): void {
  const command = String.fromCharCode(take(machine));
  if (command === '@') {
    expect(machine.runs.length === 0, 'ESCPOS_MISPLACED', start);
    Object.assign(machine, { style: PLAIN, align: 'LEFT', page: 'cp437' });
  } else if (command === 'M') takeChoice(machine, start, ['A']);
  else if (command === 't') {
    const page = codePageByNumber(take(machine));
    expect(page !== null, 'ESCPOS_OUT_OF_RANGE', start);
    machine.page = page;
  } else if (command === 'a') {
    expect(machine.runs.length === 0, 'ESCPOS_MISPLACED', start);
    machine.align = takeChoice(machine, start, ALIGNMENTS);
  } else if (command === 'E') machine.style = { ...machine.style, bold: takeChoice(machine, start, [false, true]) };
  else if (command === '-') machine.style = { ...machine.style, underline: takeChoice(machine, start, [false, true]) };
  else if (command === 'd') {
    expect(machine.runs.length === 0, 'ESCPOS_MISPLACED', start);
    feed(machine, take(machine));
  } else if (command === 'p') {
    const pin = takeChoice(machine, start, [2, 5] as const);
    // Times are in units of 2 ms.
    place(machine, start, { kind: 'PULSE', pin, onMs: take(machine) * 2, offMs: take(machine) * 2 });
  } else throw new Refusal('ESCPOS_UNKNOWN', start);
}

function groupCommand(machine: Machine, start: number): void {
  const command = String.fromCharCode(take(machine));
  if (command === '!') {
    const size = take(machine);
    expect((size & 0x88) === 0, 'ESCPOS_OUT_OF_RANGE', start);
    machine.style = { ...machine.style, widthFactor: (size >> 4) + 1, heightFactor: (size & 7) + 1 };
  } else if (command === 'B') machine.style = { ...machine.style, inverted: takeChoice(machine, start, [false, true]) };
  else if (command === 'h') {
    machine.barcode.heightDots = take(machine);
    expect(machine.barcode.heightDots > 0, 'ESCPOS_OUT_OF_RANGE', start);
  } else if (command === 'w') {
    machine.barcode.moduleDots = take(machine);
    expect(machine.barcode.moduleDots >= 2 && machine.barcode.moduleDots <= 6, 'ESCPOS_OUT_OF_RANGE', start);
  } else if (command === 'H')
    machine.barcode.textBelow = takeChoice(machine, start, [false, null, true]) ?? refuse(start);
  else if (command === 'k') barcodeCommand(machine, start);
  else if (command === '(') qrCommand(machine, start);
  else if (command === 'v') rasterCommand(machine, start);
  else if (command === 'V') place(machine, start, { kind: 'CUT', partial: takeChoice(machine, start, [false, true]) });
  else if (command === 'r') {
    expect(take(machine) === 1, 'ESCPOS_OUT_OF_RANGE', start);
    machine.elements.push({ kind: 'ASK_STATUS', command: 'GS r', status: 1 });
  } else throw new Refusal('ESCPOS_UNKNOWN', start);
}

function refuse(offset: number): never {
  throw new Refusal('ESCPOS_OUT_OF_RANGE', offset);
}

function realTimeCommand(machine: Machine, start: number): void {
  expect(take(machine) === 0x04, 'ESCPOS_UNKNOWN', start);
  const status = take(machine);
  expect(status >= 1 && status <= 4, 'ESCPOS_OUT_OF_RANGE', start);
  machine.elements.push({ kind: 'ASK_STATUS', command: 'DLE EOT', status });
}

/** GS k 73 n: Code 128 whose data begins with its code set, `{A`, `{B` or `{C`. */
function barcodeCommand(machine: Machine, start: number): void {
  expect(take(machine) === 73, 'ESCPOS_UNKNOWN', start);
  const data = takeMany(machine, take(machine));
  expect(data.length > 2 && data[0] === 0x7b && data[1] === 0x42, 'ESCPOS_OUT_OF_RANGE', start);
  const characters = data.subarray(2);
  expect(
    characters.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x7b),
    'ESCPOS_OUT_OF_RANGE',
    start,
  );
  // 11 modules a symbol (start, data, check) and 13 for the stop.
  const modules = (characters.length + 2) * 11 + 13;
  expect(modules * machine.barcode.moduleDots <= machine.columns * COLUMN_DOTS, 'ESCPOS_TOO_WIDE', start);
  place(machine, start, {
    kind: 'CODE_128',
    align: machine.align,
    data: String.fromCharCode(...characters),
    ...machine.barcode,
  });
}

/** GS ( k pL pH 49 fn …: QR model 2, stored, then printed. */
function qrCommand(machine: Machine, start: number): void {
  expect(take(machine) === 0x6b, 'ESCPOS_UNKNOWN', start);
  const parameters = takeMany(machine, takeNumber(machine));
  expect(parameters.length >= 2 && parameters[0] === 49, 'ESCPOS_UNKNOWN', start);
  const values = parameters.subarray(2);
  const [value = -1] = values;
  const function_ = parameters[1];
  if (function_ === 65) expect(values.length === 2 && value === 50 && values[1] === 0, 'ESCPOS_OUT_OF_RANGE', start);
  else if (function_ === 67) {
    expect(values.length === 1 && value >= 1 && value <= 16, 'ESCPOS_OUT_OF_RANGE', start);
    machine.qr.moduleDots = value;
  } else if (function_ === 69) {
    const level = values.length === 1 ? QR_LEVELS[value - 48] : undefined;
    expect(level !== undefined, 'ESCPOS_OUT_OF_RANGE', start);
    machine.qr.level = level;
  } else if (function_ === 80) {
    const data = values.subarray(1);
    expect(
      value === 48 && data.length > 0 && data.every((byte) => byte >= 0x20 && byte < 0x7f),
      'ESCPOS_OUT_OF_RANGE',
      start,
    );
    machine.qr.data = String.fromCharCode(...data);
  } else if (function_ === 81) {
    expect(values.length === 1 && value === 48, 'ESCPOS_OUT_OF_RANGE', start);
    const { data, moduleDots, level } = machine.qr;
    expect(data !== null, 'ESCPOS_MISPLACED', start);
    place(machine, start, { kind: 'QR', align: machine.align, data, moduleDots, level });
  } else throw new Refusal('ESCPOS_UNKNOWN', start);
}

/** GS v 0 m xL xH yL yH: x bytes wide, y dots high. */
function rasterCommand(machine: Machine, start: number): void {
  expect(take(machine) === 0x30, 'ESCPOS_UNKNOWN', start);
  expect(take(machine) === 0, 'ESCPOS_OUT_OF_RANGE', start);
  const widthDots = takeNumber(machine) * 8;
  const heightDots = takeNumber(machine);
  expect(widthDots > 0 && heightDots > 0, 'ESCPOS_OUT_OF_RANGE', start);
  expect(widthDots <= machine.columns * COLUMN_DOTS, 'ESCPOS_TOO_WIDE', start);
  const bytes = takeMany(machine, bytesPerRow(widthDots) * heightDots).slice();
  place(machine, start, { kind: 'RASTER', align: machine.align, bitmap: { widthDots, heightDots, bytes } });
}
