/** The demo house with its real core and window, sold a little, and a scanner that types into the window. */
import type { Page } from 'playwright';
import type { SaleView } from '../../src-shared/contract/sale.ts';
import { openProgram } from './evening/program.ts';
import { openNodeWindow, type NodeWindow } from './node-window.ts';
import { readPdf } from './paper-reading.ts';
import { ticketsOf } from './selling.ts';

export interface DoorHouse {
  /** The clerk's own window, without a page. */
  readonly counter: NodeWindow;
  readonly office: NodeWindow;
  /** A page where somebody has signed in. */
  openPage(name: string, pin: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openDoorHouse(): Promise<DoorHouse> {
  const program = await openProgram();
  const counter = await openNodeWindow(program.loopback, 'Clara Clerk', '5000');
  const office = await openNodeWindow(program.loopback, 'Max Manager', '2000');
  return {
    counter,
    office,
    openPage: async (name, pin) => {
      const page = await program.openWindow();
      await page.getByRole('heading', { name: 'Who is here?' }).waitFor();
      await page.getByText(name).first().waitFor();
      await page.keyboard.type(name.split(' ')[0] ?? name);
      await page.getByRole('heading', { name }).waitFor();
      await page.keyboard.type(pin);
      await page.keyboard.press('Enter');
      await page.locator('.app-frame').waitFor();
      return page;
    },
    close: async () => {
      counter.close();
      office.close();
      await program.close();
    },
  };
}

/** The square codes of a sale's tickets, read off their paper. */
export async function codesOf(counter: NodeWindow, sale: SaleView): Promise<readonly string[]> {
  const ticketIds = ticketsOf(sale).map(({ ticketId }) => ticketId);
  const { bytes } = await counter.do('ticket.pdf', { ticketIds });
  return (await readPdf(bytes)).flatMap(({ qr }) => qr);
}

/** Another code of the right form: one character of its signature is changed. */
export function withOneBitChanged(code: string): string {
  const at = code.length - 20;
  return code.slice(0, at) + (code[at] === '0' ? '1' : '0') + code.slice(at + 1);
}

const KEY_GAP_MS = 8;

/**
 * Presses every key as a wedge scanner does, with the scanner's own times: sent at once and stamped one after the
 * other, so that a busy machine makes no pauses that no scanner makes.
 */
export async function scanKeys(page: Page, scanned: string, ending = 'Enter'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const startedAt = Date.now() / 1000;
  const keys = [...scanned, ending];
  await Promise.all(
    keys.flatMap((key, index) => {
      const isCharacter = key.length === 1;
      const code = /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : `Digit${key}`;
      const press = { key, code: isCharacter ? code : key, timestamp: startedAt + (index * KEY_GAP_MS) / 1000 };
      const text = isCharacter ? key : '\r';
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...press }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...press }),
      ];
    }),
  );
  await session.detach();
}
