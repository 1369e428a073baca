/** English. Each subject keeps its texts in its own file; a key may stand in one file only. */
import { deviceText } from './en/device.ts';
import { paperText } from './en/paper.ts';
import { receiptText } from './en/receipt.ts';
import { seatMapText } from './en/seat-map.ts';
import { ticketText } from './en/ticket.ts';

export const en = { ...seatMapText, ...ticketText, ...deviceText, ...paperText, ...receiptText } as const;
