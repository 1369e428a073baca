import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DEMO_HOUSE,
  DEMO_PEOPLE,
  type DemoDependencies,
  demoTimes,
  isDemoDue,
  seedDemo,
} from '../../src-main/demo/seed-demo.ts';
import { verifyStore } from '../../src-main/verify.ts';
import type { Router } from '../../src-shared/core/router.ts';
import { tradingDayOf } from '../../src-shared/domain/time/trading-day.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

class PowerCut extends Error {}

/** A core whose power fails before its nth call. */
function cutOff(core: TestCore, before: number): DemoDependencies {
  let calls = 0;
  const counted =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (++calls === before) throw new PowerCut();
      return call(...args);
    };
  const callAs = counted(core.router.callAs) as Router['callAs'];
  return { ...core, router: { ...core.router, callAs }, executor: { run: counted(core.executor.run) } };
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

  test('has a show tonight that has hardly begun, and another after it, at any minute of the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 - 1 }), fc.nat({ max: 59_999 }), (minute, ms) => {
        const now = Date.UTC(2026, 0, 1) + minute * 60_000 + ms;
        const day = (at: number) => tradingDayOf(at, DEMO_HOUSE.timeZone, 300).name;
        const { tonight, late } = demoTimes(now);
        expect([day(tonight), day(late)]).toEqual([day(now), day(now)]);
        expect(tonight).toBeGreaterThan(now - 31 * 60_000);
        expect(late).toBeGreaterThanOrEqual(tonight);
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['12:00', '21:59', '22:20', '23:59', '03:31', '04:59'])(
    'is on sale when it is made at %s',
    async (time) => {
      const core = await createTestCore();
      core.now = Date.parse(`2026-11-27T${time}:30+01:00`);
      await seedDemo(core);
      const events = await core.do('event.list', {});
      expect(events.map(({ status }) => status)).toEqual(['ON_SALE', 'ON_SALE', 'ON_SALE', 'ON_SALE']);
      expect(events.every(({ endsAt }) => endsAt > core.now + 3_600_000)).toBe(true);
      await core.close();
    },
  );

  test('cut off one night is made whole on another day', async () => {
    const core = await createTestCore();
    core.now = Date.parse('2026-11-26T21:40:00+01:00');
    await expect(seedDemo(cutOff(core, 20))).rejects.toThrow(PowerCut);
    core.now += 20 * 3_600_000;
    await seedDemo(core);
    expect(await isDemoDue(core.store)).toBe(false);
    await core.close();
  });

  test('is never put into a house where something was done', async () => {
    const core = await createTestCore();
    await core.do('venue.create', { name: 'Royal', address: '', timeZone: 'Europe/Berlin' });
    expect(await isDemoDue(core.store)).toBe(false);
    await core.close();
  });
});
