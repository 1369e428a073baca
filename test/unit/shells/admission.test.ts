import { describe, expect, test } from 'vitest';
import { createAdmission } from '../../../src-main/shells/loopback/admission.ts';
import { createFakeTimers } from '../../support/fake-timers.ts';

describe('admission to the loopback shell', () => {
  test('a token is good for one key', () => {
    const admission = createAdmission(createFakeTimers());
    const token = admission.issueToken();
    const key = admission.exchange(token);
    expect(admission.admits(key ?? '')).toBe(true);
    expect(admission.exchange(token)).toBeNull();
  });

  test('a token is no key and a key is no token', () => {
    const admission = createAdmission(createFakeTimers());
    const token = admission.issueToken();
    expect(admission.admits(token)).toBe(false);
    expect(admission.exchange(admission.exchange(token) ?? '')).toBeNull();
    expect(admission.admits('')).toBe(false);
  });

  test('a token is good for ten minutes, a key for as long as the program runs', async () => {
    const timers = createFakeTimers();
    const admission = createAdmission(timers);
    const key = admission.exchange(admission.issueToken());
    const [early, late] = [admission.issueToken(), admission.issueToken()];
    await timers.advance(10 * 60_000);
    expect(admission.exchange(early)).not.toBeNull();
    await timers.advance(1);
    expect(admission.exchange(late)).toBeNull();
    await timers.advance(24 * 60 * 60_000);
    expect(admission.admits(key ?? '')).toBe(true);
  });

  test('remembers the last 64 tokens and keys, not every one there ever was', () => {
    const admission = createAdmission(createFakeTimers());
    const keys = Array.from({ length: 65 }, () => admission.exchange(admission.issueToken()) ?? '');
    expect(keys.filter((key) => admission.admits(key))).toHaveLength(64);
    const tokens = Array.from({ length: 65 }, () => admission.issueToken());
    expect(admission.exchange(tokens[0] ?? '')).toBeNull();
    expect(admission.exchange(tokens[1] ?? '')).not.toBeNull();
  });
});
