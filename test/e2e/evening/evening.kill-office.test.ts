/** The office's steps again, with the core killed (−9) at each: every one is done exactly once, and the screen goes on. */
import { expect } from 'playwright/test';
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest';
import { handsOnKeys, type Hands } from '../../support/evening/hands.ts';
import { killed, MOMENTS } from '../../support/evening/killing.ts';
import { openProgram, type EveningProgram } from '../../support/evening/program.ts';
import { openNodeWindow, type NodeWindow } from '../../support/node-window.ts';
import { BROKERED, makesEvent, makesSeats, setsPrices } from './story/event.ts';
import { FAULTY } from './story/house.ts';
import { makesSupplier, orders, receives } from './story/stock.ts';

let program: EveningProgram;
let olga: Hands;
/** A second pair of eyes at the core. */
let eyes: NodeWindow;

beforeAll(async () => {
  program = await openProgram();
  olga = handsOnKeys(program.page);
  eyes = await openNodeWindow(program.loopback, 'Max Manager', '2000');
  await olga.signsIn('Olga Owner', '1000');
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => program.shot('evening-kill-office-failed'));
});

afterAll(async () => {
  eyes?.close();
  await program?.close();
});

/** The one event of that title. */
async function eventOf(title: string) {
  const found = (await eyes.do('event.list', {})).filter((event) => event.title === title);
  expect(found, `one event is called ${title}`).toHaveLength(1);
  return eyes.do('event.get', { eventId: found[0]!.eventId });
}

async function mapOf(name: string) {
  const found = (await eyes.do('map.list', {})).filter((map) => map.name === name);
  expect(
    found.flatMap(({ versions }) => versions),
    `one version of ${name} is stored`,
  ).toHaveLength(1);
  return eyes.do('map.get', { mapVersionId: found[0]!.versions[0]!.mapVersionId });
}

async function orderFrom(supplier: string) {
  const found = (await eyes.do('purchaseOrder.list', {})).filter(({ supplierName }) => supplierName === supplier);
  expect(found, `one order is with ${supplier}`).toHaveLength(1);
  return eyes.do('purchaseOrder.get', { purchaseOrderId: found[0]!.purchaseOrderId });
}

