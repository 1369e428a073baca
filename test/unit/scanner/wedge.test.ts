import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeTicketBody, ticketCodeText } from '../../../src-shared/domain/tickets/code.ts';
import { shortSerial } from '../../../src-shared/domain/tickets/short-serial.ts';
import {
  IDLE_WEDGE,
  ORDINARY_HABITS,
  RUN_GAP_MS,
  wedgeIdle,
  wedgeKey,
} from '../../../src-shared/domain/scanner/wedge.ts';
import type { KeyPress, WedgeHabits, WedgeOutput } from '../../../src-shared/domain/scanner/wedge.ts';

const IDLE_MS = 130;

const codeArbitrary = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.uint8Array({ minLength: 64, maxLength: 64 }))
  .map(([serial, signature]) =>
    ticketCodeText(
      encodeTicketBody({
        version: 1,
        keyId: serial % 65_536,
        eventNumber: 4711,
        serial,
        seatIndex: 12,
        generation: 1,
        product: 0,
        gate: 0,
      }),
      signature,
    ),
  );
const serialArbitrary = fc.integer({ min: 0, max: 2 ** 48 - 1 }).map(shortSerial);

function keyOf(character: string): Pick<KeyPress, 'key' | 'code'> {
  if (/[a-z]/i.test(character)) return { key: character, code: `Key${character.toUpperCase()}` };
  if (/\d/.test(character)) return { key: character, code: `Digit${character}` };
  return { key: character, code: character === ' ' ? 'Space' : 'Unidentified' };
}

/** Presses, given as characters or key names with the gap before each. */
function presses(keys: readonly (readonly [key: string, gapMs: number])[], startMs = 1_000): KeyPress[] {
  let atMs = startMs;
  return keys.map(([key, gapMs]) => {
    atMs += gapMs;
    const named = [...key].length > 1;
    return { ...(named ? { key, code: key } : keyOf(key)), shift: false, command: false, repeat: false, atMs };
  });
}

/** Plays keys to the wedge as a window would, reporting silence whenever a gap is longer than its idle time. */
function play(keys: readonly KeyPress[], habits: WedgeHabits = ORDINARY_HABITS): WedgeOutput[] {
  let state = IDLE_WEDGE;
  const outputs: WedgeOutput[] = [];
  for (const press of keys) {
    if (state.lastAtMs !== null && press.atMs - state.lastAtMs >= IDLE_MS) {
      const step = wedgeIdle(state, habits);
      state = step.state;
      outputs.push(...step.outputs);
    }
    const step = wedgeKey(state, press, habits);
    state = step.state;
    outputs.push(...step.outputs);
  }
  outputs.push(...wedgeIdle(state, habits).outputs);
  return outputs;
}

const scansIn = (outputs: readonly WedgeOutput[]) =>
  outputs.flatMap((output) => (output.kind === 'scan' ? [output.text] : []));
const typedIn = (outputs: readonly WedgeOutput[]) =>
  outputs.flatMap((output) => (output.kind === 'typed' ? output.keys.map((press) => press.key) : []));
const scanKeys = (text: string, gapMs: number | ((at: number) => number), terminator?: string) => {
  const gap = typeof gapMs === 'number' ? () => gapMs : gapMs;
  const keys: [string, number][] = [...text].map((character, at) => [character, at === 0 ? 500 : gap(at)]);
  if (terminator) keys.push([terminator, gap(keys.length)]);
  return keys;
};

const [code] = fc.sample(codeArbitrary, { seed: 1, numRuns: 1 }) as [string];
const serial = shortSerial(0x12_34_56_78_9a_bc);

