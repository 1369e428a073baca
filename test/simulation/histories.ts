/** A share of the histories of every test run, and that together they met what they are played for. */
import { expect } from 'vitest';
import { createSimulator, lineOf } from './simulator.ts';

/** Each must have been done at least once. */
const DONE = [
  'sale.reserveSeats sale.reserveBest sale.releaseSeats sale.swapSeats sale.setTicketType sale.comp sale.passLimit',
  'sale.passNoSingle',
  'sale.setCustomer sale.abandon sale.beginPayment sale.backToBasket sale.tender sale.removeTender sale.finish',
  'sale.keepUnpaid sale.resume sale.freeSeat sale.cancel sale.refundTickets sale.handOver ticket.reprint',
  'cash.open cash.move cash.report cash.beginCount cash.count cash.reopen cash.close cash.closeApproved',
  'hold.create hold.addSeats hold.release seat.block seat.unblock event.setPrices event.changeStatus',
  'purchaseOrder.receive door.scan door.admitByHand door.correct',
].flatMap((names) => names.split(' '));

/** Each must have been met at least once, whichever call refused. */
const REFUSED = [
  'LEAVES_SINGLE SEAT_TAKEN NOT_FOR_SALE NOT_ON_SALE NO_SEATS OVER_LIMIT TYPE_NOT_SOLD SALE_EXPIRED SALE_EMPTY SALE_OF_OTHER',
  'SALE_PAYING NO_SUCH_SALE WRONG_STATE NAME_NEEDED NOT_PERMITTED NOT_PAID_IN_FULL OVER_TENDERED REFERENCE_NEEDED',
  'NOT_PAID HANDED_OVER_ALREADY TICKET_USED TICKET_NOT_PAID NO_CASH_SESSION CASH_SESSION_OF_OTHER CASH_COUNTING',
  'CASH_TENDER_WAITING DRAWER_OPEN NOT_COUNTED DIFFERENCE_NEEDS_APPROVAL SEATS_NOT_FREE SEATS_NOT_HELD',
  'SEATS_NOT_BLOCKED SEATS_OWNED_ALREADY NOT_STARTED EVENT_CANCELLED NOT_AN_ADMISSION STORE_FULL SECOND_JOURNAL_FULL',
].flatMap((codes) => codes.split(' '));

/** Plays `count` seeds from `from` on, and prints what was played. */
export async function expectNoViolation(from: number, count: number): Promise<void> {
  const simulator = await createSimulator();
  const failed: string[] = [];
  for (let seed = from; seed < from + count; seed++)
    for (const violation of await simulator.run(seed)) failed.push(`${violation}\n  npm run sim -- --seed ${seed}`);
  const { tally } = simulator;
  await simulator.close();
  console.log(lineOf(count, tally, failed.length));
  expect(failed).toEqual([]);
  const met = [...tally.answers.keys()];
  expect(DONE.filter((name) => !tally.answers.has(`${name} OK`))).toEqual([]);
  expect(REFUSED.filter((code) => !met.some((answer) => answer.endsWith(` ${code}`)))).toEqual([]);
  for (const happened of [tally.sales, tally.expired, tally.kills, tally.fullDisks, tally.restores])
    expect(happened).toBeGreaterThan(count / 100);
}
