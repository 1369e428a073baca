/** Names as people give them, from the plan's file to the map, the paper, the lists and the record: whole everywhere. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Core } from '../../src-main/core.ts';
import { unpackColumns } from '../../src-shared/domain/seat-map/pack.ts';
import { readPdf } from '../support/paper-reading.ts';
import { close, must, newId, openHouse, problemsOf, useDataFolder } from '../support/real-house.ts';

const path = useDataFolder();

/** Section, row and seat of one seat each. */
const PLACES = [
  [`O'Brien "Box" <b>&amp;`, `"A"`, `1'`],
  ['القاعة الكبرى', 'ب', '٧'],
  ['🎭 Loge 👩‍👩‍👧', '🎪', '🪑'],
  ['=1+1', '+SUM(A1)', '-2'],
  ['@import', '%s {name} ${x}', '\\'],
] as const;
const TITLE = '=HYPERLINK("http://x") “Don\'t” مسرحية 🎭';
const TYPE = '=Adult, "full"; price';
const CUSTOMER = '=cmd|\' /C calc\'!A0 محمد "Ali" 🎉';

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

async function sellToEverybody(core: Core) {
  const { venueId } = await must(core, 'venue.create', { name: 'قاعة "A" 🎪', address: '', timeZone: 'Europe/Berlin' });
  const text = ['section,row,seat', ...PLACES.map((place) => place.map(quoted).join(','))].join('\n');
  const plan = { fileName: 'hall.csv', text, repairs: 'all' as const };
  const imported = await must(core, 'map.import', { ...plan, venueId, name: TITLE });
  const { mapVersionId } = imported;
  const { version } = await must(core, 'map.get', { mapVersionId });
  await must(core, 'map.publish', { mapVersionId, version });
  const startsAt = Date.now() + 3_600_000;
  const { eventId } = await must(core, 'event.create', {
    mapVersionId,
    title: TITLE,
    kind: TITLE.slice(0, 20),
    inventory: 'HOUSE',
    startsAt,
    endsAt: startsAt + 7_200_000,
    doorsAt: startsAt - 1_800_000,
    basketMs: 600_000,
    seatsPerBooking: 10,
    noSingleRule: 'OFF',
    licensedCapacity: null,
    refundUntil: null,
  });
  const { levels } = await must(core, 'event.get', { eventId });
  await must(core, 'event.setPrices', {
    eventId,
    types: [{ ticketTypeId: null, name: TYPE, kind: 'STANDARD' }],
    grid: levels.map(({ priceLevelId }) => ({ priceLevelId, amounts: [1_250] })),
  });
  await must(core, 'event.generateSeats', { eventId });
  for (const to of ['PUBLISHED', 'ON_SALE'] as const) await must(core, 'event.changeStatus', { eventId, to });
  const { columns } = await must(core, 'map.columns', { mapVersionId });
  const unpacked = unpackColumns(columns);
  if (!unpacked.ok) throw new Error(unpacked.error.message);
  const saleId = newId();
  await must(core, 'sale.reserveSeats', { saleId, eventId, seatIds: [...unpacked.value.ids] });
  await must(core, 'sale.setCustomer', {
    saleId,
    customer: { customerId: null, name: CUSTOMER, phone: null, email: null },
    delivery: 'NOW',
  });
  await must(core, 'sale.beginPayment', { saleId });
  const { dueMinor: amountMinor } = await must(core, 'sale.get', { saleId });
  await must(core, 'sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor, reference: '=A17' });
  await must(core, 'sale.finish', { saleId });
  return { eventId, saleId, columns: unpacked.value };
}

test('quotes, right-to-left letters, emoji and formulas are the same on the map, the paper, the lists and the record', async () => {
  const core = await openHouse(path());
  const { eventId, saleId, columns } = await sellToEverybody(core);
  const names = columns.labels.map((label, ordinal) => [
    columns.sections[columns.section[ordinal]!]!.name,
    columns.rows[columns.row[ordinal]!]!.label,
    label,
  ]);
  expect(new Set(names.map(String))).toEqual(new Set(PLACES.map(String)));

  const sale = await must(core, 'sale.get', { saleId });
  const tickets = sale.bookings.flatMap((booking) => booking.tickets);
  expect(new Set(tickets.map(({ section, row, label }) => String([section, row, label])))).toEqual(
    new Set(PLACES.map(String)),
  );
  const { bytes } = await must(core, 'ticket.pdf', { ticketIds: tickets.map(({ ticketId }) => ticketId) });
  const pages = await readPdf(bytes);
  expect(new Set(pages.flatMap(({ qr }) => qr))).toHaveProperty('size', PLACES.length);

  const picture = await must(core, 'receipt.picture', { receiptId: sale.receiptIds[0]! });
  expect(picture.svg).not.toMatch(/<b>|<script/);

  const { text } = await must(core, 'report.nightCsv', {});
  const cells = (parse(text, { bom: true }) as string[][]).flat();
  for (const name of [TITLE, TYPE])
    expect(
      cells.some((cell) => cell.startsWith(`'${name}`)),
      name,
    ).toBe(true);
  expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);

  expect(await must(core, 'booking.search', { text: 'محمد' })).toMatchObject([{ customerName: CUSTOMER }]);
  expect(await must(core, 'door.lookUp', { text: 'القاعة ب ٧', eventIds: [eventId] })).toMatchObject([{ label: '٧' }]);
  expect(await problemsOf(core)).toEqual([]);
  await close(core);
});
