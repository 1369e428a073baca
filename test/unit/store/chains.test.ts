import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditDetail, factsTexts } from '../../../src-shared/core/chains.ts';
import type { Facts } from '../../../src-shared/core/facts.ts';

const row = fc.dictionary(fc.string(), fc.jsonValue());
const facts: fc.Arbitrary<Facts> = fc.record({
  inserts: fc.array(fc.record({ table: fc.constantFrom('commands', 'sales', 'tickets'), row })),
  changes: fc.array(
    fc.record({
      table: fc.constantFrom('sales', 'eventSeats'),
      key: row,
      expect: fc.dictionary(fc.string(), fc.nat()),
      was: row,
      set: row,
    }),
  ),
  bulk: fc.array(fc.record({ name: fc.string(), arguments: row })),
});

test('facts as text read back as they were, and make the same audit detail again', () => {
  fc.assert(
    fc.property(facts, (made) => {
      const texts = factsTexts(made);
      const read = JSON.parse(texts.facts) as Facts;
      expect(read).toEqual(JSON.parse(JSON.stringify(made)));
      expect(auditDetail(read)).toBe(texts.detail);
    }),
  );
});

test('an audit detail tells every change as it was and became, and every new row but the answer to the command', () => {
  fc.assert(
    fc.property(facts, (made) => {
      const expected = {
        changes: made.changes.map(({ table, key, was, set }) => ({ table, key, was, set })),
        inserts: made.inserts.filter(({ table }) => table !== 'commands'),
        bulk: made.bulk,
      };
      expect(auditDetail(made)).toBe(JSON.stringify(expected));
    }),
  );
});
