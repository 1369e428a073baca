/** What goes wrong in a house: each gets a message that says what and where, and loses nothing. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Core } from '../../src-main/core.ts';
import { calls, type CallName } from '../../src-shared/contract/calls.ts';
import { ok } from '../../src-shared/domain/result.ts';
import {
  call,
  close,
  must,
  newId,
  openDemo,
  openHouse,
  OWNER,
  problemsOf,
  tendered,
  useDataFolder,
} from '../support/real-house.ts';
import { sampleInput, textPaths } from '../support/sample-input.ts';

/** A Visa test number, with its spaces as people type it and without. */
const CARDS = ['4111 1111 1111 1111', '4111111111111111', '3782-822463-10005'];

const CARD_AS_NUMBER = 4_111_111_111_111_111;

const path = useDataFolder();

describe('a full disk', () => {
  test('refuses Enter in words, keeps what was tendered, and the same Enter finishes once there is room', async () => {
    const { core, eventId } = await openDemo(path());
    const saleId = await tendered(core, eventId);
    const { writer } = core.store;
    const pages = writer.pragma('page_count', { simple: true }) as number;
    const action = newId();
    let refused = 0;
    for (let room = 0; ; room++) {
      writer.pragma(`max_page_count = ${pages + room}`);
      const answer = await call(core, 'sale.finish', { saleId }, action);
      if (answer.ok) break;
      refused++;
      expect(answer.error).toMatchObject({ code: 'STORE_FULL', message: expect.stringContaining('make room') });
      expect(await must(core, 'sale.get', { saleId })).toMatchObject({ status: 'PAYING', dueMinor: 0 });
      expect(await problemsOf(core)).toEqual([]);
    }
    expect(refused).toBeGreaterThan(0);
    expect(await must(core, 'sale.get', { saleId })).toMatchObject({ status: 'CONFIRMED' });
    expect(await problemsOf(core)).toEqual([]);
    await close(core);
  });
});

type Hostile = readonly [kind: string, text: string];
const STRANGE: readonly Hostile[] = [
  ['quotes', `O'Brien "the boss" \`; drop table sales; --`],
  ['newlines', 'one\ntwo\r\nthree\ttab'],
  ['right-to-left', 'מֹשֶׁה \u202eabc\u202c عمر'],
  ['emoji', '👩‍👩‍👧‍👦 🎭'],
  ['a template', '{name} ${x} %s <script>'],
];
const REFUSED: readonly Hostile[] = [
  ['U+0000', 'a\u0000b'],
  ['a lone surrogate', 'a\ud800b'],
];
const CALLS = (Object.keys(calls) as CallName[]).filter((name) => calls[name].access !== 'system');

/** Like a field's usual content, so that the rest of the input is as good as it can be. */
const plain = (field: string): string => (/color$/i.test(field) ? '#aa3377' : /pin$/i.test(field) ? '2468' : 'x1');

describe('hostile text', () => {
  test('in every field of every call is kept whole or refused in words; the impossible and card numbers are refused, and reach no file', async () => {
    const { core } = await openDemo(path());
    let fields = 0;
    for (const name of CALLS) {
      const { input, rawFields } = calls[name] as {
        input: (typeof calls)[CallName]['input'];
        rawFields: readonly string[];
      };
      for (const field of textPaths(input)) {
        fields++;
        const send = (text: string) =>
          core.router.callAs(
            OWNER,
            name,
            sampleInput(input, (at) => (at === field ? text : plain(at))),
            newId(),
          );
        for (const [kind, text] of STRANGE) {
          const answer = await send(text);
          expect(answer.ok || answer.error.message.length > 0, `${name} ${field} ${kind}`).toBe(true);
        }
        for (const [kind, text] of REFUSED) {
          // What a scanner sends is judged and not kept: any noise is UNKNOWN.
          if (name !== 'door.scan' || field !== 'text')
            expect(await send(text), `${name} ${field} ${kind}`).toMatchObject({
              ok: false,
              ...(rawFields.includes(field)
                ? {}
                : { error: { code: 'BAD_INPUT', data: { issues: [{ path: expect.anything() }] } } }),
            });
        }
        for (const card of CARDS) {
          const answer = await send(card);
          if (rawFields.includes(field)) continue;
          expect(answer, `${name} ${field} ${card}`).toMatchObject({ ok: false, error: { code: 'CARD_NUMBER' } });
          expect(!answer.ok && answer.error.message.replace(/\D/g, ''), `${name} ${field}`).not.toContain(
            card.replace(/\D/g, ''),
          );
        }
      }
    }
    expect(fields).toBeGreaterThan(100);
    // No number is a card's either: all are smaller, or name a version that is not there.
    for (const name of CALLS) {
      const input = sampleInput(calls[name].input as z.ZodType, plain, CARD_AS_NUMBER);
      if (!JSON.stringify(input).includes(String(CARD_AS_NUMBER))) continue;
      const answer = await core.router.callAs(OWNER, name, input, newId());
      expect(JSON.stringify(answer), name).not.toContain(String(CARD_AS_NUMBER));
    }
    for (const action of [...CARDS, '4111-1111-1111-1111', 'a\u0000b', 'x'.repeat(129), ''])
      expect(await call(core, 'session.house', {}, action)).toMatchObject({ ok: false });
    expect(await problemsOf(core)).toEqual([]);
    core.store.writer.pragma('wal_checkpoint(TRUNCATE)');
    await close(core);
    const leaked = filesIn(path()).filter((file) => CARDS.some((card) => readFileSync(file).includes(card)));
    expect(leaked).toEqual([]);
  });
});

