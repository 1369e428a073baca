/** The acts of a drawer on the real core: one press is one action, however often and however unluckily it is pressed. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOneAct, type ActState, type OneAct, type OneActOptions } from '../../../src-renderer/app/one-act.ts';
import { createProgram, type Program } from '../../../src-renderer/app/program.ts';
import type { ProgramBridge } from '../../../src-renderer/bridge/program-bridge.ts';
import type { CallName, Input } from '../../../src-shared/contract/calls.ts';
import type { Person } from '../../../src-shared/contract/session.ts';
import { fail } from '../../../src-shared/domain/result.ts';
import { as, hire } from '../../support/people.ts';
import { createTestCore, type TestCore } from '../../support/test-core.ts';

let core: TestCore;
let clerk: Person;
let program: Program;
let asked: { name: CallName; action: string }[];
/** Codes that the next answers are replaced by; what was asked is done all the same. */
let lost: string[];

function bridge(): ProgramBridge {
  const call = async (name: CallName, input: never, { action = core.newId() }: { action?: string } = {}) => {
    asked.push({ name, action });
    const answer = await core.call(name, input, action, clerk);
    const code = lost.shift();
    return code === undefined ? answer : fail(code, 'No answer.');
  };
  const stop = () => undefined;
  return { call, on: () => stop, onResume: () => stop } as unknown as ProgramBridge;
}

beforeEach(async () => {
  core = await createTestCore();
  clerk = await hire(core, 'Clara', 'CLERK');
  asked = [];
  lost = [];
  program = createProgram(bridge());
});
afterEach(() => core.close());

/** As a component has it: what it shows, and the act its key does. */
function mount(options?: OneActOptions): { act: OneAct; shown: ActState[] } {
  const shown: ActState[] = [];
  return { act: createOneAct(program, (state) => shown.push(state), options), shown };
}

const FLOAT = { denominations: { '5000': 2 } };
const paidIn = (amountMinor: number) => ({ kind: 'PAID_IN', amountMinor, reason: 'Change from the bank' }) as const;

async function press<N extends CallName>({ act }: { act: OneAct }, name: N, input: Input<N>, times: number) {
  const answers = await Promise.all(Array.from({ length: times }, () => act.run('', name, input)));
  return answers.map((answer) => (answer.ok ? 'OK' : answer.error.code));
}

const movements = async () =>
  ((await as(core, clerk, 'cash.current', {}))?.movements ?? []).map(({ kind, amountMinor }) => [kind, amountMinor]);

describe('pressed twice at once', () => {
  test('every act of the drawer is asked for once', async () => {
    const drawer = mount();
    const acts: readonly [CallName, object][] = [
      ['cash.open', FLOAT],
      ['cash.move', paidIn(700)],
      ['cash.move', { kind: 'PAID_OUT', amountMinor: 300, reason: 'Postage' }],
      ['cash.move', { kind: 'DROP', amountMinor: 5000, reason: 'Interval' }],
      ['cash.move', { kind: 'NO_SALE', amountMinor: 0, reason: 'Checked a note' }],
      ['cash.beginCount', {}],
      ['cash.reopen', {}],
      ['cash.beginCount', {}],
      ['cash.count', { denominations: { '100': 54 } }],
      ['cash.close', {}],
    ];
    for (const [name, input] of acts)
      expect(await press(drawer, name, input as never, 2), name).toEqual(['OK', 'BUSY']);
    expect(asked.map(({ name }) => name)).toEqual(acts.map(([name]) => name));
    expect(new Set(asked.map(({ action }) => action)).size).toBe(acts.length);
    expect(drawer.shown.filter(({ error }) => error !== null)).toEqual([]);
  });

  test('paid in moves its money once, and the press that did nothing shows no error', async () => {
    await as(core, clerk, 'cash.open', FLOAT);
    const form = mount({ isOnce: true });
    expect(await press(form, 'cash.move', paidIn(700), 3)).toEqual(['OK', 'BUSY', 'BUSY']);
    expect(await movements()).toEqual([['PAID_IN', 700]]);
    expect(form.shown).toEqual([
      { isBusy: true, error: null },
      { isBusy: false, error: null },
    ]);
  });
});

describe('pressed again', () => {
  test('after it was done, before its form is put away, does nothing more', async () => {
    await as(core, clerk, 'cash.open', FLOAT);
    const form = mount({ isOnce: true });
    expect(await press(form, 'cash.move', paidIn(700), 1)).toEqual(['OK']);
    expect(await press(form, 'cash.move', paidIn(700), 1)).toEqual(['BUSY']);
    expect(await movements()).toEqual([['PAID_IN', 700]]);
  });

  test.each(['CORE_LOST', 'SECOND_JOURNAL_FULL', 'STORE_BUSY'])(
    'after its answer was lost (%s), asks for the same act and moves its money once',
    async (code) => {
      await as(core, clerk, 'cash.open', FLOAT);
      const form = mount({ isOnce: true });
      lost = [code];
      expect(await press(form, 'cash.move', paidIn(700), 1)).toEqual([code]);
      expect(await press(form, 'cash.move', paidIn(700), 1)).toEqual(['OK']);
      expect(asked[1]).toEqual(asked[0]);
      expect(await movements()).toEqual([['PAID_IN', 700]]);
    },
  );

  test('with another amount is another act', async () => {
    await as(core, clerk, 'cash.open', FLOAT);
    const form = mount({ isOnce: true });
    lost = ['CORE_LOST'];
    await press(form, 'cash.move', paidIn(700), 1);
    expect(await press(form, 'cash.move', paidIn(900), 1)).toEqual(['OK']);
    expect(await movements()).toEqual([
      ['PAID_IN', 700],
      ['PAID_IN', 900],
    ]);
  });

  test('after it was refused is another act, which can be done', async () => {
    const form = mount({ isOnce: true });
    expect(await press(form, 'cash.move', paidIn(700), 2)).toEqual(['NO_CASH_SESSION', 'BUSY']);
    expect(form.shown.at(-1)).toMatchObject({ isBusy: false, error: { code: 'NO_CASH_SESSION' } });
    await as(core, clerk, 'cash.open', FLOAT);
    expect(await press(form, 'cash.move', paidIn(700), 1)).toEqual(['OK']);
    expect(asked[1]!.action).not.toBe(asked[0]!.action);
  });
});
