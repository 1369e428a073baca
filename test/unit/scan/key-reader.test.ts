import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createKeyReader,
  IDLE_MS,
  LONE_KEY_MS,
  type FieldText,
  type KeyEvent,
} from '../../../src-renderer/app/scan/key-reader.ts';
import { ORDINARY_HABITS } from '../../../src-shared/domain/scanner/wedge.ts';
import { encodeTicketBody, ticketCodeText } from '../../../src-shared/domain/tickets/code.ts';
import { shortSerial } from '../../../src-shared/domain/tickets/short-serial.ts';

const code = ticketCodeText(
  encodeTicketBody({
    version: 1,
    keyId: 7,
    eventNumber: 3,
    serial: 99,
    seatIndex: 4,
    generation: 1,
    product: 0,
    gate: 0,
  }),
  new Uint8Array(64).map((_, at) => (at * 37) % 251),
);
const serial = shortSerial(0x12_34_56_78_9a_bc);

interface FakeKey extends KeyEvent {
  readonly field: string | null;
}

const PLAIN = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, repeat: false, isComposing: false };

function codeOfKey(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return key === ' ' ? 'Space' : key;
}

const never = (scanned: string): boolean => scanned === '';

/**
 * A window with one field and no browser: keys that pass act, keys given back act, and time goes as the test says.
 */
