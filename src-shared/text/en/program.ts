export const programText = {
  'role.OWNER': 'Owner',
  'role.MANAGER': 'Manager',
  'role.VENUE_ADMIN': 'Venue admin',
  'role.BUYER': 'Buyer',
  'role.CLERK': 'Clerk',
  'role.DOOR': 'Door',
  'palette.event': 'Event',
  'palette.booking': 'Booking',
  'program.cannotOpen': 'Parterre cannot open',
  'program.addressUsed':
    'This address was used before, or the program was started again since. Start Parterre once more: it opens a new window.',
} as const;
