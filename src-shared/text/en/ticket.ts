export const ticketText = {
  'ticket.notATicketCode': 'This is not one of our tickets’ square codes.',
  'ticket.codeWrongLength':
    'Only part of the ticket’s code was read ({length} of {expected} characters). Scan it again.',
  'ticket.codeWrongCharacter': 'The ticket’s code was not read well at character {at}. Scan it again.',
  'ticket.codeNewer': 'This ticket was made by a newer version of the program. Update this device to read it.',
  'ticket.notAShortSerial': 'A ticket’s serial has 12 letters and digits, like 7K3Q-MD2V-9XAB.',
  'ticket.shortSerialMistyped': 'A character of this serial is wrong. Compare it with the ticket.',
} as const;
