import { text } from '../../src-shared/text/text.ts';
import type { PaletteFinds, PaletteHit } from './frame-model.ts';
import type { Program } from './program.ts';
import type { Router } from './router.ts';

const MOST_HITS = 8;

/** Bookings and events by any words, for the palette. */
export async function searchPalette(program: Program, router: Router, words: string): Promise<PaletteFinds> {
  const folded = words.toLowerCase();
  const events = program.store
    .getState()
    .events.filter((event) => event.title.toLowerCase().includes(folded))
    .map((event): PaletteHit => ({
      id: event.eventId,
      name: event.title,
      detail: event.venueName,
      kind: text('palette.event'),
      open: () => {
        program.chooseEvent(event.eventId);
        router.open('sell');
      },
    }));
  const found = words.trim() === '' ? null : await program.bridge.call('booking.search', { text: words });
  const bookings = found?.ok
    ? found.value.map((sale): PaletteHit => ({
        id: sale.saleId,
        name: sale.customerName ?? sale.number,
        detail: sale.eventTitles.join(', '),
        kind: text('palette.booking'),
        open: () => router.open('bookings', { saleId: sale.saleId }),
      }))
    : [];
  return {
    hits: [...events, ...bookings].slice(0, MOST_HITS),
    problem: found && !found.ok ? found.error.message : null,
  };
}