describe('telling a scan from typing', () => {
  test.each([
    ['Honeywell, 10 ms a key', 10, 'Enter'],
    ['Zebra, 80 ms a key', 80, 'Enter'],
    ['the slowest we take', RUN_GAP_MS - 1, 'Tab'],
    ['no final key', 10, undefined],
    ['all at once', 0, 'Enter'],
  ])('a ticket code is one scan: %s', (_, gapMs, terminator) => {
    const outputs = play(presses(scanKeys(code, gapMs, terminator)));
    expect(scansIn(outputs)).toEqual([code]);
    expect(typedIn(outputs)).toEqual([]);
  });

  test('the code is given out at its last character, and the Enter after it presses no button', () => {
    let state = IDLE_WEDGE;
    const keys = presses(scanKeys(code, 10));
    const outputs = keys.map((press) => {
      const step = wedgeKey(state, press, ORDINARY_HABITS);
      state = step.state;
      return step.outputs;
    });
    expect(outputs.slice(0, -1).flat()).toEqual([]);
    expect(outputs.at(-1)).toMatchObject([{ kind: 'scan', text: code }]);
    const last = keys.at(-1)?.atMs ?? 0;
    const [soon, late] = presses(
      [
        ['Enter', 90],
        ['Enter', 500],
      ],
      last,
    ) as [KeyPress, KeyPress];
    const swallowed = wedgeKey(state, soon, ORDINARY_HABITS);
    expect(swallowed.outputs).toEqual([]);
    expect(wedgeKey(swallowed.state, late, ORDINARY_HABITS).outputs).toEqual([{ kind: 'typed', keys: [late] }]);
  });

  test('two tickets scanned one right after the other are two scans', () => {
    const [other] = fc.sample(codeArbitrary, { seed: 2, numRuns: 1 }) as [string];
    const keys = [
      ...scanKeys(code, 10, 'Enter'),
      ...scanKeys(other, 10, 'Enter').map(([key, gap]) => [key, Math.min(gap, 20)] as const),
    ];
    expect(scansIn(play(presses(keys)))).toEqual([code, other]);
  });

  test('a scan in the middle of a word leaves the word and is a scan', () => {
    const keys = [
      ...scanKeys('smi', 90),
      ...scanKeys(code, 10, 'Enter').map(([key, gap]) => [key, Math.min(gap, 30)] as const),
    ];
    const outputs = play(presses([...keys, ['t', 400], ['h', 90]]));
    expect(scansIn(outputs)).toEqual([code]);
    expect(typedIn(outputs).join('')).toBe('smith');
  });

  test('Caps Lock and the scanner’s own Shift keys change nothing', () => {
    const withShift = [...code].flatMap((character, at): [string, number][] =>
      /[A-Z]/.test(character)
        ? [
            ['Shift', at ? 8 : 500],
            [character, 8],
          ]
        : [[character, at ? 8 : 500]],
    );
    expect(scansIn(play(presses(withShift)))).toEqual([code]);
    expect(scansIn(play(presses(scanKeys(code.toLowerCase(), 10))))).toEqual([code.toLowerCase()]);
  });

  test.each([
    [
      'AZERTY',
      {
        A: 'q',
        Q: 'a',
        Z: 'w',
        W: 'z',
        M: ',',
        1: '&',
        2: 'é',
        3: '"',
        4: "'",
        5: '(',
        6: '-',
        7: 'è',
        8: '_',
        9: 'ç',
        0: 'à',
      },
    ],
    ['QWERTZ', { Y: 'z', Z: 'y' }],
  ])(
    'on %s the physical keys spell the code where the habits say so',
    (_, layout: Readonly<Record<string, string>>) => {
      const scrambled = presses(scanKeys(code, 10, 'Enter')).map((press) => ({
        ...press,
        key: layout[press.key] ?? press.key,
      }));
      expect(scansIn(play(scrambled, { ...ORDINARY_HABITS, layout: 'US_KEYS' }))).toEqual([code]);
    },
  );

  test('a short serial scanned fast is a scan; slowly only where the self-test found a slow scanner', () => {
    expect(scansIn(play(presses(scanKeys(serial, 20, 'Enter'))))).toEqual([serial]);
    expect(scansIn(play(presses(scanKeys(serial, 80, 'Enter'))))).toEqual([]);
    expect(scansIn(play(presses(scanKeys(serial, 80, 'Enter')), { ...ORDINARY_HABITS, slow: true }))).toEqual([serial]);
  });

  test('another barcode is typing, unless this place accepts it', () => {
    const keys = presses(scanKeys('4006381333931', 10, 'Enter'));
    expect(typedIn(play(keys)).join('')).toBe('4006381333931Enter');
    expect(scansIn(play(keys, { ...ORDINARY_HABITS, accepts: (text) => text.length >= 6 }))).toEqual(['4006381333931']);
  });

  test('a damaged ticket code is still a scan, so that the door can say so', () => {
    const damaged = `${code.slice(0, 50)}${code.slice(51)}`;
    expect(scansIn(play(presses(scanKeys(damaged, 10, 'Enter'))))).toEqual([damaged]);
  });

  test('arrows, shortcuts and a held-down key pass through at once', () => {
    const [arrow] = presses([['ArrowLeft', 500]]) as [KeyPress];
    expect(wedgeKey(IDLE_WEDGE, arrow, ORDINARY_HABITS).outputs).toEqual([{ kind: 'typed', keys: [arrow] }]);
    const copy = { ...arrow, key: 'c', code: 'KeyC', command: true };
    expect(wedgeKey(IDLE_WEDGE, copy, ORDINARY_HABITS).outputs).toEqual([{ kind: 'typed', keys: [copy] }]);
    let state = IDLE_WEDGE;
    let seen = 0;
    for (const press of presses(scanKeys('a'.repeat(50), 33)).map((key, at) => ({ ...key, repeat: at > 0 }))) {
      const step = wedgeKey(state, press, ORDINARY_HABITS);
      state = step.state;
      seen += step.outputs.flatMap((output) => output.keys).length;
    }
    expect(seen).toBeGreaterThan(40);
  });

  test('a clock set back in the middle ends the run and loses nothing', () => {
    const keys = presses(scanKeys('hello', 70)).map((press, at) => ({
      ...press,
      atMs: press.atMs - (at > 2 ? 3_600_000 : 0),
    }));
    expect(typedIn(play(keys)).join('')).toBe('hello');
  });
});

