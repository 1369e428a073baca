/** Who may do what. The router alone asks; screens only grey out by the same table. */

export const ROLES = ['OWNER', 'MANAGER', 'VENUE_ADMIN', 'BUYER', 'CLERK', 'DOOR'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'sale.sell',
  'sale.comp',
  'sale.passLimit',
  'sale.passNoSingle',
  'sale.keepUnpaid',
  'sale.refund',
  'sale.cancel',
  'sale.freeOthers',
  'ticket.reprint',
  'booking.find',
  'cash.session',
  'cash.approveDifference',
  'cash.seeExpected',
  'event.read',
  'event.manage',
  'event.hold',
  'map.manage',
  'purchasing.manage',
  'door.scan',
  'door.admitByHand',
  'report.read',
  'people.manage',
  'settings.manage',
  'audit.read',
  'system.maintain',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const clerk: readonly Permission[] = [
  'sale.sell',
  'sale.keepUnpaid',
  'ticket.reprint',
  'booking.find',
  'cash.session',
  'event.read',
  'door.scan',
];
const door: readonly Permission[] = ['door.scan', 'door.admitByHand', 'booking.find', 'event.read'];
const venueAdmin: readonly Permission[] = ['map.manage', 'event.read', 'event.manage', 'event.hold'];
const buyer: readonly Permission[] = ['purchasing.manage', 'event.read', 'report.read'];
const manager: readonly Permission[] = PERMISSIONS.filter((p) => p !== 'system.maintain');

const permissionsByRole: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  OWNER: new Set(PERMISSIONS),
  MANAGER: new Set(manager),
  VENUE_ADMIN: new Set(venueAdmin),
  BUYER: new Set(buyer),
  CLERK: new Set(clerk),
  DOOR: new Set(door),
};

export function roleMay(role: Role, permission: Permission): boolean {
  return permissionsByRole[role].has(permission);
}

export function permissionsOf(role: Role): readonly Permission[] {
  return PERMISSIONS.filter((permission) => roleMay(role, permission));
}
