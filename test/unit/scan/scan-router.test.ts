import { describe, expect, test, vi } from 'vitest';
import { createScanRouter, MOST_WAITING } from '../../../src-renderer/app/scan/scan-router.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';

const CARD = '4111111111111111';

function createRouter(isDialogOpen = () => false) {
  const router = createScanRouter({ isDialogOpen });
  const refusal = () => router.store.getState().refusal;
  return { ...router, refusal };
}

describe('where scans go', () => {
  test('to the screen mounted last, then to the one before it, then the window’s own way', () => {
    const router = createRouter();
    const seen: string[] = [];
    router.setFallback((scanned) => void seen.push(`window ${scanned}`));
    const stopOne = router.offer({ take: (scanned) => void seen.push(`one ${scanned}`) });
    const stopTwo = router.offer({ take: (scanned) => void seen.push(`two ${scanned}`) });
    router.scan('a');
    stopTwo();
    router.scan('b');
    stopOne();
    router.scan('c');
    expect(seen).toEqual(['two a', 'one b', 'window c']);
  });

  test('nowhere while nobody is signed in', () => {
    const router = createRouter();
    router.scan('a');
    router.scan(CARD);
    expect(router.refusal()).toBeNull();
  });

  test('one after the other: those that come while a screen is busy wait, and too many are refused aloud', async () => {
    const router = createRouter();
    const answers: (() => void)[] = [];
    const seen: string[] = [];
    router.offer({
      take: (scanned) => {
        seen.push(scanned);
        return new Promise<void>((resolve) => {
          answers.push(resolve);
        });
      },
    });
    const scans = Array.from({ length: MOST_WAITING + 1 }, (_, at) => `scan ${at}`);
    scans.forEach(router.scan);
    expect(seen).toEqual(['scan 0']);
    expect(router.refusal()).toBeNull();
    router.scan('one too many');
    expect(router.refusal()?.code).toBe('TOO_MANY_SCANS');
    while (seen.length < scans.length) {
      answers.at(-1)?.();
      await Promise.resolve();
    }
    expect(seen).toEqual(scans);
  });

  test('on to the next when a screen breaks over one', async () => {
    const router = createRouter();
    const seen: string[] = [];
    const broken = vi.fn<(reason: unknown) => void>();
    process.once('unhandledRejection', broken);
    router.offer({
      take: async (scanned) => {
        seen.push(scanned);
        if (scanned === 'bad') throw new Error('a bug');
      },
    });
    router.scan('bad');
    router.scan('good');
    await vi.waitFor(() => expect(seen).toEqual(['bad', 'good']));
    await vi.waitFor(() => expect(broken).toHaveBeenCalledOnce());
  });

  test('not for a payment card: it is told from typing, goes nowhere and is not repeated', () => {
    const router = createRouter();
    const take = vi.fn<(scanned: string) => void>();
    router.offer({ take });
    expect(router.accepts(CARD)).toBe(true);
    router.scan(CARD);
    expect(take).not.toHaveBeenCalled();
    expect(router.refusal()?.code).toBe('CARD_NUMBER');
    expect(JSON.stringify(router.refusal())).not.toContain('4111');
  });

  test('not behind an open dialog, unless the screen’s scans come first', () => {
    const router = createRouter(() => true);
    const seen: string[] = [];
    const stop = router.offer({ take: (scanned) => void seen.push(scanned) });
    router.scan('a');
    expect(seen).toEqual([]);
    expect(router.refusal()?.code).toBe('DIALOG_OPEN');
    stop();
    router.offer({ take: (scanned) => void seen.push(scanned), isOverDialogs: true });
    router.scan('b');
    expect(seen).toEqual(['b']);
    expect(router.refusal()).toBeNull();
  });

  test('refused to the screen itself where it says so', () => {
    const router = createRouter();
    const refused: AppError[] = [];
    router.offer({ take: () => undefined, refuse: (error) => void refused.push(error) });
    router.scan(CARD);
    expect(refused.map(({ code }) => code)).toEqual(['CARD_NUMBER']);
    expect(router.refusal()).toBeNull();
  });
});
