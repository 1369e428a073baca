export const doorText = {
  'door.cardNumber': 'That is a payment card. Nothing of it was kept. Scan the ticket.',
  'door.noSuchTicket': 'There is no such ticket.',
  'door.noSuchScan': 'There is no such scan.',
  'door.notAnAdmission': 'Nobody is inside by that scan: it let nobody in, or was taken back already.',
} as const;
