import { expect, test } from 'vitest';
import { readMigrations, targets } from '../../../scripts/compile-migrations.ts';
import { draftTable, parentsFirst } from '../../../scripts/draft-tables.ts';
import { missingMigrations, type Migration } from '../../../src-shared/core/migrations.ts';
import { columnName, text, table } from '../../../src-shared/schema/kit.ts';

test.each(targets)('the module of $exportName says what its folder says', async ({ folder, exportName, file }) => {
  const compiled = (await import(file)) as Record<string, unknown>;
  expect(compiled[exportName], 'run `npm run migrations`').toEqual(readMigrations(folder));
});

test.each(targets)('the migrations of $exportName are numbered without a gap', ({ folder }) => {
  const numbers = readMigrations(folder).map((migration) => migration.number);
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});

test('a draft makes a parent before its children, whatever their order', () => {
  const child = table('children', { parentId: text().to('parents') });
  const parent = table('parents', { houseId: text().to('houses') });
  const house = table('houses', { name: text() });
  expect(parentsFirst([child, parent, house]).map(({ name }) => name)).toEqual(['houses', 'parents', 'children']);
  expect(draftTable(child, 'central')).toContain(`foreign key (agency_id, ${columnName('parentId')})`);
});

test('what must still run follows what has run, in order', () => {
  const step = (number: number): Migration => ({ number, name: `s${number}`, sql: '', checksum: `c${number}` });
  const steps = [step(1), step(2), step(3)];
  expect(missingMigrations(steps, [])).toEqual(steps);
  expect(missingMigrations(steps, [step(1)])).toEqual([step(2), step(3)]);
  expect(missingMigrations(steps, steps)).toEqual([]);
});
