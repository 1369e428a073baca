/** The areas of the program, in the order of the rail. A person's place in it is fixed: Sell is Ctrl+1 for everyone. */
export const AREAS = [
  'sell',
  'bookings',
  'door',
  'till',
  'events',
  'maps',
  'purchasing',
  'reports',
  'settings',
] as const;

export type Area = (typeof AREAS)[number];
