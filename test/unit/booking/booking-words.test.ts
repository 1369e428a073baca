import { describe, expect, it } from 'vitest';
import {
  paperStanding,
  saleStanding,
  storyWord,
  ticketStanding,
} from '../../../src-renderer/features/booking/booking-words.ts';
import { letterOf } from '../../../src-renderer/features/booking/name-letter.ts';

const sale = { status: 'CONFIRMED', delivery: 'NOW', handedOverAt: null, isKept: false } as const;

describe('how a sale stands', () => {
  it.each([
    [{ ...sale, status: 'RESERVED' }, 'idle', 'In a basket'],
    [{ ...sale, status: 'RESERVED', isKept: true }, 'warn', 'Unpaid'],
    [{ ...sale, status: 'PAYING' }, 'note', 'Being paid'],
    [{ ...sale, handedOverAt: 1 }, 'ok', 'Paid'],
    [{ ...sale, delivery: 'WILL_CALL' }, 'note', 'Paid, to collect'],
    [{ ...sale, delivery: 'WILL_CALL', handedOverAt: 1 }, 'ok', 'Handed over'],
    [{ ...sale, status: 'CANCELLED' }, 'bad', 'Cancelled'],
  ] as const)('%o', (standing, tone, word) => {
    expect(saleStanding(standing)).toEqual({ tone, word });
  });

  it('tells a ticket that was given back from a basket that was let go', () => {
    expect(ticketStanding({ status: 'CANCELLED' }, true).word).toBe('Given back');
    expect(ticketStanding({ status: 'CANCELLED' }, false).word).toBe('Cancelled');
  });

  it('asks about paper that may have come out, and counts copies', () => {
    expect(paperStanding({ printState: 'UNKNOWN', printedCopies: 1 })).toEqual({ tone: 'warn', word: 'Came out?' });
    expect(paperStanding({ printState: 'PRINTED', printedCopies: 2 }).word).toBe('Printed 2×');
    expect(paperStanding({ printState: null, printedCopies: 0 }).word).toBe('No paper yet');
  });

  it('tells a step nobody wrote words for by its own name', () => {
    expect(storyWord('sale.finish')).toBe('Sold');
    expect(storyWord('sale.somethingNew')).toBe('sale.somethingNew');
  });
});

it('files names by their first letter, whatever marks it carries', () => {
  expect(['Émile', 'ärger', 'Øre', '王', '7 Sisters', ''].map(letterOf)).toEqual(['E', 'A', 'Ø', '王', '7', '#']);
});
