/**
 * Reads every key of the window before anything else does and tells scans from typing (`domain/scanner/wedge.ts`).
 *
 * 1. In a text field a key types at once; where it turns out to be a scan, the field gets back what stood in it.
 * 2. Anywhere else a key that may begin a scan waits until it is known to be typing, and is then pressed again: after
 *    LONE_KEY_MS where it is alone and begins no ticket's code, after IDLE_MS where it is not, and after RUN_MS where
 *    no person types so fast.
 * 3. No key of a scan, nor the Enter after it, reaches anything. Every other key does, once and in order.
 * 4. Composed characters and keys with Ctrl, Alt or Meta are never waited for.
 */
import {
  IDLE_WEDGE,
  wedgeIdle,
  wedgeKey,
  type KeyPress,
  type WedgeHabits,
  type WedgeOutput,
} from '../../../src-shared/domain/scanner/wedge.ts';
import { SHORT_SERIAL_LENGTH } from '../../../src-shared/domain/tickets/short-serial.ts';

/** The slowest scanner's gap is 120 ms. */
export const IDLE_MS = 130;
/** Fast scanners send their second key within 35 ms; slow ones are read only from the beginning of a ticket's code. */
export const LONE_KEY_MS = 60;

/**
 * No person types this many keys so fast, so nobody waits for them: a window that was busy, and got the next key late
 * but stamped in time, has not broken the scan in two.
 */
const FEWEST_RUN_KEYS = 6;
export const RUN_MS = 500;

/** The part of a keyboard event that is read; a real one fits. */
export interface KeyEvent {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly timeStamp: number;
}

/** What a text field holds, to be put back. */
export interface FieldText {
  readonly element: unknown;
  readonly value: string;
}

export interface KeyPage<Event extends KeyEvent, Field extends FieldText> {
  /** What the text field that this key goes to holds now; null where it goes to no field. */
  fieldOf(event: Event): Field | null;
  putBack(field: Field): void;
  /** Presses (or lets go) a key that was kept, as if it came now. */
  replay(event: Event, kind: 'keydown' | 'keyup'): void;
}

export interface KeyReaderDeps<Event extends KeyEvent, Field extends FieldText> {
  readonly page: KeyPage<Event, Field>;
  readonly habits: () => WedgeHabits;
  readonly onScan: (text: string) => void;
  /** @returns what cancels it */
  readonly after: (ms: number, run: () => void) => () => void;
}

export type KeyFate = 'PASS' | 'KEEP';

export interface KeyReader<Event> {
  press(event: Event): KeyFate;
  release(event: Event): KeyFate;
  /** The window lost the keyboard, or something else knows that no key will follow. */
  flush(): void;
}

interface Pending<Event, Field> {
  readonly event: Event;
  readonly field: Field | null;
  isReleased: boolean;
}

const COMPOSED = new Set(['Process', 'Dead', 'Unidentified']);
const isModifier = ({ key }: KeyPress) => key === 'Shift' || key === 'CapsLock';
const isTerminator = ({ key }: KeyPress) => key === 'Enter' || key === 'Tab';

function eventToPress(event: KeyEvent): KeyPress {
  return {
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    command: event.ctrlKey || event.altKey || event.metaKey,
    repeat: event.repeat,
    atMs: event.timeStamp,
  };
}

/** Keys that spell nothing as typed may spell a ticket on the American keyboard that scanners are delivered for. */
function readAgain(output: WedgeOutput, habits: WedgeHabits): readonly WedgeOutput[] {
  if (output.kind === 'scan' || output.keys.length < SHORT_SERIAL_LENGTH || habits.layout === 'US_KEYS')
    return [output];
  const ending = output.keys.filter(isTerminator);
  const held = output.keys.filter((press) => !isTerminator(press));
  const { outputs } = wedgeIdle({ ...IDLE_WEDGE, held }, { ...habits, layout: 'US_KEYS' });
  if (!outputs.some(({ kind }) => kind === 'scan')) return [output];
  return outputs.map((each) => (each.kind === 'scan' ? { ...each, keys: [...each.keys, ...ending] } : each));
}

