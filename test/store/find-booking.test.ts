/** What a search box that takes anything finds, on both stores. */
import { beforeEach, expect, test } from 'vitest';
import type { SaleView } from '../../src-shared/contract/sale.ts';
import { createEventOnSale } from '../support/selling.ts';
import { describeOnBothStores } from '../support/stores.ts';
import { createTestCore, type TestCore } from '../support/test-core.ts';

let core: TestCore;

describeOnBothStores('finding a booking', (open) => {
  let ada: SaleView;
  let other: SaleView;

  async function sell(saleId: string, seatId: string, name: string | null): Promise<SaleView> {
    const { eventId } = await event;
    await core.do('sale.reserveSeats', { saleId, eventId, seatIds: [seatId] });
    if (name !== null) {
      const customer = { customerId: null, name, email: 'ada@example.org', phone: '+44 20 7946 0018' };
      await core.do('sale.setCustomer', { saleId, customer, delivery: 'WILL_CALL' });
    }
    await core.do('sale.beginPayment', { saleId });
    const { dueMinor } = await core.do('sale.get', { saleId });
    await core.do('sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor: dueMinor, reference: 'A17' });
    await core.do('sale.finish', { saleId });
    return core.do('sale.get', { saleId });
  }
  let event: ReturnType<typeof createEventOnSale>;

  beforeEach(async () => {
    core = await createTestCore(await open());
    event = createEventOnSale(core);
    ada = await sell('sale-ada', 'stalls-A-1', 'Ada Lövelace');
    other = await sell('sale-other', 'stalls-B-1', null);
  });

  const found = async (text: string) => (await core.do('booking.search', { text })).map(({ saleId }) => saleId);

  test('by a name without its marks, the tail of a phone, an address, a number or a ticket', async () => {
    const ticket = ada.bookings[0]!.tickets[0]!;
    for (const text of [
      'lovel',
      'ADA LÖVELACE',
      '60018',
      'ada@example.org',
      ada.number,
      ticket.number,
      ticket.shortSerial,
    ])
      expect(await found(text), text).toEqual(['sale-ada']);
  });

  test('by the tail of its number, as it is read from a receipt', async () => {
    for (const sale of [ada, other]) {
      expect(await found(sale.number.slice(-6))).toEqual([sale.saleId]);
      expect(await found(` ${sale.number.slice(-6).toLowerCase()} `)).toEqual([sale.saleId]);
    }
  });

  test('by the beginning of a number all of that day, the latest first', async () => {
    expect(await found(ada.number.slice(0, 12))).toEqual(['sale-other', 'sale-ada']);
  });

  test('a name of six letters that could be a tail is still a name', async () => {
    await sell('sale-agnew', 'stalls-B-3', 'Agnews');
    expect(await found('agnews')).toEqual(['sale-agnew']);
  });

  test('nothing for what nobody has', async () => {
    for (const text of ['nobody', 'ORD-19990101-000000', 'TM-1999-000001', 'zzzzzz'])
      expect(await found(text), text).toEqual([]);
  });
});
