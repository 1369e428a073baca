/** The real renderer in a real browser on the loopback shell: its policy, its token, its reload. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLoopback, type Loopback } from '../../src-main/shells/loopback/loopback.ts';
import { openBrowser } from '../support/browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let loopback: Loopback;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parterre-window-'));
  const rendererFolder = join(folder, 'renderer');
  mkdirSync(join(folder, 'data'));
  await build({
    configFile: join(root, 'src-renderer', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: rendererFolder },
  });
  const started = await startLoopback({
    rendererFolder,
    coreEntry: join(root, 'test', 'support', 'fake-core-process.ts'),
    dataFolder: join(folder, 'data'),
  });
  if (!started.ok) throw new Error(started.error.message);
  loopback = started.value;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await loopback?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A tab of its own, and what its page complained about. */
async function newTab() {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, close: () => page.context().close() };
}

const connectedPages = (count: number) => expect.poll(() => loopback.pages(), { timeout: 20_000 }).toBe(count);
const keyOf = (page: Page) => page.evaluate(() => sessionStorage.getItem('parterre.key'));

describe('the window on the loopback shell', () => {
  test('opens with its address, breaks none of its own policy, and keeps the token neither in the address nor in a cookie', async () => {
    const { page, complaints, close } = await newTab();
    await page.goto(loopback.newAddress());
    await connectedPages(1);
    await page.locator('#root > *').first().waitFor();
    expect(complaints).toEqual([]);
    expect(page.url()).toBe(`${loopback.origin}/`);
    expect(await page.context().cookies()).toEqual([]);
    await close();
    await connectedPages(0);
  });

  test('stays in through a reload, with the same key', async () => {
    const { page, close } = await newTab();
    await page.goto(loopback.newAddress());
    await connectedPages(1);
    const key = await keyOf(page);
    await page.reload();
    await connectedPages(1);
    expect(await keyOf(page)).toBe(key);
    await close();
    await connectedPages(0);
  });

  test('lets in no second tab on an address that was used', async () => {
    const address = loopback.newAddress();
    const first = await newTab();
    await first.page.goto(address);
    await connectedPages(1);
    const second = await newTab();
    const refused = second.page.waitForResponse((response) => response.url() === `${loopback.origin}/session`);
    await second.page.goto(address);
    expect((await refused).status()).toBe(401);
    expect(await keyOf(second.page)).toBeNull();
    expect(loopback.pages()).toBe(1);
    await first.close();
    await second.close();
    await connectedPages(0);
  });

  test('gives nothing to a page of another origin in the same browser', async () => {
    const { page, close } = await newTab();
    await page.route('http://evil.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }),
    );
    await page.goto('http://evil.example/');
    const token = new URL(loopback.newAddress()).hash.replace('#token=', '');
    const got = await page.evaluate(
      async ({ origin, token: stolen }) => {
        const fetched = await fetch(`${origin}/session`, {
          method: 'POST',
          body: JSON.stringify({ token: stolen }),
        }).then(
          (response) => response.text(),
          () => 'refused',
        );
        const socket = await new Promise((resolve) => {
          const opening = new WebSocket(`${origin.replace('http', 'ws')}/socket`, ['parterre.1', `key.${stolen}`]);
          opening.onopen = () => resolve('open');
          opening.onerror = () => resolve('refused');
        });
        await new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = `${origin}/`;
          frame.onload = resolve;
          document.body.append(frame);
        });
        return { fetched, socket };
      },
      { origin: loopback.origin, token },
    );
    expect(got).toEqual({ fetched: 'refused', socket: 'refused' });
    // Framed, our page is not shown: a click on it could be steered.
    expect(page.frames().map((frame) => frame.url())).toEqual([
      'http://evil.example/',
      'chrome-error://chromewebdata/',
    ]);
    expect(loopback.pages()).toBe(0);
    await close();
  });
});
