/**
 * Reads the input reports of a HID POS bar code scanner (usage page 0x8C, usage 0x02) and joins them to codes.
 *
 * A report has 64 bytes: 0 report id (2), 1 length of the data, 2 to 4 AIM identifier (`]Q1` …), from 5 up to 56 bytes
 * of data, 61 symbology, 63 bit 0: more follows. Some systems and devices leave the report id out, so everything
 * stands one byte earlier: the `]` tells. Source: HID POS usage tables 1.02 and scanner manuals (research 7.1).
 *
 * Pure: state and report in, state and code out. Reports that are no such thing are passed over, not guessed at.
 */
import type { ScannedCode, Symbology } from './scanner.ts';

export interface HidScanState {
  /** Data of the parts so far; null between codes. */
  readonly parts: Uint8Array | null;
  readonly aim: string;
  readonly lastAtMs: number;
}

export type HidScanStep =
  | { readonly state: HidScanState; readonly kind: 'CODE'; readonly code: ScannedCode }
  | { readonly state: HidScanState; readonly kind: 'MORE' }
  | { readonly state: HidScanState; readonly kind: 'IGNORED'; readonly reason: 'NOT_A_REPORT' | 'TOO_LONG' };

export const IDLE_HID_SCAN: HidScanState = { parts: null, aim: '', lastAtMs: 0 };

/** The parts of one code come within milliseconds; what is older belongs to a code whose end was lost. */
const PARTS_GAP_MS = 250;
/** A code of ours has 138 bytes. A scanner that sends more than this is sending something else. */
const LONGEST_CODE_BYTES = 4_096;
const LONGEST_PART_BYTES = 56;
const SHORTEST_REPORT_BYTES = 63;
const AIM_START = 0x5d;

const SYMBOLOGY_BY_AIM: Readonly<Record<string, Symbology>> = {
  Q: 'QR',
  d: 'DATA_MATRIX',
  z: 'AZTEC',
  L: 'PDF_417',
  C: 'CODE_128',
  E: 'EAN',
};

/** Takes one input report. `atMs` is when it came; the caller's clock. */
export function hidReport(state: HidScanState, report: Uint8Array, atMs: number): HidScanStep {
  const idle = { ...IDLE_HID_SCAN, lastAtMs: atMs };
  const shift = report.length < SHORTEST_REPORT_BYTES ? null : shiftOf(report);
  if (shift === null) return { state: idle, kind: 'IGNORED', reason: 'NOT_A_REPORT' };
  const length = report[1 - shift] ?? 0;
  const aim = String.fromCharCode(...report.subarray(2 - shift, 5 - shift));
  const data = report.subarray(5 - shift, 5 - shift + length);
  const gapMs = atMs - state.lastAtMs;
  const continues = state.parts !== null && state.aim === aim && gapMs >= 0 && gapMs <= PARTS_GAP_MS;
  const parts = continues && state.parts ? joined(state.parts, data) : data.slice();
  if (parts.length > LONGEST_CODE_BYTES) return { state: idle, kind: 'IGNORED', reason: 'TOO_LONG' };
  const moreFollows = ((report[63 - shift] ?? 0) & 1) === 1;
  if (moreFollows) return { state: { parts, aim, lastAtMs: atMs }, kind: 'MORE' };
  return {
    state: idle,
    kind: 'CODE',
    code: { text: textOf(parts), symbology: SYMBOLOGY_BY_AIM[aim.charAt(1)] ?? null },
  };
}

/** 0 with the report id in front, 1 without it; null where neither fits. */
function shiftOf(report: Uint8Array): 0 | 1 | null {
  for (const shift of [0, 1] as const) {
    const length = report[1 - shift] ?? 0;
    const idFits = shift === 1 || report[0] === 2;
    if (idFits && report[2 - shift] === AIM_START && length <= LONGEST_PART_BYTES) return shift;
  }
  return null;
}

/** UTF-8 where it is, else byte by byte as Latin-1; the CR or LF some scanners end with is no part of the code. */
function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
  return text.replace(/[\r\n]+$/, '');
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
