/** R9: what a map holds on to: the page with it, collected, less the same page before its house was fetched. */
import type { CDPSession, Page } from 'playwright';
import { figureAtMost, from, ratioAtMost, type Benchmark } from './benchmark.ts';
import { openBenchBrowser } from './page-server.ts';

const LARGEST = 150_000;
/** A house whose elements are counted for comparison. */
const SMALL = 1000;
const BYTES_A_MB = 1e6;

interface Held {
  readonly bytes: number;
  readonly elements: number;
  /** Of all canvases that live, whether they are seen or not; they count to no heap. */
  readonly canvasBytes: number;
}

export const mapMemory: Benchmark = {
  id: 'R9',
  title: 'a map in memory: heap and buffers after collection',
  control: 'its columns alone, with ids and labels',
  unit: 'MB',
  must: from(LARGEST, figureAtMost(40)),
  goal: null,
  also: [
    {
      title: 'what each seat adds to that, from a house of 1,000 on',
      control: 'its columns alone, with ids and labels',
      unit: 'bytes',
      must: null,
      goal: from(LARGEST, figureAtMost(100)),
    },
    {
      title: 'elements in the document',
      control: 'a house of 1,000',
      unit: 'elements',
      must: null,
      goal: ratioAtMost(1),
    },
    {
      title: 'pixels of all its canvases',
      control: 'a house of 1,000',
      unit: 'MB',
      must: null,
      goal: null,
    },
  ],
  sizes: [10_000, 50_000, LARGEST],
  async open(n) {
    const small = await heldBy(SMALL, true);
    const smallColumns = await heldBy(SMALL, false);
    return {
      value: async () => figuresOf(await heldBy(n, true), n, small.bytes),
      async control() {
        const columns = await heldBy(n, false);
        return figuresOf({ ...small, bytes: columns.bytes }, n, smallColumns.bytes);
      },
      close: async () => undefined,
    };
  },
};

/** The frame that a window's pixels are painted in is the same for every house: `smallBytes` hold it too. */
function figuresOf({ bytes, elements, canvasBytes }: Held, n: number, smallBytes: number): readonly number[] {
  return [bytes / BYTES_A_MB, (bytes - smallBytes) / (n - SMALL), elements, canvasBytes / BYTES_A_MB];
}

/** In a browser of its own: pages of one site share a heap. */
async function heldBy(n: number, isDrawn: boolean): Promise<Held> {
  const browser = await openBenchBrowser();
  try {
    const page = await browser.open('layer', n);
    const session = await page.context().newCDPSession(page);
    const before = await bytesHeld(session);
    await page.evaluate(() => window.bench.layer.load());
    if (isDrawn) await page.evaluate(() => window.bench.layer.firstDraw());
    return { bytes: (await bytesHeld(session)) - before, ...(await countDocument(page)) };
  } finally {
    await browser.close();
  }
}

async function bytesHeld(session: CDPSession): Promise<number> {
  // What one collection frees may free more in the next.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize: number;
  };
  return usedSize + backingStorageSize;
}

function countDocument(page: Page): Promise<Pick<Held, 'elements' | 'canvasBytes'>> {
  return page.evaluate(() => ({
    elements: document.querySelectorAll('*').length,
    canvasBytes: window.bench.layer.canvasBytes(),
  }));
}
