import { describe, expect, test } from 'vitest';
import { DEMO_PEOPLE, isDemoDue, seedDemo } from '../../src-main/demo/seed-demo.ts';
import { verifyStore } from '../../src-main/verify.ts';
import type { Router } from '../../src-shared/core/router.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

class PowerCut extends Error {}

/** A core whose power fails before its nth call. */
function cutOff(core: TestCore, before: number): Pick<TestCore, 'router' | 'executor' | 'now'> {
  let calls = 0;
  const counted =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (++calls === before) throw new PowerCut();
      return call(...args);
    };
  const callAs = counted(core.router.callAs) as Router['callAs'];
  return { router: { ...core.router, callAs }, executor: { run: counted(core.executor.run) }, now: core.now };
}

describe('the demo house', () => {
  test.each([1, 2, 9, 12, 20, 30, 40])(
    'is made whole on the next start when the first was cut off at step %i',
    async (before) => {
      const core = await createTestCore();
      expect(await isDemoDue(core.store)).toBe(true);
      await expect(seedDemo(cutOff(core, before))).rejects.toThrow(PowerCut);
      expect(await isDemoDue(core.store)).toBe(true);
      core.now += 60_000;
      await seedDemo(core);
      expect(await isDemoDue(core.store)).toBe(false);
      expect((await core.do('person.list', {})).map(({ name }) => name).toSorted()).toEqual(
        DEMO_PEOPLE.map(({ name }) => name).toSorted(),
      );
      expect(await core.do('event.list', {})).toHaveLength(4);
      expect((await verifyStore(core.store, null)).flatMap(({ problems }) => problems)).toEqual([]);
      await core.close();
    },
  );

  test('is never put into a house where something was done', async () => {
    const core = await createTestCore();
    await core.do('venue.create', { name: 'Royal', address: '', timeZone: 'Europe/Berlin' });
    expect(await isDemoDue(core.store)).toBe(false);
    await core.close();
  });
});
