/** Events: made from a published map, priced, put on sale, closed. */
import type { Commands } from '../registry.ts';
import { changeStatus } from './change-status.ts';
import { createEvent } from './create-event.ts';
import { generateSeats } from './generate-seats.ts';
import { setPrices } from './set-prices.ts';
import { updateEvent } from './update-event.ts';

export const eventCommands: Commands<'event'> = {
  'event.create': createEvent,
  'event.update': updateEvent,
  'event.setPrices': setPrices,
  'event.generateSeats': generateSeats,
  'event.changeStatus': changeStatus,
};
