import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  SALE_NUMBER_RANDOM_BYTES,
  saleNumber,
  saleNumberTail,
  wordToSaleNumberTail,
} from '../../../src-shared/domain/sale/number.ts';

const random = fc.uint8Array({ minLength: SALE_NUMBER_RANDOM_BYTES, maxLength: SALE_NUMBER_RANDOM_BYTES });

test('a sale is found by the tail of its number, in either case', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const number = saleNumber('20261121', bytes);
      expect(number).toMatch(/^ORD-20261121-[0-9A-HJKMNP-TV-Z]{6}$/);
      expect(wordToSaleNumberTail(saleNumberTail(number).toLowerCase())).toBe(saleNumberTail(number));
    }),
  );
});

test.each([
  ['7k3qmd', '7K3QMD'],
  ['oil0lI', '011011'],
  ['muller', null],
  ['7k3qm', null],
  ['7k3qmdd', null],
  ['', null],
])('%j may be the tail %j', (word, tail) => {
  expect(wordToSaleNumberTail(word)).toBe(tail);
});