function createFakeWindow({ inField = false, accepts = never } = {}) {
  let nowMs = 1_000;
  let field = '';
  let timer: { readonly at: number; readonly run: () => void } | null = null;
  const scans: string[] = [];
  const acted: string[] = [];
  const lettingGo: string[] = [];
  const act = (event: FakeKey): void => {
    acted.push(event.key);
    if (event.field !== null && event.key.length === 1) field += event.key;
  };
  const reader = createKeyReader<FakeKey, FieldText>({
    page: {
      fieldOf: (event) => (event.field === null ? null : { element: event.field, value: field }),
      putBack: ({ value }) => {
        field = value;
      },
      replay: (event, kind) => (kind === 'keydown' ? act(event) : void lettingGo.push(event.key)),
    },
    habits: () => ({ ...ORDINARY_HABITS, accepts }),
    onScan: (text) => scans.push(text),
    after: (ms, run) => {
      const mine = { at: nowMs + ms, run };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
  });
  function wait(ms: number): void {
    const until = nowMs + ms;
    while (timer && timer.at <= until) {
      const due = timer;
      timer = null;
      nowMs = due.at;
      due.run();
    }
    nowMs = until;
  }
  function press(key: string, change: Partial<FakeKey> = {}): 'PASS' | 'KEEP' {
    const place = inField ? 'the field' : null;
    const event = { ...PLAIN, key, code: codeOfKey(key), timeStamp: nowMs, field: place, ...change };
    const fate = reader.press(event);
    if (fate === 'PASS') act(event);
    return fate;
  }
  function type(text: string, gapMs: number): void {
    for (const key of text) {
      press(key);
      wait(gapMs);
    }
  }
  return {
    wait,
    press,
    type,
    release: (key: string) => reader.release({ ...PLAIN, key, code: codeOfKey(key), timeStamp: nowMs, field: null }),
    flush: reader.flush,
    scans,
    acted,
    lettingGo,
    field: () => field,
  };
}

const scanInto = (window: ReturnType<typeof createFakeWindow>, text: string, gapMs = 8) => {
  window.type(text, gapMs);
  return window.press('Enter');
};

describe('typing', () => {
  test('in a field is there at once, whatever may still become of it', () => {
    const window = createFakeWindow({ inField: true });
    expect(window.press('T')).toBe('PASS');
    expect(window.field()).toBe('T');
  });

  test('of a person is never lost, doubled or turned round, in a field or outside', () => {
    const keys = fc.constantFrom('T', '1', '0', '4', 'x', ' ', 'Enter', 'Backspace', 'ArrowDown', 'F2', 'Tab');
    const presses = fc.array(fc.tuple(keys, fc.integer({ min: 1, max: 300 })), { maxLength: 30 });
    fc.assert(
      fc.property(presses, fc.boolean(), (typed, inField) => {
        const window = createFakeWindow({ inField });
        for (const [key, gapMs] of typed) {
          window.press(key);
          window.wait(gapMs);
        }
        window.wait(1_000);
        expect(window.scans).toEqual([]);
        expect(window.acted).toEqual(typed.map(([key]) => key));
      }),
    );
  });

  test('of a lone key outside a field acts within a wink, and what begins a code a little later', () => {
    const window = createFakeWindow();
    expect(window.press('b')).toBe('KEEP');
    window.wait(LONE_KEY_MS);
    expect(window.acted).toEqual(['b']);
    window.wait(500);
    window.press('t');
    window.wait(LONE_KEY_MS);
    expect(window.acted).toEqual(['b']);
    window.wait(IDLE_MS - LONE_KEY_MS);
    expect(window.acted).toEqual(['b', 't']);
  });

  test.each(['Enter', 'Tab', 'Escape', 'Backspace', 'ArrowLeft', 'F1', ' '])('of %j alone is not waited for', (key) => {
    expect(createFakeWindow().press(key)).toBe('PASS');
  });

  test.each([
    ['Ctrl', { ctrlKey: true }],
    ['Alt', { altKey: true }],
    ['Meta', { metaKey: true }],
    ['a composed character', { isComposing: true }],
    ['a held key', { repeat: true }],
  ])('with %s is not waited for', (_, change) => {
    expect(createFakeWindow().press('k', change)).toBe('PASS');
  });

  test('held back lets its key go after it was pressed, and a composed character comes after it', () => {
    const window = createFakeWindow();
    window.press('b');
    expect(window.release('b')).toBe('KEEP');
    expect(window.lettingGo).toEqual([]);
    window.press('Process');
    expect(window.acted).toEqual(['b', 'Process']);
    expect(window.lettingGo).toEqual(['b']);
  });

  test('is given back when the window loses the keyboard', () => {
    const window = createFakeWindow();
    window.press('b');
    window.flush();
    expect(window.acted).toEqual(['b']);
  });
});

describe('a scan', () => {
  test.each([
    ['a ticket’s code', code, 8],
    ['a ticket’s code from a slow scanner', code, 80],
    ['a ticket’s code with Caps Lock', code.toLowerCase(), 8],
    ['a short serial', serial, 8],
  ])('of %s reaches no field and no button, nor does its Enter', (_, text, gapMs) => {
    for (const inField of [false, true]) {
      const window = createFakeWindow({ inField });
      expect(scanInto(window, text, gapMs)).toBe('KEEP');
      window.wait(1_000);
      expect(window.scans).toEqual([text]);
      expect(window.field()).toBe('');
      if (!inField) expect(window.acted).toEqual([]);
    }
  });

  test('gives a field back what stood in it, what was typed right up to it too', () => {
    const window = createFakeWindow({ inField: true });
    window.type('smi', 90);
    scanInto(window, code);
    window.wait(1_000);
    window.type('th', 90);
    window.wait(1_000);
    expect(window.scans).toEqual([code]);
    expect(window.field()).toBe('smith');
  });

  test('on a French keyboard is read by its keys', () => {
    const window = createFakeWindow();
    const shown: Readonly<Record<string, string>> = { '1': '&', '0': 'à', '2': 'é', Q: 'A', A: 'Q', W: 'Z', Z: 'W' };
    for (const key of code) {
      window.press(shown[key] ?? key, { code: codeOfKey(key) });
      window.wait(8);
    }
    window.press('Enter');
    window.wait(1_000);
    expect(window.scans).toEqual([code]);
    expect(window.acted).toEqual([]);
  });

  test('of something else is one only where the screen takes it', () => {
    for (const takes of [false, true]) {
      const window = createFakeWindow({ accepts: () => takes });
      scanInto(window, '4006381333931');
      window.wait(1_000);
      expect(window.scans).toEqual(takes ? ['4006381333931'] : []);
      expect(window.acted.join('')).toBe(takes ? '' : '4006381333931Enter');
    }
  });

  test('is whole though the window was busy in the middle of it', () => {
    const window = createFakeWindow();
    const keys = [...code].map((key, at) => ({ key, timeStamp: 1_000 + at * 8 }));
    for (const [at, { key, timeStamp }] of keys.entries()) {
      if (at === 40) window.wait(300);
      window.press(key, { timeStamp });
    }
    expect(window.scans).toEqual([code]);
  });
});