describe.each(MOMENTS)('a core that dies %s each step', (moment) => {
  const house = `House ${moment}`;
  const play = `Play ${moment}`;
  const opera = `Opera ${moment}`;
  const broker = `Broker ${moment}`;
  const kills = (command: string, step: () => Promise<unknown>) => killed(program, { command, moment }, step);

  test('stores a plan once, with one change of category, and publishes it', async () => {
    const { page } = olga;
    await olga.goesTo('Maps');
    await olga.presses(olga.button(/Import a plan/), 'i');
    await olga.choosesFile('Choose a file', FAULTY);
    await page.getByRole('application').waitFor();
    await olga.fillsIn({ 'Name of the map': house });
    await kills('map.import', async () => {
      await olga.presses(olga.button('Import'));
      await page.getByText('Version 1').waitFor();
    });
    const { version } = await mapOf(house);
    await olga.choosesOnMap(/Stalls, row [A-F]/, 'ROW');
    await kills('map.assignCategory', async () => {
      await olga.presses(olga.button(/Give the chosen seats: Back/), '2');
      await olga
        .button(/Choose all seats of: Back/)
        .getByText('14', { exact: true })
        .waitFor();
    });
    expect((await mapOf(house)).version).toBe(version + 1);
    await kills('map.publish', async () => {
      await olga.presses(olga.button(/^Publish/), 'p');
      await page.getByText('Version 1 is published with 44 seats.').waitFor();
    });
    expect(await mapOf(house)).toMatchObject({ status: 'PUBLISHED' });
  });

  test('makes an event once, with its prices and seats', async () => {
    await kills('event.create', () => makesEvent(olga, { title: play, on: house }));
    expect(await eventOf(play)).toMatchObject({ status: 'DRAFT', seatsGenerated: false });
    await kills('event.setPrices', () => setsPrices(olga));
    const { types, prices } = await eventOf(play);
    expect(types.map(({ name }) => name)).toEqual(['Standard', 'Child']);
    expect(prices.map(({ amountMinor }) => amountMinor).toSorted()).toEqual([2250, 3000, 4500]);
    await kills('event.generateSeats', () => makesSeats(olga, 44));
    expect((await eventOf(play)).counts).toMatchObject({ available: 44, held: 0, blocked: 0 });
  });

  test('holds, releases and blocks once, and changes the state once', async () => {
    await olga.choosesOnMap(/Stalls/, 'ROW');
    await olga.presses(olga.action('events.hold'), 'h');
    await olga.fillsIn({ Name: 'Press' });
    await kills('hold.create', () => olga.saysWhy('Critics', 'Hold'));
    await olga.seesSeatsNow('Held', 6);
    expect((await eventOf(play)).holds).toMatchObject([{ name: 'Press', seatCount: 6 }]);
    await olga.choosesOnMap(/Press/);
    await olga.presses(olga.action('events.release'), 'u');
    await kills('hold.release', () => olga.saysWhy('One is ill', 'Release'));
    await olga.seesSeatsNow('Held', 5);
    await olga.choosesOnMap(/Available/);
    await olga.presses(olga.action('events.block'), 'b');
    await kills('seat.block', () => olga.saysWhy('Broken', 'Block'));
    await olga.seesSeatsNow('Blocked', 1);
    expect((await eventOf(play)).counts).toMatchObject({ available: 38, held: 5, blocked: 1 });
    await kills('event.changeStatus', async () => {
      await olga.presses(olga.button('Publish'));
      await olga.button('Put on sale').waitFor();
    });
    await kills('event.changeStatus', async () => {
      await olga.presses(olga.button('Put on sale'));
      await olga.page.getByText('On sale', { exact: true }).waitFor();
    });
    expect(await eventOf(play)).toMatchObject({ status: 'ON_SALE' });
  });

  test('orders from one supplier once and receives each part once', async () => {
    const { page } = olga;
    await makesEvent(olga, { title: opera, on: house, inventory: BROKERED });
    await makesSeats(olga, 44);
    await kills('supplier.create', () => makesSupplier(olga, broker));
    expect((await eyes.do('supplier.list', {})).filter(({ name }) => name === broker)).toHaveLength(1);
    await kills('purchaseOrder.create', () => orders(olga, broker, opera));
    expect(await orderFrom(broker)).toMatchObject({ status: 'DRAFT', lines: [{ quantity: 12 }, { quantity: 24 }] });
    await kills('purchaseOrder.submit', async () => {
      await olga.presses(olga.button('Send to supplier'));
      await olga.button('Supplier confirmed').waitFor();
    });
    await kills('purchaseOrder.confirm', async () => {
      await olga.presses(olga.button('Supplier confirmed'));
      await page.getByRole('heading', { name: /Receive on line 1/ }).waitFor();
    });
    await kills('purchaseOrder.receive', async () => {
      await receives(olga, 'rows A-B', 12);
      await page.getByText('Reconciled: 12 owned').waitFor();
      await page.getByRole('heading', { name: /Receive on line 2/ }).waitFor();
    });
    await kills('purchaseOrder.receive', async () => {
      await receives(olga, 'rows C-D', 12);
      await page.getByText('12 of 24').waitFor();
    });
    const { number, lines } = await orderFrom(broker);
    expect(lines.map(({ receivedQuantity }) => receivedQuantity)).toEqual([12, 12]);
    await olga.button(`${number}, 24 seats`).waitFor();
  });
});

test('leaves books that are right in every check, and no page complained', async () => {
  expect(program.complaints).toEqual([]);
  const { problems, words } = await program.closeAndVerify();
  expect(problems, words).toBe(0);
});
