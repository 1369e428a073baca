/** The door: each verdict once, from a scanner's keys and by hand. */
import { codesOf, withOneBitChanged } from '../../../support/door-house.ts';
import { openNodeWindow } from '../../../support/node-window.ts';
import type { Hands } from '../../../support/evening/hands.ts';
import type { Evening, Step } from './step.ts';

let door: Hands;

/** The codes of a sale's tickets for one event, read off their paper. */
async function codesFor({ program, known }: Evening, name: string, title: string): Promise<readonly string[]> {
  const counter = await openNodeWindow(program.loopback, 'Carl Clerk', '5100');
  const [found] = await counter.do('booking.search', { text: known.numbers.get(name)! });
  const sale = await counter.do('sale.get', { saleId: found!.saleId });
  const codes = await codesOf(counter, {
    ...sale,
    bookings: sale.bookings.filter(({ eventTitle }) => eventTitle === title),
  });
  counter.close();
  return codes;
}

export const theDoor: readonly Step[] = [
  {
    name: 'serves two of tonight’s and tomorrow’s events',
    run: async (evening) => {
      door = await evening.openHands();
      await door.signsIn('Dora Door', '6000');
      await door.servesDoor(['The Winter’s Tale', 'String Quartets']);
      await evening.shot('door');
    },
  },
  {
    name: 'tells a ticket that was given back, one that is good, the same again, and one that was used',
    run: async (evening) => {
      const { program, known, shot } = evening;
      const [givenBack, good] = known.codes;
      await door.scans(givenBack!, 'CANCELLED');
      program.stopClock();
      await door.scans(good!, 'ADMIT');
      await door.seesVerdict('Ada Lovelace');
      await shot('admit');
      await door.scans(good!, 'ADMIT');
      await door.seesVerdict('The same ticket, scanned again');
      program.moveClock(60_000);
      await door.scans(good!, 'ALREADY_USED');
      await door.seesVerdict(/In since \d\d:\d\d, Main entrance/);
    },
  },
  {
    name: 'tells another event’s ticket, a changed code and a stranger’s',
    run: async (evening) => {
      const [elsewhere] = await codesFor(evening, 'Two Evenings', 'Late Cabaret');
      const [served] = await codesFor(evening, 'Two Evenings', 'String Quartets');
      await door.scans(elsewhere!, 'WRONG_EVENT');
      await door.seesVerdict('Late Cabaret');
      await door.scans(withOneBitChanged(evening.known.codes[2]!), 'BAD_SIGNATURE');
      await door.scans('4006381333931', 'UNKNOWN');
      await door.scans(served!, 'ADMIT');
    },
  },
  {
    name: 'looks up by name, says what is not paid, and admits by hand with a reason',
    run: async (evening) => {
      await door.admitsByHand('ursula', 'Not paid');
      await door.seesVerdict('NOT PAID');
      await evening.shot('not-paid');
      await door.admitsByHand('hopper', 'Grace Hopper');
      await door.seesVerdict('ADMIT');
      await door.seesVerdict('Grace Hopper');
      await door.page.context().close();
    },
  },
];
