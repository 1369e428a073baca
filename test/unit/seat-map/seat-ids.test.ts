import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeatIds } from '../../../src-shared/domain/seat-map/seat-ids.ts';

const anyId = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.constantFrom('', '\ud800', 'a\0b', 'ÿ', 'Ā', 'stalls-A-1'),
);
const distinctIds = fc.uniqueArray(anyId, { maxLength: 60 });

test('ids come back as they were, whatever they are written with', () => {
  fc.assert(
    fc.property(fc.array(anyId), (ids) => {
      const packed = SeatIds.of(ids);
      expect([...packed]).toEqual(ids);
      expect(ids.map((_, ordinal) => packed.at(ordinal))).toEqual(ids);
      expect([...new SeatIds(packed.bytes, packed.ends)]).toEqual(ids);
    }),
  );
});

test('a seat is found by its id, and an id of no seat is not', () => {
  fc.assert(
    fc.property(distinctIds, anyId, (ids, other) => {
      const packed = SeatIds.of(ids);
      expect(ids.map((id) => packed.ordinalOf(id))).toEqual([...ids.keys()]);
      const place = ids.indexOf(other);
      expect(packed.ordinalOf(other)).toBe(place < 0 ? null : place);
    }),
  );
});

test('a UUID takes 17 bytes and an id of plain letters one more than it has', () => {
  expect(SeatIds.of(['0190c1a2-7b3c-7def-8123-456789abcdef']).bytes).toHaveLength(17);
  expect(SeatIds.of(['stalls-A-1']).bytes).toHaveLength(11);
});

test('an ordinal that the map does not have is a bug of whoever asks', () => {
  expect(() => SeatIds.of(['a']).at(1)).toThrow('the map has a seat 1');
});