/** How much longer what is held may still become a scan. */
function waitMs(held: readonly KeyPress[], { slow }: WedgeHabits): number {
  const keys = held.filter((press) => !isModifier(press));
  const [first] = keys;
  if (keys.length >= FEWEST_RUN_KEYS && keys.length !== SHORT_SERIAL_LENGTH) return RUN_MS;
  const mayBeCode = first === undefined || first.code === 'KeyT' || /^t$/i.test(first.key);
  return keys.length > 1 || mayBeCode || slow ? IDLE_MS : LONE_KEY_MS;
}

/** Keys that were read and not yet given to anybody, in the order they came. */
type PendingKeys<Event, Field> = Map<KeyPress, Pending<Event, Field>>;

function takeOut<Event, Field>(pending: PendingKeys<Event, Field>, keys: readonly KeyPress[]) {
  return keys.flatMap((press) => {
    const known = pending.get(press);
    pending.delete(press);
    return known ? [{ press, ...known }] : [];
  });
}

interface Settling<Event extends KeyEvent, Field extends FieldText> extends Pick<
  KeyReaderDeps<Event, Field>,
  'page' | 'onScan'
> {
  readonly pending: PendingKeys<Event, Field>;
  readonly taken: Set<string>;
}

/** Acts on what the wedge gave out. `current` is the key being read: it goes on by itself. */
function settle<Event extends KeyEvent, Field extends FieldText>(
  { page, onScan, pending, taken }: Settling<Event, Field>,
  output: WedgeOutput,
  current: KeyPress | null,
): void {
  const settled = takeOut(pending, output.keys);
  if (output.kind === 'typed') {
    for (const { press, event, field, isReleased } of settled) {
      if (press === current || field !== null || isModifier(press)) continue;
      page.replay(event, 'keydown');
      if (isReleased) page.replay(event, 'keyup');
    }
    return;
  }
  const restored = new Set<unknown>();
  for (const { field, press, isReleased } of settled) {
    if (!isReleased && !isModifier(press)) taken.add(press.code);
    if (field === null || restored.has(field.element)) continue;
    restored.add(field.element);
    page.putBack(field);
  }
  onScan(output.text);
}

export function createKeyReader<Event extends KeyEvent, Field extends FieldText>(
  deps: KeyReaderDeps<Event, Field>,
): KeyReader<Event> {
  const { page, habits, onScan, after } = deps;
  let wedge = IDLE_WEDGE;
  const pending: PendingKeys<Event, Field> = new Map();
  /** Physical keys whose press was taken for good: letting them go is nobody's business either. */
  const taken = new Set<string>();
  const settling = { page, onScan, pending, taken };
  let stopTimer: (() => void) | null = null;

  function settleAll(outputs: readonly WedgeOutput[], current: KeyPress | null): readonly WedgeOutput[] {
    const read = outputs.flatMap((output) => readAgain(output, habits()));
    for (const output of read) settle(settling, output, current);
    return read;
  }

  function flush(): void {
    stopTimer?.();
    stopTimer = null;
    const { state, outputs } = wedgeIdle(wedge, habits());
    wedge = state;
    settleAll(outputs, null);
  }

  return {
    flush,
    press(event) {
      if (event.isComposing || COMPOSED.has(event.key)) {
        flush();
        return 'PASS';
      }
      const field = page.fieldOf(event);
      // No scan begins with a space, and a button or a tick box is worked by it natively.
      if (event.key === ' ' && field === null && wedge.held.length === 0) return 'PASS';
      stopTimer?.();
      stopTimer = null;
      taken.delete(event.code);
      const press = eventToPress(event);
      pending.set(press, { event, field, isReleased: false });
      const step = wedgeKey(wedge, press, habits());
      wedge = step.state;
      const outputs = settleAll(step.outputs, press);
      if (wedge.held.length > 0) stopTimer = after(waitMs(wedge.held, habits()), flush);
      if (outputs.some(({ kind, keys }) => kind === 'typed' && keys.includes(press))) return 'PASS';
      if (wedge.held.includes(press)) return field !== null || isModifier(press) ? 'PASS' : 'KEEP';
      pending.delete(press);
      taken.add(press.code);
      return 'KEEP';
    },
    release(event) {
      if (taken.delete(event.code)) return 'KEEP';
      const kept = [...pending.values()].find(
        (each) =>
          !each.isReleased &&
          each.event.code === event.code &&
          each.field === null &&
          !isModifier(eventToPress(each.event)),
      );
      if (!kept) return 'PASS';
      kept.isReleased = true;
      return 'KEEP';
    },
  };
}
