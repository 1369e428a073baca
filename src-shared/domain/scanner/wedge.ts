/**
 * Tells a scanner that pretends to be a keyboard (a wedge) from a person typing, key by key.
 *
 * Keys are held back while they may still become a scan and then come out once: as a scan, or as typing to be replayed
 * where it was meant for. Research figures: Honeywell sends a key about every 10 ms, Zebra every 80 ms; a quick typist
 * needs 60 ms and more.
 *
 * 1. Every key that goes in comes out exactly once, in order, in a `scan` or in a `typed`; only the Enter or Tab that
 *    ends a scan already given out is swallowed.
 * 2. Gaps under RUN_GAP_MS are one run, however long it lasts: a signed code takes a slow scanner 11 seconds.
 * 3. A run is a scan when it is plausible (a ticket code, a short serial, or what the caller accepts) and was either
 *    fast, or begins as only a ticket code does, or comes from a scanner the self-test found to be slow.
 * 4. Once a run has shown itself to be typing, each key is held only until the next one or the silence after it.
 *
 * It keeps no clock: keys carry their time, and the caller reports silence with `idle`.
 */
import { CROCKFORD_ALPHABET, crockfordValue } from '../tickets/crockford.ts';
import { TICKET_CODE_LENGTH } from '../tickets/code.ts';
import { parseShortSerial, SHORT_SERIAL_LENGTH } from '../tickets/short-serial.ts';

export interface KeyPress {
  /** KeyboardEvent.key: the character typed, or a name such as `Enter`. */
  readonly key: string;
  /** KeyboardEvent.code: the physical key. */
  readonly code: string;
  readonly shift: boolean;
  /** Control, Alt or Meta is down: a shortcut, never part of a scan. */
  readonly command: boolean;
  /** KeyboardEvent.repeat: the key is being held down, which no scanner does. */
  readonly repeat: boolean;
  readonly atMs: number;
}

export interface WedgeHabits {
  /**
   * AS_TYPED trusts the characters the system made of the keys. US_KEYS reads the physical keys as the American layout
   * that scanners are delivered with: right where the system's layout is another one (AZERTY, QWERTZ).
   */
  readonly layout: 'AS_TYPED' | 'US_KEYS';
  /** The self-test saw a scanner slower than FAST_GAP_MS: short serials at an even, slow pace are scans too. */
  readonly slow: boolean;
  /** What else may be scanned fast here: supplier's barcodes at the door, gift cards at the counter. */
  readonly accepts: (text: string) => boolean;
}

export const ORDINARY_HABITS: WedgeHabits = { layout: 'AS_TYPED', slow: false, accepts: () => false };

export type WedgeOutput =
  | { readonly kind: 'scan'; readonly text: string; readonly keys: readonly KeyPress[] }
  | { readonly kind: 'typed'; readonly keys: readonly KeyPress[] };

export interface WedgeState {
  readonly held: readonly KeyPress[];
  /** When the last key of any kind came, held or not. */
  readonly lastAtMs: number | null;
  /** A scan was just given out by its length alone: an Enter or Tab that follows at once belongs to it. */
  readonly awaitsTerminator: boolean;
  /** Keys of this run were already given out as typing. */
  readonly typing: boolean;
}

export interface WedgeStep {
  readonly state: WedgeState;
  readonly outputs: readonly WedgeOutput[];
}

export const IDLE_WEDGE: WedgeState = { held: [], lastAtMs: null, awaitsTerminator: false, typing: false };

/** A longer pause ends a run. Zebra's 80 ms and a system's hiccup fit; a person's pause between words does not. */
export const RUN_GAP_MS = 120;
/** An average gap below this is a machine. People's gaps begin at about 60 ms; key repeat is about 33 ms of one key. */
const FAST_GAP_MS = 35;
/** Two keys rolled into each other are quick too; six are not rolled. */
const FEWEST_FAST_KEYS = 6;
/** How much a slow scanner's gaps differ from each other; a person's differ more within four keys. */
const STEADY_SPREAD_MS = 24;
/** No person types so much of a ticket's code without a pause. */
const FEWEST_CODE_CHARACTERS = 20;
/** Longer than anything we scan; a run beyond it is given up to be typing, so nothing grows without end. */
const LONGEST_SCAN_CHARACTERS = 4_096;
/** Version 1 in the first byte leaves these beginnings only. */
const CODE_BEGINNING = 'T10';
const CODE_FOURTH = '4567';

