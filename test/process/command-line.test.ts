/** The command line as its user meets it: a process, what it prints, and its exit code. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const plans = join(root, '../shared/data');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parterre-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function parterre(...args: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [join(root, 'bin/parterre.mjs'), ...args], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout.trim(), err: run.stderr.trim() };
}

function json<T>(...args: string[]): T {
  const run = parterre(...args, '--json');
  expect(run, run.err).toMatchObject({ status: 0 });
  return JSON.parse(run.out) as T;
}

const call = <T>(data: string, name: string, input: unknown, user = 'Clara Clerk'): T =>
  json<T>('call', name, JSON.stringify(input), '--data', data, '--user', user);

function sellOneSeat(data: string, saleId: string, quantity = 1): void {
  const [event] = call<{ eventId: string }[]>(data, 'event.today', {});
  call(data, 'sale.reserveBest', { saleId, eventId: event!.eventId, quantity });
  call(data, 'sale.beginPayment', { saleId });
  const { dueMinor } = call<{ dueMinor: number }>(data, 'sale.get', { saleId });
  call(data, 'sale.tender', { saleId, kind: 'CARD_TERMINAL', amountMinor: dueMinor, reference: 'T-1' });
  call(data, 'sale.finish', { saleId });
}

describe('a house on the command line', () => {
  test('a backup is restored, and what was sold after it is sold still', () => {
    const data = join(folder, 'house');
    expect(parterre('seed-demo', '--data', data)).toMatchObject({ status: 0 });
    expect(parterre('seed-demo', '--data', data)).toMatchObject({ status: 1 });
    sellOneSeat(data, 'sale-before');
    const { folder: backup } = json<{ folder: string }>('backup', '--data', data, '--to', join(folder, 'backups'));
    sellOneSeat(data, 'sale-after', 2);

    const restored = json<{ replayed: number; setAside: string }>('restore', backup, '--data', data);
    expect(restored.replayed).toBeGreaterThanOrEqual(5);
    expect(existsSync(restored.setAside)).toBe(true);
    expect(call(data, 'sale.get', { saleId: 'sale-after' })).toMatchObject({ status: 'CONFIRMED' });
    expect(json('verify', '--data', data)).toMatchObject({ problems: 0 });
  });

  test('a backup brings a house to a new PC', () => {
    const data = join(folder, 'new-pc');
    const [backup] = readdirSync(join(folder, 'backups'));
    json('restore', join(folder, 'backups', backup!), '--data', data);
    expect(call(data, 'sale.get', { saleId: 'sale-before' })).toMatchObject({ status: 'CONFIRMED' });
    expect(json('verify', '--data', data)).toMatchObject({ problems: 0 });
  });

  test('a person may do what their role may, and no more', () => {
    const data = join(folder, 'house');
    const refused = parterre('call', 'person.list', '{}', '--data', data, '--user', 'Clara Clerk', '--json');
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'NOT_PERMITTED' } });
    expect(parterre('call', 'person.list', '{}', '--data', data, '--user', 'Nobody')).toMatchObject({ status: 1 });
  });

  test('mistakes have exit codes of their own', () => {
    const data = join(folder, 'house');
    expect(parterre('frob').status).toBe(2);
    expect(parterre('call', 'event.today', '{not json', '--data', data).status).toBe(2);
    expect(parterre('call', 'event.today', '--data', join(folder, 'nowhere')).status).toBe(3);
    writeFileSync(join(folder, 'a-file'), '');
    expect(parterre('verify', '--data', join(folder, 'a-file', 'data'))).toMatchObject({ status: 3 });
    expect(parterre('restore', join(folder, 'no-backup'), '--data', data).status).toBe(1);
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"zones": [');
    const bad = parterre('import-map', broken, '--data', data);
    expect(bad).toMatchObject({ status: 4 });
    expect(bad.err).toContain('line 1');
  });
});

describe('a plan with something wrong in it', () => {
  const write = (name: string, content: string): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const importPlan = (file: string, ...more: string[]) =>
    parterre('import-map', file, '--data', join(folder, 'wrong-plans'), ...more);

  test('is told by kind, with its first places and how each is repaired, and nothing is stored until it is', () => {
    const file = write(
      'hall.csv',
      'section,row,seat,price\nStalls,A,1,-1\nStalls,A,1,1e99\n"St\nalls",A,2,"1.234,50"\n',
    );
    const refused = importPlan(file);
    expect(refused.status).toBe(4);
    for (const line of [
      'ERROR Seats with the same section, row and number as another: 1',
      '  Stalls, row A, seat 1: this section, row and number is used before',
      '  --repair separate-names: Seats listed twice at the same place are kept once: 1 dropped.',
      '  Stalls, row A, seat 1: the price of “-1” cannot be charged',
      '  Stalls, row A, seat 1: the price of “1e99” cannot be charged',
    ])
      expect(refused.err).toContain(`\n${line}`);
    const repaired = importPlan(file, '--repair', 'all');
    expect(repaired.out).toContain('\n  Repaired: Prices that cannot be charged are taken out of');
    expect(repaired).toMatchObject({ status: 0, err: '' });
    const maps = json<{ name: string; seatCount: number }[]>('call', 'map.list', '--data', join(folder, 'wrong-plans'));
    expect(maps).toMatchObject([{ name: 'hall', seatCount: 2 }]);
  });

  test('without a column that is needed says which, and what it has', () => {
    expect(importPlan(write('columns.csv', 'section,row\nA,1\n'))).toEqual({
      status: 4,
      out: '',
      err: 'columns.csv has no column for seat. Its first line has: section, row.',
    });
  });

  test('of 200 MB is refused by its size, with the limit, before it is read', () => {
    const file = write('huge.json', '');
    truncateSync(file, 200 * 1024 * 1024);
    expect(importPlan(file)).toEqual({
      status: 1,
      out: '',
      err: 'huge.json has 200 MB; a plan may have at most 64 MB.',
    });
  });
});

describe('real plans', () => {
  test.skipIf(!existsSync(plans)).each([
    ['pretix-theatre/plan.en.json', 1057, 84],
    ['seatmap-canvas-stadium/stadium.json', 738, 420],
  ])('%s is imported whole, with every repair (skipped where the plans are absent)', (file, seats, repeated) => {
    const data = join(folder, 'plans');
    const imported = json<{ seats: number; faults: { kind: string; count: number }[]; mapId: string }>(
      'import-map',
      join(plans, file),
      '--repair',
      'all',
      '--data',
      data,
    );
    expect(imported.seats).toBe(seats);
    expect(imported.faults).toContainEqual({ kind: 'REPEATED_SEAT_ID', count: repeated });
    const refused = parterre('import-map', join(plans, file), '--data', data, '--json');
    expect(refused.status).toBe(4);
    expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'PLAN_HAS_FAULTS' } });
  });
});
