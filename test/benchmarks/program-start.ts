/** P1: from the command to a screen one can work on, of a demo house that is there already. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright';
import { openBrowser } from '../support/browser.ts';
import { figureAtMost, type Benchmark } from './benchmark.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin', 'parterre.mjs');

/** A server with one empty page: what it costs to start anything at all and to show a window. */
const EMPTY_SERVER = `
  const server = require('node:http').createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Empty</title><main>Ready</main>');
  });
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));
`;

export const programStart: Benchmark = {
  id: 'P1',
  title: 'program start to its first screen, demo house',
  control: 'a bare server started beside it, with an empty page',
  unit: 'ms',
  must: figureAtMost(3000),
  goal: { of: 'RATIO', sense: 'AT_MOST', limit: 1.5 },
  sizes: [1],
  fixedSize: true,
  async open() {
    const data = mkdtempSync(join(tmpdir(), 'parterre-bench-'));
    const seeding = spawn(process.execPath, [program, 'seed-demo', '--data', data], { stdio: 'ignore' });
    const [code] = (await once(seeding, 'exit')) as [number];
    if (code !== 0) throw new Error(`the demo house could not be made: exit code ${code}`);
    const browser = await openBrowser();
    const start = [program, 'start', '--no-open', '--data', data];
    const firstScreen = (page: Page): Promise<void> => page.locator('main button').first().waitFor();
    return {
      value: () => untilReady(browser, start, firstScreen),
      control: () => untilReady(browser, ['--eval', EMPTY_SERVER], (page) => page.locator('main').waitFor()),
      close: async () => {
        await browser.close();
        rmSync(data, { recursive: true, force: true });
      },
    };
  },
};

async function untilReady(
  browser: Browser,
  args: readonly string[],
  ready: (page: Page) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const startedMs = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await page.goto(await addressOf(child));
    await ready(page);
    return performance.now() - startedMs;
  } finally {
    await context.close();
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}

/** The address that the program prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const [address] = /http:\/\/127\.0\.0\.1\S+(?=\s)/.exec(printed) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`ended with exit code ${code} before it could be opened`)));
  });
}
