/** English. Each subject keeps its texts in its own file; a key may stand in one file only. */
import { bookingText } from './en/booking.ts';
import { cashText } from './en/cash.ts';
import { commandLineText } from './en/command-line.ts';
import { coreText } from './en/core.ts';
import { demoText } from './en/demo.ts';
import { deviceText } from './en/device.ts';
import { doorScreenText } from './en/door-screen.ts';
import { doorText } from './en/door.ts';
import { eventScreenText } from './en/event-screen.ts';
import { eventText } from './en/event.ts';
import { frameText } from './en/frame.ts';
import { houseText } from './en/house.ts';
import { mapScreenText } from './en/map-screen.ts';
import { officeText } from './en/office.ts';
import { paperServiceText } from './en/paper-service.ts';
import { paperText } from './en/paper.ts';
import { planImportText } from './en/plan-import.ts';
import { printText } from './en/print.ts';
import { programText } from './en/program.ts';
import { purchasingScreenText } from './en/purchasing-screen.ts';
import { purchasingText } from './en/purchasing.ts';
import { receiptText } from './en/receipt.ts';
import { reportText } from './en/report.ts';
import { reportsText } from './en/reports.ts';
import { saleText } from './en/sale.ts';
import { scanText } from './en/scan.ts';
import { seatFinderText } from './en/seat-finder.ts';
import { seatLayerText } from './en/seat-layer.ts';
import { seatMapText } from './en/seat-map.ts';
import { seatText } from './en/seat.ts';
import { sellText } from './en/sell.ts';
import { settingsScreenText } from './en/settings-screen.ts';
import { shellText } from './en/shell.ts';
import { startText } from './en/start.ts';
import { ticketText } from './en/ticket.ts';
import { tillText } from './en/till.ts';
import { uiText } from './en/ui.ts';
import { verifyText } from './en/verify.ts';

export const en = {
  ...bookingText,
  ...cashText,
  ...commandLineText,
  ...coreText,
  ...demoText,
  ...deviceText,
  ...doorScreenText,
  ...doorText,
  ...eventScreenText,
  ...eventText,
  ...frameText,
  ...houseText,
  ...mapScreenText,
  ...officeText,
  ...paperServiceText,
  ...paperText,
  ...planImportText,
  ...printText,
  ...programText,
  ...purchasingScreenText,
  ...purchasingText,
  ...receiptText,
  ...reportText,
  ...reportsText,
  ...saleText,
  ...scanText,
  ...seatFinderText,
  ...seatLayerText,
  ...seatMapText,
  ...seatText,
  ...sellText,
  ...settingsScreenText,
  ...shellText,
  ...startText,
  ...ticketText,
  ...tillText,
  ...uiText,
  ...verifyText,
} as const;
