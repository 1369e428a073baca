import type { AreaRights } from './frame-model.ts';

/** Which rights open which area. The core still asks for the right of every call; this only spares people empty screens. */
export const AREA_RIGHTS: AreaRights = {
  sell: ['sale.sell'],
  bookings: ['sale.sell', 'booking.read'],
  door: ['door.scan'],
  till: ['till.open', 'till.manage'],
  events: ['event.manage'],
  maps: ['map.manage'],
  purchasing: ['purchasing.manage'],
  reports: ['report.read'],
  settings: ['settings.manage'],
};
