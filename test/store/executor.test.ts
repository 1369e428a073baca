/** A command runs once, whatever is sent twice, and many at once leave what one after another would. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../src-shared/domain/result.ts';
import { nextNumber } from '../../src-shared/commands/next-number.ts';
import type { CommandHandler } from '../../src-shared/core/context.ts';
import type { ExecutorDependencies } from '../../src-shared/core/execute.ts';
import { describeOnBothStores, dumpRows, type TestStore } from '../support/stores.ts';

const drawNumber: CommandHandler<{ series: string }, number> = async (read, context, { series }) =>
  ok(await nextNumber(read, context, series));

const touchSeats: CommandHandler<{ eventId: string }, null> = async (_read, { facts }, { eventId }) => {
  facts.bulk('nothing', { eventId }, []);
  return ok(null);
};

const refuse: CommandHandler<unknown, never> = async (_read, { facts, newId }) => {
  facts.insert('counters', { id: newId(), value: 1 });
  return fail('NO', 'Not today.');
};

const nameSupplier: CommandHandler<{ name: string }, string> = async (_read, { facts, newId }, { name }) => {
  const id = newId();
  facts.insert('suppliers', { id, name, kind: 'BROKER', contact: '', terms: 'NET_30', note: '', archivedAt: null });
  return ok(id);
};

const handlers = { drawNumber, touchSeats, refuse, nameSupplier } as ExecutorDependencies['handlers'];
const options = { handlers, bulkHandlers: { nothing: async () => undefined } };
const CLERK = { userId: 'clerk', allowedBy: null };

const run = (stored: TestStore, name: string, input: unknown, action = stored.newId()): Promise<Result<unknown>> =>
  stored.executor.run(name, input, CLERK, action);

describeOnBothStores('executor', (open) => {
  test('an action sent again gets the first answer and changes nothing', async () => {
    const stored = await open(options);
    const first = await run(stored, 'drawNumber', { series: 'r' }, 'action');
    const rows = await dumpRows(stored);
    const written = stored.committed.length;
    expect(first).toEqual(ok(1));
    expect(await run(stored, 'drawNumber', { series: 'r' }, 'action')).toEqual(ok(1));
    expect(await dumpRows(stored)).toEqual(rows);
    expect(stored.committed).toHaveLength(written);
  });

  test('an action sent many times at once runs once, and all get its answer', async () => {
    const stored = await open(options);
    await run(stored, 'drawNumber', { series: 'r' });
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => run(stored, 'drawNumber', { series: 'r' }, 'action')),
    );
    expect(answers).toEqual(Array.from({ length: 16 }, () => ok(2)));
    expect(await dumpRows(stored)).toMatchObject({ counters: [{ id: 'r', value: 2 }] });
  });

  test('an action used for something else is refused', async () => {
    const stored = await open(options);
    await run(stored, 'drawNumber', { series: 'r' }, 'action');
    expect(await run(stored, 'refuse', {}, 'action')).toMatchObject({ ok: false, error: { code: 'ACTION_REUSED' } });
  });

  test('a refusal leaves nothing, not even its action', async () => {
    const stored = await open(options);
    expect(await run(stored, 'refuse', {}, 'action')).toMatchObject({ ok: false, error: { code: 'NO' } });
    expect(await dumpRows(stored)).toEqual({});
    expect(await run(stored, 'drawNumber', { series: 'r' }, 'action')).toEqual(ok(1));
  });

  test('a broken unique rule is a refusal that names it', async () => {
    const stored = await open(options);
    await run(stored, 'nameSupplier', { name: 'Tixx' });
    const error = { code: 'CONFLICT', data: { rule: 'suppliers_one_name' } };
    expect(await run(stored, 'nameSupplier', { name: 'Tixx' })).toMatchObject({ ok: false, error });
    expect((await dumpRows(stored))['suppliers']).toHaveLength(1);
  });

  test('32 at once draw 32 numbers of a series, none twice and none left out, even the first', async () => {
    const stored = await open(options);
    const answers = await Promise.all(Array.from({ length: 32 }, () => run(stored, 'drawNumber', { series: 'r' })));
    const numbers = answers.map((answer) => (answer as { value: number }).value);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, i) => i + 1));
    expect(await dumpRows(stored)).toMatchObject({ counters: [{ id: 'r', value: 32, version: 32 }] });
  });

  test('changes of an event are numbered without a gap, also when the first come together', async () => {
    const stored = await open(options);
    const answers = await Promise.all(Array.from({ length: 12 }, () => run(stored, 'touchSeats', { eventId: 'e' })));
    expect(answers).toEqual(Array.from({ length: 12 }, () => ok(null)));
    const sequences = stored.notices.flatMap(({ topic, data }) =>
      topic === 'event-seats' ? [(data as { sequence: number }).sequence] : [],
    );
    expect(sequences.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });

  test('each command leaves one audit record with what it changed, who did it and when', async () => {
    const stored = await open(options);
    await run(stored, 'drawNumber', { series: 'r' }, 'one');
    stored.clock.now += 1000;
    await run(stored, 'drawNumber', { series: 'r' }, 'two');
    const tail = sql`where agency_id = ${stored.store.agencyId} order by at`;
    const [first, second] = await stored.store.read.rows('auditRecords', tail);
    expect(first).toMatchObject({ commandId: 'one', name: 'drawNumber', userId: 'clerk', at: stored.clock.now - 1000 });
    expect(JSON.parse(second!.detail)).toMatchObject({ changes: [{ was: { value: 1 }, set: { value: 2 } }] });
    const sealed = stored.kind === 'SQLite';
    expect([first!.sequence === null, first!.hash === null]).toEqual([!sealed, !sealed]);
  });
});
