export const programText = {
  'role.OWNER': 'Owner',
  'role.MANAGER': 'Manager',
  'role.VENUE_ADMIN': 'Venue admin',
  'role.BUYER': 'Buyer',
  'role.CLERK': 'Clerk',
  'role.DOOR': 'Door',
  'palette.event': 'Event',
  'palette.booking': 'Booking',
} as const;
