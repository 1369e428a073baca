import { beforeEach, describe, expect, test } from 'vitest';
import {
  correctable,
  createDoorSession,
  MOST_RECENT,
  type DoorSession,
} from '../../../src-renderer/features/door/door-session.ts';
import type { ScanAnswer } from '../../../src-shared/contract/door.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { answerWith } from '../../support/door-answers.ts';

let asked: unknown[];
let sounds: string[];
let answers: Result<ScanAnswer>[];
let session: DoorSession;
const state = () => session.store.getState();

beforeEach(() => {
  asked = [];
  sounds = [];
  answers = [];
  const answer = (input: unknown): Promise<Result<ScanAnswer>> => {
    asked.push(input);
    return Promise.resolve(answers.shift() ?? ok(answerWith({})));
  };
  session = createDoorSession({
    calls: { scan: answer, admitByHand: answer, correct: answer },
    play: (face, isSoft) => sounds.push(isSoft ? `${face} softly` : face),
  });
  session.serve(['event-1']);
});

describe('a door’s session', () => {
  test('asks for the events it serves at its gate, and shows nothing old meanwhile', async () => {
    await session.scan('one', 'North');
    expect(state().shown).not.toBeNull();
    const asking = session.scan('two', 'North');
    await Promise.resolve();
    expect(state()).toMatchObject({ shown: null, isBusy: true });
    await asking;
    expect(state().isBusy).toBe(false);
    expect(asked.at(-1)).toEqual({ text: 'two', eventIds: ['event-1'], gate: 'North' });
  });

  test('says a repeat softly and lists it once', async () => {
    answers = [ok(answerWith({})), ok(answerWith({ isRepeat: true }))];
    await session.scan('one', 'North');
    await session.scan('one', 'North');
    expect(sounds).toEqual(['ADMIT', 'ADMIT softly']);
    expect(state().recent).toHaveLength(1);
  });

  test('keeps the last few scans, newest first', async () => {
    answers = Array.from({ length: MOST_RECENT + 2 }, (_, at) => ok(answerWith({ at })));
    for (let at = 0; at < MOST_RECENT + 2; at += 1) await session.scan(`${at}`, 'North');
    expect(state().recent.map(({ answer }) => answer.at)).toEqual([6, 5, 4, 3, 2]);
  });

  test('shows what could not be asked in place of the verdict before it', async () => {
    answers = [ok(answerWith({})), fail('CORE_LOST', 'Gone.')];
    await session.scan('one', 'North');
    await session.scan('two', 'North');
    expect(state().shown).toEqual({ kind: 'REFUSED', error: { code: 'CORE_LOST', message: 'Gone.' } });
    expect(sounds).toEqual(['ADMIT', 'NOT_TAKEN']);
  });

  test('takes back what it shows, once, and only an admission', async () => {
    answers = [ok(answerWith({ verdict: 'CANCELLED' })), ok(answerWith({})), ok(answerWith({ scanId: 'scan-2' }))];
    await session.scan('one', 'North');
    await session.correct('Mistake', 'North');
    expect(asked).toHaveLength(1);
    await session.scan('two', 'North');
    await session.correct('Mistake', 'North');
    expect(asked.at(-1)).toEqual({ scanId: 'scan-1', gate: 'North', reason: 'Mistake' });
    expect(state().shown).toMatchObject({ isCorrection: true });
    expect(correctable(state().shown)).toBeNull();
    expect(sounds.at(-1)).toBe('TAKEN_BACK');
  });

  test('asks the next question when the one before is answered: a scan waits for a manager’s PIN', async () => {
    let answerPin: (answer: Result<ScanAnswer>) => void = () => undefined;
    const order: string[] = [];
    const slow = createDoorSession({
      calls: {
        scan: async () => {
          order.push('scan');
          return ok(answerWith({}));
        },
        admitByHand: () => {
          order.push('by hand');
          return new Promise((resolve) => {
            answerPin = resolve;
          });
        },
        correct: async () => ok(answerWith({})),
      },
      play: () => undefined,
    });
    const byHand = slow.admitByHand({ ticketId: 'ticket-1', seat: 'F 12' }, 'Left at home', 'North');
    const scan = slow.scan('one', 'North');
    await Promise.resolve();
    expect(order).toEqual(['by hand']);
    answerPin(ok(answerWith({})));
    await Promise.all([byHand, scan]);
    expect(order).toEqual(['by hand', 'scan']);
  });

  test('is silent when muted', async () => {
    session.toggleSound();
    await session.scan('one', 'North');
    expect(sounds).toEqual([]);
    expect(state().isMuted).toBe(true);
  });
});