/** Feeds one key. Its `scan` is to be acted on, its `typed` keys to be put where the person meant them. */
export function wedgeKey(state: WedgeState, press: KeyPress, habits: WedgeHabits): WedgeStep {
  const gapMs = state.lastAtMs === null ? Infinity : press.atMs - state.lastAtMs;
  // A clock set back is a pause: it must not glue two runs together.
  if (gapMs < RUN_GAP_MS && gapMs >= 0) return continueRun(state, press, habits);
  const step = continueRun({ ...IDLE_WEDGE, lastAtMs: press.atMs }, press, habits);
  return { state: step.state, outputs: [...endRun(state.held, habits), ...step.outputs] };
}

function continueRun(state: WedgeState, press: KeyPress, habits: WedgeHabits): WedgeStep {
  const next = { held: [], lastAtMs: press.atMs, awaitsTerminator: false, typing: state.typing };
  if (isTerminator(press)) {
    if (state.awaitsTerminator) return { state: next, outputs: [] };
    return { state: next, outputs: endRun(state.held, habits, [press]) };
  }
  const modifier = isModifier(press);
  if (press.repeat || (!modifier && characterOf(press, habits) === null))
    return { state: next, outputs: [...endRun(state.held, habits), { kind: 'typed', keys: [press] }] };
  const run = [...state.held, press];
  const text = textOf(run, habits);
  if (!modifier && isCodeBeginning(text.slice(-TICKET_CODE_LENGTH)) && text.length >= TICKET_CODE_LENGTH)
    return { state: { ...next, awaitsTerminator: true, typing: false }, outputs: endRun(run, habits) };
  if (mayBecomeScan(run, text, state.typing, habits))
    return { state: { ...next, held: run, awaitsTerminator: modifier && state.awaitsTerminator }, outputs: [] };
  // The newest key may be the first of a scan: somebody scans in the middle of a word.
  return {
    state: { ...next, held: [press], typing: true },
    outputs: state.held.length > 0 ? [{ kind: 'typed', keys: state.held }] : [],
  };
}

/** Reports silence: no key for `idleMs` up to now. The caller picks it, at least the slowest scanner's gap. */
export function wedgeIdle(state: WedgeState, habits: WedgeHabits): WedgeStep {
  return { state: IDLE_WEDGE, outputs: endRun(state.held, habits) };
}

/** Gives out what is held, and the Enter or Tab after it if one came. */
function endRun(
  held: readonly KeyPress[],
  habits: WedgeHabits,
  terminator: readonly KeyPress[] = [],
): readonly WedgeOutput[] {
  const from = startOfScan(held, habits);
  const typed = from === null ? [...held, ...terminator] : held.slice(0, from);
  const outputs: WedgeOutput[] = typed.length > 0 ? [{ kind: 'typed', keys: typed }] : [];
  if (from === null) return outputs;
  const scanned = held.slice(from);
  return [...outputs, { kind: 'scan', text: textOf(scanned, habits), keys: [...scanned, ...terminator] }];
}

/** Where the scan in a run starts: mostly at 0, later where somebody typed right up to it; null if there is none. */
function startOfScan(run: readonly KeyPress[], habits: WedgeHabits): number | null {
  if (isScan(run, habits)) return 0;
  const last = run.length - FEWEST_FAST_KEYS;
  for (let from = 1; from <= last; from += 1) {
    const tail = run.slice(from);
    const text = textOf(tail, habits);
    const whole = text.length === TICKET_CODE_LENGTH || (text.length === SHORT_SERIAL_LENGTH && isFast(tail));
    if (whole && isScan(tail, habits)) return from;
  }
  return null;
}

