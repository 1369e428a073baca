/** The real program on the loopback shell with the demo house, in a real browser, as an office works in it. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { startLoopback, type Loopback } from '../../src-main/shells/loopback/loopback.ts';
import { openBrowser } from './browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface OfficeWindow {
  readonly page: Page;
  /** What the page complained about. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens the program on a new data folder and signs the owner in. */
export async function openOffice(): Promise<OfficeWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-office-'));
  const rendererFolder = join(folder, 'renderer');
  mkdirSync(join(folder, 'data'));
  // In a process of its own: a test's environment would make it a development build.
  await promisify(execFile)(
    process.execPath,
    [
      join(ROOT, 'node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      join(ROOT, 'src-renderer/vite.config.ts'),
      '--outDir',
      rendererFolder,
      '--logLevel',
      'error',
    ],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } },
  );
  const coreEntry = join(ROOT, 'src-main', 'core-process.ts');
  const started = await startLoopback({ rendererFolder, coreEntry, dataFolder: join(folder, 'data') });
  if (!started.ok) throw new Error(started.error.message);
  const loopback: Loopback = started.value;
  const browser: Browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(loopback.newAddress());
  await page.getByText('Olga Owner').waitFor();
  await page.keyboard.type('olga1000');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Settings' }).waitFor();
  return {
    page,
    complaints,
    close: async () => {
      await browser.close();
      await loopback.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A pretix plan of 8 balcony seats that have the stalls' ids, and 6 seats for each row of the stalls. */
export function faultyPlan(stallsRows = 'ABCD'): string {
  const row = (label: string, seats: number, y: number) => ({
    row_number: label,
    row_number_position: 'both',
    position: { x: 0, y },
    seats: Array.from({ length: seats }, (_, index) => ({
      seat_guid: `${label}-${index + 1}`,
      seat_number: String(index + 1),
      position: { x: 20 + index * 30, y: 0 },
      category: y < 200 ? 'Front' : 'Back',
    })),
  });
  return JSON.stringify({
    name: 'Little House',
    categories: [
      { name: 'Front', color: '#8e4585' },
      { name: 'Back', color: '#1f6fb2' },
    ],
    zones: [
      {
        name: 'Stalls',
        position: { x: 0, y: 0 },
        rows: [...stallsRows].map((label, index) => row(label, 6, 40 + index * 30)),
        areas: [],
      },
      {
        name: 'Balcony',
        position: { x: 0, y: 0 },
        rows: ['A', 'B'].map((label, index) => row(label, 4, 240 + index * 30)),
        areas: [],
      },
    ],
    size: { width: 240, height: 320 },
  });
}
