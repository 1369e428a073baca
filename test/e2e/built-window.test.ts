/** The window as it is shipped. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, serveBuilt } from '../support/ui-browser.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'";

let browser: Browser;
let built: Awaited<ReturnType<typeof serveBuilt>>;

beforeAll(async () => {
  built = await serveBuilt(POLICY);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await built?.stop();
});

it('runs under a policy without inline scripts, inline styles or data addresses', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  await page.goto(built.url);
  // Nothing serves this page a core, and it says so: the policy lets the program itself run.
  await page.getByText('Parterre cannot open').waitFor();
  const font = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
  });
  expect(font.join()).toContain('Inter Variable');
  expect(faults).toEqual([]);
});

it('carries nothing of the gallery', async () => {
  const files = await readdir(built.folder, { recursive: true });
  const found: string[] = [];
  let count = 0;
  for (const file of files) {
    const path = join(built.folder, file);
    if (!/\.(js|css|html)$/.test(file)) continue;
    count += 1;
    if (/gallery|Josephine|Stadttheater/i.test(await readFile(path, 'utf8'))) found.push(file);
  }
  expect(count).toBeGreaterThan(2);
  expect(found).toEqual([]);
});