/** Whether the whole run is a scan (invariant 3). */
function isScan(run: readonly KeyPress[], habits: WedgeHabits): boolean {
  const text = textOf(run, habits);
  if (isCodeBeginning(text) && text.length >= FEWEST_CODE_CHARACTERS) return true;
  const serial = text.length === SHORT_SERIAL_LENGTH && parseShortSerial(text).ok;
  if (isFast(run)) return serial || habits.accepts(text);
  return serial && habits.slow && isSteady(run);
}

/** Whether to go on holding the run back. Wrongly yes delays what a person sees; wrongly no breaks a scan in two. */
function mayBecomeScan(run: readonly KeyPress[], text: string, typing: boolean, habits: WedgeHabits): boolean {
  if (text.length > LONGEST_SCAN_CHARACTERS) return false;
  if (isCodeBeginning(text) || isMachinePace(run, typing)) return true;
  return habits.slow && text.length <= SHORT_SERIAL_LENGTH && isCrockford(text) && isSteady(run);
}

function isFast(run: readonly KeyPress[]): boolean {
  return run.length >= FEWEST_FAST_KEYS && isMachinePace(run, false);
}

/** Fast on average, or fast but for a few hiccups of the system; one is allowed at the start, before anything is known. */
function isMachinePace(run: readonly KeyPress[], typing: boolean): boolean {
  if (run.length < 2) return true;
  const gaps = gapsMs(run);
  const slow = gaps.filter((gapMs) => gapMs >= FAST_GAP_MS).length;
  const average = gaps.reduce((sum, gapMs) => sum + gapMs, 0) / gaps.length;
  return average < FAST_GAP_MS || slow <= Math.max(typing ? 0 : 1, Math.floor(gaps.length / 4));
}

function isSteady(run: readonly KeyPress[]): boolean {
  const gaps = gapsMs(run);
  return Math.max(...gaps, 0) - Math.min(...gaps, Infinity) <= STEADY_SPREAD_MS;
}

function gapsMs(run: readonly KeyPress[]): number[] {
  return run.slice(1).map((press, at) => press.atMs - (run[at]?.atMs ?? press.atMs));
}

/** Whether the text is, as far as it goes, the beginning of a ticket's code: `T`, `T1`, `T10`, `T104` … */
function isCodeBeginning(text: string): boolean {
  if (!isCrockford(text)) return false;
  const canonical = Array.from(
    text.slice(0, 4),
    (character) => CROCKFORD_ALPHABET[crockfordValue(character) ?? 0],
  ).join('');
  return (
    CODE_BEGINNING.startsWith(canonical.slice(0, 3)) &&
    (canonical.length < 4 || CODE_FOURTH.includes(canonical.charAt(3)))
  );
}

function isCrockford(text: string): boolean {
  return [...text].every((character) => crockfordValue(character) !== null);
}

function textOf(run: readonly KeyPress[], habits: WedgeHabits): string {
  return run.map((press) => characterOf(press, habits) ?? '').join('');
}

function isTerminator(press: KeyPress): boolean {
  return !press.command && (press.key === 'Enter' || press.key === 'Tab');
}

/** Scanners press Shift for capitals; people do too. It says nothing by itself. */
function isModifier(press: KeyPress): boolean {
  return press.key === 'Shift' || press.key === 'CapsLock';
}

/** The character a key stands for under the habits; null where it writes none. */
function characterOf(press: KeyPress, habits: WedgeHabits): string | null {
  if (press.command) return null;
  if (habits.layout === 'US_KEYS') {
    const american = americanCharacter(press.code, press.shift);
    if (american !== null) return american;
  }
  return [...press.key].length === 1 ? press.key : null;
}

const AMERICAN_PUNCTUATION: Readonly<Record<string, string>> = {
  Space: '  ',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
};

/** What the physical key writes on an American keyboard. Letters come out as capitals: our codes have no other. */
function americanCharacter(code: string, shift: boolean): string | null {
  if (/^Key[A-Z]$/.test(code)) return code.charAt(3);
  if (/^Numpad\d$/.test(code)) return code.charAt(6);
  if (/^Digit\d$/.test(code)) return shift ? (')!@#$%^&*('[Number(code.charAt(5))] ?? null) : code.charAt(5);
  return AMERICAN_PUNCTUATION[code]?.[shift ? 1 : 0] ?? null;
}
