import { describe, expect, test } from 'vitest';
import { basketGroups, nextType, seatsByEvent } from '../../../src-renderer/features/sell/basket-lines.ts';
import type { BookingView, SaleView, TicketView } from '../../../src-shared/contract/sale.ts';

let made = 0;

function ticket(row: string, number: number, change: Partial<TicketView> = {}): TicketView {
  made += 1;
  return {
    ticketId: `ticket-${made}`,
    number: `TM-${made}`,
    shortSerial: '',
    eventId: 'hamlet',
    bookingId: 'booking',
    seatId: `${row}-${number}`,
    ordinal: row.charCodeAt(0) * 100 + number,
    section: 'Stalls',
    row,
    label: String(number),
    kind: 'STANDARD',
    restrictedView: false,
    ticketTypeId: 'standard',
    ticketTypeName: 'Standard',
    priceLevelName: 'Premium',
    priceMinor: 4500,
    status: 'RESERVED',
    holderName: null,
    compReason: null,
    printedCopies: 0,
    printState: null,
    ...change,
  };
}

function saleOf(tickets: readonly TicketView[]): SaleView {
  const bookings = [...Map.groupBy(tickets, ({ eventId }) => eventId)].map(([eventId, own]): BookingView => ({
    bookingId: eventId,
    eventId,
    eventTitle: eventId,
    startsAt: 0,
    timeZone: 'Europe/Berlin',
    status: 'RESERVED',
    deadline: null,
    deadlineKind: 'BASKET',
    collectBy: null,
    tickets: own,
  }));
  return { saleId: 'sale', status: 'RESERVED', bookings } as unknown as SaleView;
}

const lines = (tickets: readonly TicketView[]) =>
  basketGroups(saleOf(tickets)).flatMap((group) =>
    group.lines.map((line) => `${line.seats} · ${line.tickets.length} × ${line.typeName} · ${line.totalMinor}`),
  );

describe('the lines of a basket', () => {
  test('neighbours of a row are one line, in the order of the house', () => {
    expect(lines([ticket('F', 7), ticket('F', 4), ticket('F', 5), ticket('F', 6), ticket('E', 1)])).toEqual([
      'Stalls E 1 · 1 × Standard · 4500',
      'Stalls F 4–7 · 4 × Standard · 18000',
    ]);
  });

  test('another type, price or reason is another line', () => {
    const child = { ticketTypeId: 'child', ticketTypeName: 'Child', priceMinor: 2000 };
    const comp = { ticketTypeId: 'comp', ticketTypeName: 'Comp', priceMinor: 0, compReason: 'Press' };
    expect(lines([ticket('F', 4), ticket('F', 5, child), ticket('F', 6, comp), ticket('F', 7)])).toEqual([
      'Stalls F 4, 7 · 2 × Standard · 9000',
      'Stalls F 5 · 1 × Child · 2000',
      'Stalls F 6 · 1 × Comp · 0',
    ]);
  });

  test('what was given back is not shown, nor an event without a seat left', () => {
    const gone = { status: 'CANCELLED' as const };
    const sale = saleOf([ticket('A', 1, gone), ticket('A', 2), ticket('B', 1, { ...gone, eventId: 'lear' })]);
    expect(basketGroups(sale).map(({ booking }) => booking.eventId)).toEqual(['hamlet']);
    expect([...seatsByEvent([sale])]).toEqual([['hamlet', 1]]);
  });
});

describe('the next ticket type', () => {
  const event = {
    types: [
      { ticketTypeId: 'standard', kind: 'STANDARD' as const },
      { ticketTypeId: 'child', kind: 'STANDARD' as const },
      { ticketTypeId: 'senior', kind: 'STANDARD' as const },
      { ticketTypeId: 'comp', kind: 'COMP' as const },
    ],
    levels: [
      { priceLevelId: 'p', name: 'Premium' },
      { priceLevelId: 's', name: 'Side' },
    ],
    prices: [
      { priceLevelId: 'p', ticketTypeId: 'standard' },
      { priceLevelId: 'p', ticketTypeId: 'child' },
      { priceLevelId: 'p', ticketTypeId: 'senior' },
      { priceLevelId: 'p', ticketTypeId: 'comp' },
      { priceLevelId: 's', ticketTypeId: 'standard' },
      { priceLevelId: 's', ticketTypeId: 'senior' },
    ],
  };
  const of = (ticketTypeId: string, priceLevelName = 'Premium') => ({ ticketTypeId, priceLevelName });

  test.each([
    ['standard', 'child'],
    ['child', 'senior'],
    ['senior', 'standard'],
  ])('after %s comes %s', (present, next) => {
    expect(nextType([of(present), of(present)], event)).toBe(next);
  });

  test('a type that is not sold at one of the levels is passed over', () => {
    expect(nextType([of('standard'), of('standard', 'Side')], event)).toBe('senior');
  });

  test('mixed types become alike first', () => {
    expect(nextType([of('child'), of('standard')], event)).toBe('child');
  });

  test('with one type only there is no other', () => {
    expect(nextType([of('standard')], { ...event, types: [event.types[0]!] })).toBeNull();
  });
});
