/** The counter on the real core: by mouse, by keyboard alone, and in its awkward moments. */
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openCounter, type CounterWindow } from './support/sell/counter.ts';

let counter: CounterWindow;

beforeAll(async () => {
  counter = await openCounter();
  await counter.signIn(/Clara Clerk/, '5000');
});

afterAll(() => counter?.close());

const button = (name: string | RegExp) => counter.column.getByRole('button', { name });
const press = (key: string) => counter.page.keyboard.press(key);
const says = (words: string | RegExp) => expect(counter.column).toContainText(words);

/** Pressed until it is heard: for a moment after a sale is done no key is. */
async function showEvent(number: number): Promise<void> {
  const chip = counter.page.locator(`[data-action="frame.event.${number}"]`);
  await expect(async () => {
    await press(`Alt+${number}`);
    await expect(chip).toHaveAttribute('aria-pressed', 'true', { timeout: 500 });
  }).toPass();
  await counter.page.getByRole('application').waitFor();
}

describe('a sale by mouse', () => {
  test('picks are reserved at once, a drawer is opened in place, the exact amount ends it', async () => {
    const { page } = counter;
    const first = await counter.findSeat();
    await page.mouse.click(first.x, first.y);
    await says(first.name);
    const second = await counter.findSeat(first.x + 8);
    await page.mouse.click(second.x, second.y);
    await says('2 seats');
    await button(/^Pay/).click();
    await button('Open the drawer').click();
    await page.getByLabel('How many of 50.00').fill('4');
    await page.getByRole('button', { name: 'Open with 200.00' }).click();
    await button(/^Exact/).click();
    await says('Paid, no change');
    await button(/^Finish/).click();
    await says(/Done · ORD-/);
    await button('Next customer').click();
    await says('Pick seats on the map');
    expect(await counter.count('Sold')).toBe(2);
  });

  test('a click on a seat of the basket gives it back', async () => {
    const { page } = counter;
    const seat = await counter.findSeat();
    await page.mouse.click(seat.x, seat.y);
    await says(seat.name);
    await page.mouse.click(seat.x, seat.y);
    await says('Pick seats on the map');
  });
});

test('the map keeps its place under a pick, so that a second click meets the same seat', async () => {
  const { page } = counter;
  await page.evaluate(() => {
    const map = document.querySelector<HTMLElement>('[role=application]')!;
    const seen = new Set<number>();
    const look = (): void => {
      seen.add(map.getBoundingClientRect().height);
      map.dataset['heights'] = [...seen].join();
      if (map.dataset['isWatched'] !== 'no') requestAnimationFrame(look);
    };
    look();
  });
  const seat = await counter.findSeat();
  await page.mouse.click(seat.x, seat.y);
  await says(seat.name);
  await page.mouse.click(seat.x, seat.y);
  await says('Pick seats on the map');
  const heights = await page.getByRole('application').evaluate((map) => {
    map.dataset['isWatched'] = 'no';
    return map.dataset['heights']!.split(',');
  });
  expect(heights).toHaveLength(1);
});

describe('a sale by keyboard alone', () => {
  test('four best, cash with change, and Enter twice finishes once', async () => {
    const soldBefore = await counter.count('Sold');
    await counter.type('4');
    await press('Enter');
    await says('4 seats');
    await press('Enter');
    await says('To pay');
    await counter.page.keyboard.type('300');
    await press('Enter');
    await says('Change');
    await counter.shot('change');
    await Promise.all([press('Enter'), press('Enter')]);
    await says(/Done · ORD-/);
    await counter.shot('done');
    await expect.poll(() => counter.count('Sold')).toBe(soldBefore + 4);
    // The next key begins the next customer and does its own work.
    await expect(async () => {
      await press('2');
      await expect(counter.page.getByLabel('Quantity')).toContainText('2', { timeout: 500 });
    }).toPass();
    await says('Pick seats on the map');
    await press('Escape');
    await expect(counter.page.getByLabel('Quantity')).toContainText('Type how many');
  });

  test('the map is walked with arrows, Enter picks, Esc goes back to the basket, and a second Esc keeps asking first', async () => {
    await press('m');
    await press('ArrowRight');
    await press('Enter');
    await says('1 seat');
    await press('Escape');
    await press('Escape');
    await says('Give up these seats?');
    await press('Escape');
    await says('Given up:');
    await button('Take them back').click();
    await says('1 seat');
    await press('Escape');
    await says('Give up these seats?');
    await press('Escape');
    await says('Given up:');
  });

  test('the sale line asks for a level, a type and a price, and says what it does not understand', async () => {
    const { page } = counter;
    await press('/');
    await page.getByLabel('Sale line').fill('2 ch zz <40');
    await press('Enter');
    await expect(page.getByRole('alert')).toContainText('“zz” is no price level');
    await page.getByLabel('Sale line').fill('2 ch b <40');
    await press('Enter');
    await says('2 × Child');
    await press('t');
    await says('2 × Concession');
    await button('Give up').click();
    await counter.column.getByRole('alert').getByRole('button', { name: 'Give up' }).click();
    await says('Given up:');
  });
});

