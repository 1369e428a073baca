/** English. Each subject keeps its texts in its own file; a key may stand in one file only. */
import { cashText } from './en/cash.ts';
import { deviceText } from './en/device.ts';
import { eventText } from './en/event.ts';
import { frameText } from './en/frame.ts';
import { houseText } from './en/house.ts';
import { planImportText } from './en/plan-import.ts';
import { programText } from './en/program.ts';
import { purchasingText } from './en/purchasing.ts';
import { receiptText } from './en/receipt.ts';
import { saleText } from './en/sale.ts';
import { seatText } from './en/seat.ts';
import { seatFinderText } from './en/seat-finder.ts';
import { seatLayerText } from './en/seat-layer.ts';
import { seatMapText } from './en/seat-map.ts';
import { shellText } from './en/shell.ts';
import { startText } from './en/start.ts';
import { ticketText } from './en/ticket.ts';
import { uiText } from './en/ui.ts';

export const en = {
  ...cashText,
  ...deviceText,
  ...eventText,
  ...frameText,
  ...houseText,
  ...planImportText,
  ...programText,
  ...purchasingText,
  ...receiptText,
  ...saleText,
  ...seatText,
  ...seatFinderText,
  ...seatLayerText,
  ...seatMapText,
  ...shellText,
  ...startText,
  ...ticketText,
  ...uiText,
} as const;
