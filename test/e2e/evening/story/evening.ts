/**
 * One evening on one PC, told once for whoever lives it: what is done, and what is then to be seen. How a hand does it
 * is the hands' business.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { startFakeNetworkPrinter } from '../../../support/fake-network-printer.ts';
import type { Hands } from '../../../support/evening/hands.ts';
import { openProgram } from '../../../support/evening/program.ts';
import { openNodeWindow } from '../../../support/node-window.ts';
import { theCounter } from './counter.ts';
import { theDesk } from './desk.ts';
import { theDoor } from './door.ts';
import { theEvent } from './event.ts';
import { theFinder } from './finder.ts';
import { theHouse } from './house.ts';
import { theNight } from './night.ts';
import type { Evening, Step } from './step.ts';
import { theStock } from './stock.ts';

const PARTS: Readonly<Record<string, readonly Step[]>> = {
  'the house': theHouse,
  'the event': theEvent,
  'the stock': theStock,
  'the counter': theCounter,
  'the finder': theFinder,
  'the bookings': theDesk,
  'the door': theDoor,
  'the night': theNight,
};

/** Lives the whole evening with one kind of hands. @param way in the names of its pictures */
export function tellEvening(way: string, handsOn: (page: Page) => Hands): void {
  let evening: Evening;

  beforeAll(async () => {
    const program = await openProgram();
    evening = {
      program,
      hands: handsOn(program.page),
      openHands: async () => handsOn(await program.openWindow()),
      eyes: await openNodeWindow(program.loopback, 'Max Manager', '2000'),
      receiptPrinter: await startFakeNetworkPrinter({ kind: 'OFFLINE' }),
      shot: (name) => program.shot(`evening-${way}-${name}`),
      known: { numbers: new Map(), codes: [] },
    };
  });

  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => evening.shot('failed'));
  });

  afterAll(async () => {
    evening?.eyes.close();
    await evening?.receiptPrinter.close();
    await evening?.program.close();
  });

  for (const [part, steps] of Object.entries(PARTS))
    describe(part, () => {
      for (const step of steps) test(step.name, () => step.run(evening));
    });

  test('leaves books that are right in every check, and no page complained', async () => {
    expect(evening.program.complaints).toEqual([]);
    const { problems, words } = await evening.program.closeAndVerify();
    expect(problems, words).toBe(0);
  });
}
