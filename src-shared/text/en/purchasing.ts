export const purchasingText = {
  'purchasing.supplierNotFound': 'There is no such supplier.',
  'purchasing.supplierNameTaken': 'There is a supplier called {name} already.',
  'purchasing.orderNotFound': 'There is no such purchase order.',
  'purchasing.lineNotFound': 'There is no such line of a purchase order.',
  'purchasing.houseEvent': 'The house owns every seat of {title}; there is nothing to buy for it.',
  'purchasing.seatsNotMade': 'The seats of {title} are not made yet. Make them first, then receive onto them.',
  'purchasing.sectionNotFound': 'There is no such section on the map of this event.',
  'purchasing.row': 'row {row}',
  'purchasing.seatOfRow': 'row {row} seat {seat}',
  'purchasing.notUnderstood': 'Not understood: {parts}. Write it like “rows C-F” or “row C seats 1-6, 9”.',
  'purchasing.notInSection': 'Not in {section}: {parts}.',
  'purchasing.noSeatsNamed': 'No seats are named. Write “rows C-F”, “row C seats 1-6, 9” or “all”.',
  'purchasing.lineNotReceivable':
    'This line is {status}; seats are received on a line that the supplier has confirmed.',
  'purchasing.tooMany': 'These are {count} seats; {left} are still to come on this line.',
  'purchasing.ownedAlready': 'Ours already: {seats}.',
  'purchasing.doesNotReconcile':
    '{owned} seats are marked as bought on this line, but {received} were received. Nothing was changed; have the record checked.',
  'purchasing.received': '{number}: {quantity} seats',
} as const;