describe('the best seats', () => {
  test('an alternative is walked to and taken in one step, and the first can be had back', async () => {
    await counter.type('3');
    await press('b');
    await press('b');
    const reserved = counter.column.locator('.sell-ghosts-taken strong');
    const first = (await reserved.textContent())!;
    const other = (await counter.column.locator('.sell-ghost').first().textContent())!;
    await press('ArrowDown');
    await button('Take these instead').waitFor();
    await counter.shot('alternatives');
    await press('Enter');
    await expect(reserved).not.toHaveText(first);
    expect(other).toContain((await reserved.textContent())!);
    await says('3 seats');
    await expect(counter.column.locator('.sell-ghost').first()).toContainText(first);
    await press('Escape');
    await press('Escape');
    await press('Escape');
    await says('Given up:');
  });
});

describe('several events', () => {
  test('each keeps its basket, and one can be added to the sale of another', async () => {
    await counter.type('2');
    await press('Enter');
    await says('2 seats');
    await showEvent(3);
    await says('Pick seats on the map');
    await counter.type('1');
    await press('Enter');
    await says('String Quartets');
    await showEvent(1);
    await says('The Winter’s Tale');
    await expect(counter.column).not.toContainText('String Quartets');
    await showEvent(2);
    await says('Add to the sale of The Winter’s Tale');
    await press('+');
    await says('one payment for both');
    await counter.type('2');
    await press('Enter');
    await says(/Late Cabaret[\s\S]*2 seats/);
    await says(/The Winter’s Tale[\s\S]*2 seats/);
    await counter.shot('two-events');
    await press('Enter');
    await says('To pay');
    await says('Late Cabaret');
    await press('k');
    await counter.page.getByLabel('Reference on the terminal’s slip').fill('A-1234');
    await press('Enter');
    await says('Paid, no change');
    await press('Enter');
    await says(/Done · ORD-/);
    await showEvent(3);
    await says('1 seat');
  });
});

describe('awkward moments', () => {
  test('a window that is opened anew comes back to what was tendered', async () => {
    const { page } = counter;
    await showEvent(3);
    await press('Enter');
    await says('To pay');
    await page.keyboard.type('10');
    await press('Enter');
    await says('Still to pay');
    await page.reload();
    await counter.signIn(/Clara Clerk/, '5000');
    await says('Still to pay');
    await says('10.00');
    await press('Escape');
    await says('Give back what was handed over: 10.00');
  });

  test('a core that dies under Enter is started again and finishes the sale once', async () => {
    const soldBefore = await counter.count('Sold');
    await press('Enter');
    await says('To pay');
    await press('F5');
    await says('Paid, no change');
    counter.killCore();
    await press('Enter');
    await expect(counter.column).toContainText(/Done · ORD-/, { timeout: 20_000 });
    await expect.poll(() => counter.count('Sold')).toBe(soldBefore + 1);
    await button('Next customer').click();
  });

  test('complimentary tickets need a reason and somebody with the right', async () => {
    const { page } = counter;
    await counter.type('1');
    await press('Enter');
    await says('1 seat');
    await button(/^Ticket type of/).click();
    await page.getByRole('menuitem', { name: /Complimentary/ }).click();
    await page.getByRole('button', { name: 'Press', exact: true }).click();
    await press('Enter');
    await expect(page.getByRole('dialog')).toContainText('Needs a manager’s PIN');
    await counter.shot('comp-pin');
    await expect(page.getByRole('option', { name: /Max Manager/, selected: true })).toBeVisible();
    await page.keyboard.type('2000', { delay: 150 });
    await press('Enter');
    await says('Complimentary: Press');
    await says('Finish, nothing to pay');
  });

  test('what ran out is said, with the way to have it again', async () => {
    await says('1 seat');
    counter.moveClock(11 * 60_000);
    await says('The time is over and the seats are free again');
    await counter.shot('expired');
    await button('Pick them again').click();
    await says('1 seat');
    await expect(counter.column.getByRole('timer')).toBeVisible();
  });

  test('nothing on the page complained', () => {
    expect(counter.complaints).toEqual([]);
  });
});
