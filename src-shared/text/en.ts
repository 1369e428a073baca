/** English. Each subject keeps its texts in its own file; a key may stand in one file only. */
import { deviceText } from './en/device.ts';
import { eventText } from './en/event.ts';
import { seatText } from './en/seat.ts';
import { seatMapText } from './en/seat-map.ts';
import { ticketText } from './en/ticket.ts';

export const en = { ...seatMapText, ...ticketText, ...deviceText, ...eventText, ...seatText } as const;
