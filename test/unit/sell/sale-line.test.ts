import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSaleLine, type SaleLineHouse } from '../../../src-renderer/features/sell/sale-line.ts';

const house: SaleLineHouse = {
  currency: 'EUR',
  locale: 'en-GB',
  levels: [
    { priceLevelId: 'premium', letter: 'P' },
    { priceLevelId: 'c', letter: 'C' },
    { priceLevelId: 'd', letter: 'D' },
  ],
  sections: [
    { id: 's', name: 'Stalls' },
    { id: 'cl', name: 'Upper Circle Left' },
    { id: 'cr', name: 'Upper Circle Right' },
  ],
  types: [
    { ticketTypeId: 'standard', name: 'Standard' },
    { ticketTypeId: 'student', name: 'Student' },
    { ticketTypeId: 'child', name: 'Child' },
    { ticketTypeId: 'uber', name: 'Übertrag' },
  ],
};

const anything = { priceLevelIds: [], sectionIds: [], ticketTypeId: null, maxPriceMinor: null, wheelchairs: null };

describe('what a sale line means', () => {
  test.each([
    ['4', { ...anything, quantity: 4 }],
    ['  12  ', { ...anything, quantity: 12 }],
    ['4 C,D', { ...anything, quantity: 4, priceLevelIds: ['c', 'd'] }],
    ['4 c, d', { ...anything, quantity: 4, priceLevelIds: ['c', 'd'] }],
    ['4 c d c', { ...anything, quantity: 4, priceLevelIds: ['c', 'd'] }],
    ['4 <60', { ...anything, quantity: 4, maxPriceMinor: 6000 }],
    ['4 < 60.50', { ...anything, quantity: 4, maxPriceMinor: 6050 }],
    ['4 <=60', { ...anything, quantity: 4, maxPriceMinor: 6000 }],
    ['4 sta <60', { ...anything, quantity: 4, ticketTypeId: 'standard', maxPriceMinor: 6000 }],
    ['2 ch p', { ...anything, quantity: 2, ticketTypeId: 'child', priceLevelIds: ['premium'] }],
    ['2 UBER', { ...anything, quantity: 2, ticketTypeId: 'uber' }],
    // A letter is a level before it is the beginning of a type.
    ['2 c', { ...anything, quantity: 2, priceLevelIds: ['c'] }],
    ['4 @stalls', { ...anything, quantity: 4, sectionIds: ['s'] }],
    ['4 @ st <60', { ...anything, quantity: 4, sectionIds: ['s'], maxPriceMinor: 6000 }],
    ['4 @upper', { ...anything, quantity: 4, sectionIds: ['cl', 'cr'] }],
    ['4 @uppercirclel, @st', { ...anything, quantity: 4, sectionIds: ['cl', 's'] }],
    ['4 @Stalls,upper c', { ...anything, quantity: 4, sectionIds: ['s', 'cl', 'cr'], priceLevelIds: ['c'] }],
    ['4 2w', { ...anything, quantity: 4, wheelchairs: 2 }],
    ['1 1W', { ...anything, quantity: 1, wheelchairs: 1 }],
    ['４ C', { ...anything, quantity: 4, priceLevelIds: ['c'] }],
  ])('%s', (line, meant) => {
    expect(parseSaleLine(line, house)).toEqual({ ok: true, value: meant });
  });
});

describe('what a sale line cannot mean', () => {
  test.each([
    ['', 1],
    ['C', 1],
    ['0', 1],
    ['501', 1],
    ['4711 4242', 2],
    ['4 zz', 1],
    ['4 st', 1],
    ['4 <', 1],
    ['4 <sixty', 1],
    ['4 @', 1],
    ['4 @balcony', 1],
    ['4 5w', 1],
    ['4 2x', 1],
    ['zz yy <xx', 3],
  ])('%j is refused with %i sentences', (line, sentences) => {
    const read = parseSaleLine(line, house);
    expect(read.ok).toBe(false);
    if (!read.ok) expect((read.error.data as { problems: string[] }).problems).toHaveLength(sentences);
  });

  test('nothing a person can type breaks it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        const read = parseSaleLine(line, house);
        expect(read.ok ? read.value.quantity > 0 : read.error.message.length > 0).toBe(true);
      }),
    );
  });
});
