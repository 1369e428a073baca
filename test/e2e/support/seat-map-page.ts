/** The seat map's page, for the tests that touch it: opened with options, and asked where things are. */
import type { Locator, Page } from 'playwright';
import { expect as expectPage } from 'playwright/test';
import type { Harness } from './seat-layer/main.tsx';
import { useHarnessPages } from './harness-page.ts';

export interface MapOptions {
  readonly house?: 'theatre' | 'cabaret';
  /** 1,200 unless told. */
  readonly seats?: number;
  readonly theme?: string;
  readonly states?: 'free' | 'evening';
  readonly picture?: 'broken';
  readonly width?: number;
  readonly height?: number;
  readonly basket?: string;
  readonly text?: string;
  /** The PC is set so that maps glide. */
  readonly glides?: 'yes';
}

/** Pages with the seat map in it, drawn and at rest. */
export function useMapPages(): (options: MapOptions, act: (page: Page) => Promise<void>) => Promise<void> {
  const withPage = useHarnessPages();
  return ({ width = 1201, height = 801, seats = 1200, ...query }, act) =>
    withPage(
      {
        path: `?${new URLSearchParams({ states: 'free', seats: String(seats), ...query }).toString()}`,
        context: { viewport: { width, height }, hasTouch: true },
      },
      async (page) => {
        await page.waitForFunction(() => window.harness?.layer);
        await page.evaluate(() => document.fonts.ready);
        await settled(page);
        await act(page);
      },
    );
}

/** Waits until all that was asked for is drawn, sharp. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.harness.layer!.isAtRest());
}

export const picks = (page: Page): Promise<Harness['picks']> => page.evaluate(() => window.harness.picks);
export const said = (page: Page): Locator => page.locator('[data-said]');
export const minimap = (page: Page): Locator => page.locator('[data-over-map=minimap]');
export const viewOf = (page: Page) => page.evaluate(() => window.harness.layer!.view());

/** A seat's place in the page. */
export function placeOf(page: Page, ordinal: number): Promise<{ x: number; y: number; radius: number }> {
  return page.evaluate((seat) => {
    const { left, top } = document.querySelector('[role=application]')!.getBoundingClientRect();
    const place = window.harness.layer!.placeOf(seat);
    return { x: place.x + left, y: place.y + top, radius: place.radius };
  }, ordinal);
}

/** Ordinals by section name, and row label when one is given. */
export function seatsOf(page: Page, section: string, row?: string): Promise<number[]> {
  return page.evaluate(
    ([wantedSection, wantedRow]) => {
      const { columns } = window.harness;
      return [...Array(columns.count).keys()].filter(
        (i) =>
          columns.sections[columns.section[i]!]!.name === wantedSection &&
          (wantedRow === null || columns.rows[columns.row[i]!]!.label === wantedRow),
      );
    },
    [section, row ?? null] as const,
  );
}

/** A point in the page where a name of that kind is drawn, of those that stand for exactly these seats. */
export function nameOf(
  page: Page,
  how: 'ROW' | 'SECTION',
  ordinals: readonly number[],
): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([wantedHow, wanted]) => {
      const { layer } = window.harness;
      const { left, top } = document.querySelector('[role=application]')!.getBoundingClientRect();
      const { width, height } = layer!.window();
      for (let y = 2; y < height; y += 3) {
        for (let x = 2; x < width; x += 3) {
          if (layer!.seatAt({ x, y }) !== -1) continue;
          const named = layer!.namedAt({ x, y });
          if (named?.how === wantedHow && named.ordinals.join() === wanted.join()) return { x: x + left, y: y + top };
        }
      }
      throw new Error('the name is not in sight');
    },
    [how, ordinals] as const,
  );
}

/** A place in the page with neither a seat nor a name on it, and none for some way round. */
export function ground(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const { layer } = window.harness;
    const { left, top } = document.querySelector('[role=application]')!.getBoundingClientRect();
    const { width, height } = layer!.window();
    const isFree = (x: number, y: number) =>
      layer!.seatAt({ x, y }) === -1 &&
      layer!.namedAt({ x, y }) === null &&
      document.elementFromPoint(x + left, y + top)?.closest('[data-over-map]') === null;
    for (let y = 80; y < height - 80; y += 9) {
      for (let x = 80; x < width - 80; x += 9) if (isFree(x, y) && isFree(x + 9, y)) return { x: x + left, y: y + top };
    }
    throw new Error('no ground in sight');
  });
}

export async function focusMap(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  await expectPage(page.getByRole('application')).toBeFocused();
}

/** How many pixels of the map without its overlay are of about this colour, on the ground it stands on. */
export function pixelsOf(page: Page, color: readonly [number, number, number]): Promise<number> {
  return page.evaluate((wanted) => {
    const GROUND = [247, 248, 250] as const;
    const SHADES = 9;
    const canvas = document.querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const share = data[at + 3]! / 255;
      const isNear = wanted.every(
        (channel, i) => Math.abs(data[at + i]! * share + GROUND[i]! * (1 - share) - channel) <= SHADES,
      );
      if (isNear) count += 1;
    }
    return count;
  }, color);
}
