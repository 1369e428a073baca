import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  FACES,
  FACE_NAMES,
  faceOf,
  stepOf,
  whyOf,
  type FaceName,
  type Look,
} from '../../../src-renderer/features/door/verdict-face.ts';
import type { ScanAnswer } from '../../../src-shared/contract/door.ts';
import { VERDICTS } from '../../../src-shared/domain/door/verdict.ts';
import { text } from '../../../src-shared/text/text.ts';
import { contrastRatio, hexToRgb, tokensOf } from '../../support/color.ts';
import { answerWith } from '../../support/door-answers.ts';

const css = readFileSync(new URL('../../../src-renderer/ui/tokens.css', import.meta.url), 'utf8');
const tokens = tokensOf(css, 'door');
const COLORS: Readonly<Record<Look, readonly [ground: string, ink: string]>> = {
  admit: ['verdict-admit', 'verdict-on-admit'],
  refuse: ['verdict-refuse', 'verdict-on-refuse'],
  ask: ['verdict-ask', 'verdict-on-ask'],
  check: ['verdict-check', 'verdict-on-check'],
  none: ['color-ground', 'color-ink'],
};

const pairs = FACE_NAMES.flatMap((one, at) => FACE_NAMES.slice(at + 1).map((other) => [one, other] as const));

describe('the faces of verdicts', () => {
  test('cover every verdict', () => {
    for (const verdict of VERDICTS) expect(FACE_NAMES).toContain(verdict);
    expect([...FACE_NAMES].sort()).toEqual(Object.keys(FACES).sort());
  });

  test.each(pairs)('of %s and %s sound different', (one, other) => {
    expect(JSON.stringify(FACES[one].tune)).not.toBe(JSON.stringify(FACES[other].tune));
  });

  test.each(pairs)('of %s and %s differ in word, or one has a band', (one, other) => {
    const isNoted = [one, other].includes('ADMIT_WITH_NOTE') && [one, other].includes('ADMIT');
    if (!isNoted) expect(text(FACES[one].word)).not.toBe(text(FACES[other].word));
  });

  test('never let a colour alone tell them apart: a colour has one mark', () => {
    const marks = new Map(FACE_NAMES.map((name) => [FACES[name].look, FACES[name].mark]));
    for (const name of FACE_NAMES) expect(FACES[name].mark).toBe(marks.get(FACES[name].look));
    const coloured = [...marks].filter(([look]) => look !== 'none').map(([, mark]) => mark);
    expect(new Set(coloured).size).toBe(coloured.length);
  });

  test.each(FACE_NAMES)('of %s can be read: 4.5 to 1 or more', (name) => {
    const [ground, ink] = COLORS[FACES[name].look];
    expect(contrastRatio(hexToRgb(tokens, ink), hexToRgb(tokens, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test('are over within a second, before the next guest', () => {
    for (const name of FACE_NAMES)
      expect(FACES[name].tune.notes.reduce((sum, { ms }) => sum + ms, 0)).toBeLessThan(1_000);
  });
});

const LOCALE = 'en-GB';
type Told = readonly [change: Partial<ScanAnswer>, face: FaceName, why: RegExp | null, step: RegExp];

describe('what is told of a scan', () => {
  test.each<[string, Told]>([
    ['admitted', [{ verdict: 'ADMIT' }, 'ADMIT', null, /Door 1/]],
    [
      'used before',
      [
        { verdict: 'ALREADY_USED', earlier: { at: Date.UTC(2026, 10, 21, 18, 12), gate: 'North' } },
        'ALREADY_USED',
        /19:12, North/,
        /Box office/,
      ],
    ],
    ['cancelled', [{ verdict: 'CANCELLED' }, 'CANCELLED', /no longer/, /Box office/]],
    ['not paid', [{ verdict: 'NOT_PAID' }, 'NOT_PAID', /not paid/, /Box office/]],
    ['for another event', [{ verdict: 'WRONG_EVENT' }, 'WRONG_EVENT', /Hamlet, 20:00/, /door/]],
    ['forged', [{ verdict: 'BAD_SIGNATURE', ticket: null }, 'BAD_SIGNATURE', /this house/, /Box office/]],
    ['not known', [{ verdict: 'UNKNOWN', ticket: null }, 'UNKNOWN', /list/, /square code/]],
  ])('a ticket %s', (_, [change, face, why, step]) => {
    const answer = answerWith(change);
    expect(faceOf(answer, false)).toBe(face);
    const told = whyOf(answer, false, LOCALE);
    if (why === null) expect(told).toBeNull();
    else expect(told).toMatch(why);
    expect(stepOf(answer, false)).toMatch(step);
  });

  test('a guest who needs something has a face of their own, and only when let in', () => {
    const ticket = { ...answerWith({}).ticket!, seatKind: 'WHEELCHAIR' };
    expect(faceOf(answerWith({ ticket }), false)).toBe('ADMIT_WITH_NOTE');
    expect(faceOf(answerWith({ ticket, verdict: 'CANCELLED' }), false)).toBe('CANCELLED');
  });

  test('an admission that was taken back is never shown as one', () => {
    expect(faceOf(answerWith({ verdict: 'ADMIT' }), true)).toBe('TAKEN_BACK');
    expect(stepOf(answerWith({ verdict: 'ADMIT' }), true)).toBeNull();
  });
});
