import { expect, test } from 'vitest';
import { auditLines } from '../../../src-shared/domain/audit/detail.ts';

const lines = (was: string, set: string) =>
  auditLines(
    JSON.stringify({
      changes: [{ table: 'events', key: { id: 'e' }, was: { title: was }, set: { title: set } }],
      inserts: [],
      bulk: [],
    }),
  );

test('a value is part of one line, whatever line ends it holds: none can pass for a record of its own', () => {
  expect(lines('Lear', 'Lear\r\nsales 7: status SOLD\u2028x\ty')).toEqual([
    'events e: title Lear → Lear sales 7: status SOLD x y',
  ]);
});

test('a long value is cut between characters, never inside one', () => {
  const [line] = lines('x', `a${'🎭'.repeat(80)}`);
  expect(line?.isWellFormed()).toBe(true);
  expect(line).toBe(`events e: title x → a${'🎭'.repeat(59)}…`);
  expect(lines('x', '🎭'.repeat(61))).toEqual([`events e: title x → ${'🎭'.repeat(60)}…`]);
  expect(lines('x', '🎭'.repeat(60))).toEqual([`events e: title x → ${'🎭'.repeat(60)}`]);
});