function filesIn(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('a price', () => {
  test.each([-1, 1e99, 0.5, Number.NaN])('of %d is refused with its place, and the old prices stay', async (amount) => {
    const { core, eventId } = await openDemo(path());
    const before = await must(core, 'event.get', { eventId });
    const types = before.types.map(({ ticketTypeId, name, kind }) => ({ ticketTypeId, name, kind }));
    const grid = before.levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: types.map(() => amount) }));
    const refused = await call(core, 'event.setPrices', { eventId, types, grid });
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'BAD_INPUT',
        data: { issues: expect.arrayContaining([expect.objectContaining({ path: 'grid.0.amounts.0' })]) },
      },
    });
    expect((await must(core, 'event.get', { eventId })).prices).toEqual(before.prices);
    await close(core);
  });
});

describe('a PIN changed with a basket open', () => {
  test('leaves the basket with its clerk, who has it back after signing in with the new one', async () => {
    const { core, eventId } = await openDemo(path());
    const clerk = (await must(core, 'session.house', {})).people.find(({ role }) => role === 'CLERK')!;
    const saleId = newId();
    ok(await core.router.callAs(clerk, 'sale.reserveBest', { saleId, eventId, quantity: 2 }, newId()));
    await must(core, 'person.setSecret', { userId: clerk.id, pin: '97531' });
    const signIn = async (pin: string) =>
      (
        await core.call({
          call: 1,
          name: 'session.signIn',
          input: { userId: clerk.id, pin },
          action: newId(),
          session: null,
        })
      ).result;
    expect(await signIn('5100')).toMatchObject({ ok: false, error: { code: 'WRONG_PIN' } });
    const signedIn = (await signIn('97531')) as { ok: true; value: { session: string } };
    const { session } = signedIn.value;
    const open = await core.call({ call: 2, name: 'sale.open', input: {}, action: newId(), session });
    expect(open.result).toMatchObject({ ok: true, value: [{ saleId, status: 'RESERVED' }] });
    await close(core);
  });
});

describe('a clock set back an hour', () => {
  const HOUR_MS = 3_600_000;
  const early = () => Date.now() - HOUR_MS;

  test('leaves the record whole: what is sold then stands in both journals, in order, and comes back from them', async () => {
    const { core, eventId } = await openDemo(path());
    const before = await tendered(core, eventId);
    await must(core, 'sale.finish', { saleId: before });
    await close(core);
    const back = await openHouse(path(), early);
    const after = await tendered(back, eventId);
    await must(back, 'sale.finish', { saleId: after });
    expect(await problemsOf(back)).toEqual([]);
    const [newest, ...older] = (await must(back, 'audit.list', {})).map(({ name, sequence, at }) => ({
      name,
      sequence,
      at,
    }));
    expect(newest).toMatchObject({ name: 'sale.finish', sequence: older[0]!.sequence! + 1 });
    expect(newest!.at).toBeLessThan(Date.now() - HOUR_MS / 2);
    await close(back);
    rmSync(join(path(), 'parterre.sqlite'));
    const again = await openHouse(path(), early);
    for (const saleId of [before, after])
      expect(await must(again, 'sale.get', { saleId })).toMatchObject({ status: 'CONFIRMED' });
    expect(await problemsOf(again)).toEqual([]);
    await close(again);
  });

  test('keeps nobody out for the hour who had to wait for seconds', async () => {
    const { core } = await openDemo(path());
    const { id: userId } = (await must(core, 'session.house', {})).people.find(({ role }) => role === 'CLERK')!;
    const signIn = async (at: Core, pin: string) =>
      (await at.call({ call: 1, name: 'session.signIn', input: { userId, pin }, action: newId(), session: null }))
        .result;
    for (const pin of ['1111', '2222', '3333']) await signIn(core, pin);
    expect(await signIn(core, '5100')).toMatchObject({ ok: false, error: { code: 'PIN_LOCKED' } });
    await close(core);
    const back = await openHouse(path(), early);
    expect(await signIn(back, '5100')).toMatchObject({ ok: true });
    await close(back);
  });
});

describe('Enter twice', () => {
  test('with one action answers the same and sells once; with another says that it is sold', async () => {
    const { core, eventId } = await openDemo(path());
    const saleId = await tendered(core, eventId);
    const answers = await Promise.all([1, 2].map(() => call(core, 'sale.finish', { saleId }, 'enter')));
    expect(answers).toEqual([ok({ saleId }), ok({ saleId })]);
    expect(await call(core, 'sale.finish', { saleId })).toMatchObject({ ok: false, error: { code: 'WRONG_STATE' } });
    expect(await core.store.read.rows('receipts', sql`where sale_id = ${saleId}`)).toHaveLength(1);
    expect(await problemsOf(core)).toEqual([]);
    await close(core);
  });
});
