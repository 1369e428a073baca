import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JournalDamaged, openSecondJournal, type JournalLine } from '../../../src-main/store/second-journal.ts';
import { makeTestFolder } from '../../support/test-folder.ts';

const lines: readonly JournalLine[] = [
  { sequence: 1, hash: 'a1', record: '{"facts":{"inserts":[]}}', audit: { subject: null, at: 7 } },
  // What a line's parts are told apart by may stand in any of its texts.
  { sequence: 2, hash: 'b2', record: '{"name":",\\"record\\":}"}', audit: { subject: ',"record":{"x":1}}' } },
  { sequence: 3, hash: 'c3', record: '{"name":"line\\nbreak }","seat":"é 🎭"}', audit: { subject: '}\n' } },
];

function writtenJournal(): string {
  const file = join(makeTestFolder(), 'journal.jsonl');
  const journal = openSecondJournal(file);
  for (const line of lines) journal.append(line);
  journal.flush();
  journal.close();
  return file;
}

test('gives back each line to the letter, and each is JSON to whoever reads it with other programs', () => {
  const file = writtenJournal();
  const journal = openSecondJournal(file);
  expect(journal.hashes).toEqual(['a1', 'b2', 'c3']);
  expect(lines.map((_, index) => journal.read(index))).toEqual(lines);
  journal.close();
  const records = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => (JSON.parse(text) as { record: unknown }).record);
  expect(records).toEqual(lines.map(({ record }) => JSON.parse(record) as unknown));
});

test('cuts off a torn last line, wherever it was torn, and goes on after the one before', () => {
  const whole = readFileSync(writtenJournal());
  const [last] = lines.slice(-1);
  const start = whole.lastIndexOf(10, whole.length - 2) + 1;
  for (let end = start; end < whole.length; end++) {
    const file = join(makeTestFolder(), 'journal.jsonl');
    writeFileSync(file, whole.subarray(0, end));
    const journal = openSecondJournal(file);
    expect(journal.hashes).toEqual(['a1', 'b2']);
    journal.append(last!);
    journal.flush();
    journal.close();
    expect(readFileSync(file)).toEqual(whole);
  }
});

test('refuses a line in the middle that cannot be read', () => {
  const file = writtenJournal();
  appendFileSync(file, '{"sequence":4\n');
  expect(() => openSecondJournal(file)).toThrow(JournalDamaged);
});
