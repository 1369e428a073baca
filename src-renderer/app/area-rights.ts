import type { Permission } from '../../src-shared/domain/access/permissions.ts';
import type { Area } from './area.ts';

/** Which rights open which area. The core still asks for the right of every call; this only spares people empty screens. */
export const AREA_RIGHTS: Readonly<Record<Area, readonly Permission[]>> = {
  sell: ['sale.sell'],
  bookings: ['booking.find'],
  door: ['door.scan'],
  till: ['cash.session'],
  events: ['event.manage', 'event.hold'],
  maps: ['map.manage'],
  purchasing: ['purchasing.manage'],
  reports: ['report.read'],
  settings: ['settings.manage', 'people.manage'],
};