const humanArbitrary = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHTT0123456789 -.@äßé') },
      { weight: 1, arbitrary: fc.constantFrom('Shift', 'Backspace', 'Enter', 'Tab', 'ArrowLeft') },
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 60, max: 119 }) },
      { weight: 2, arbitrary: fc.integer({ min: 120, max: 900 }) },
    ),
  ),
  { minLength: 1, maxLength: 40 },
);

/** A machine's pace: even, with a little jitter and now and then a hiccup of the system under 120 ms. */
const paceArbitrary = (slowestMs: number) =>
  fc.record({
    gapMs: fc.integer({ min: 1, max: slowestMs }),
    jitterMs: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 10, maxLength: 10 }),
    hiccupAt: fc.integer({ min: 1, max: 137 }),
    hiccupMs: fc.integer({ min: 40, max: 119 }),
    terminator: fc.constantFrom(undefined, 'Enter', 'Tab'),
  });

describe('10,000 timing traces', () => {
  test('typing with gaps of 60 ms and more is never a scan, and no key of it is lost or moved', () => {
    fc.assert(
      fc.property(humanArbitrary, fc.boolean(), (keys, slow) => {
        const outputs = play(presses(keys), { ...ORDINARY_HABITS, slow });
        expect(scansIn(outputs)).toEqual([]);
        expect(typedIn(outputs)).toEqual(keys.map(([key]) => key));
      }),
      { numRuns: 4_000, seed: 20_261_121 },
    );
  });

  test('a ticket code at any pace up to 100 ms, with a hiccup, is one scan and nothing is typed', () => {
    fc.assert(
      fc.property(codeArbitrary, paceArbitrary(100), (scanned, pace) => {
        const gap = (at: number) => (at === pace.hiccupAt ? pace.hiccupMs : pace.gapMs + (pace.jitterMs[at % 10] ?? 0));
        const outputs = play(presses(scanKeys(scanned, gap, pace.terminator)));
        expect(scansIn(outputs)).toEqual([scanned]);
        expect(typedIn(outputs)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a short serial at a fast pace, with a hiccup, is one scan and nothing is typed', () => {
    fc.assert(
      fc.property(serialArbitrary, paceArbitrary(24), (scanned, pace) => {
        const gap = (at: number) =>
          at === pace.hiccupAt % 12 ? pace.hiccupMs : pace.gapMs + (pace.jitterMs[at % 10] ?? 0);
        const outputs = play(presses(scanKeys(scanned, gap, pace.terminator)));
        expect(scansIn(outputs)).toEqual([scanned]);
        expect(typedIn(outputs)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('typing and scans in turn: each comes out as what it was, in order', () => {
    const turn = fc.oneof(
      fc.record({ kind: fc.constant('typed' as const), keys: humanArbitrary }),
      fc.record({
        kind: fc.constant('scan' as const),
        text: fc.oneof(codeArbitrary, serialArbitrary),
        gapMs: fc.integer({ min: 1, max: 34 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 6 }), (turns) => {
        const keys = turns.flatMap((each) =>
          each.kind === 'scan'
            ? scanKeys(each.text, each.gapMs, 'Enter')
            : each.keys.map(([key, gapMs], at) => [key, at === 0 ? 500 : gapMs] as const),
        );
        const outputs = play(presses(keys));
        expect(scansIn(outputs)).toEqual(turns.flatMap((each) => (each.kind === 'scan' ? [each.text] : [])));
        expect(typedIn(outputs)).toEqual(
          turns.flatMap((each) => (each.kind === 'typed' ? each.keys.map(([key]) => key) : [])),
        );
      }),
      { numRuns: 1_000, seed: 20_261_121 },
    );
  });

  test('whatever the keys and times, every key comes out once and in order', () => {
    const anyKey = fc.tuple(
      fc.oneof(
        fc.constantFrom(...'T10456789ABCxyz', 'Shift', 'Backspace'),
        fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
      ),
      fc.integer({ min: -50, max: 200 }),
    );
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 60 }), fc.boolean(), (keys, slow) => {
        const all = presses(keys);
        const outputs = play(all, { ...ORDINARY_HABITS, slow, accepts: (text) => text.includes('A') });
        expect(outputs.flatMap((output) => output.keys)).toEqual(all);
      }),
      { numRuns: 2_000 },
    );
  });
});
