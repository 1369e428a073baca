export const seatText = {
  'seat.notFound': 'There is no such seat in this event.',
  'seat.wrongState': 'Seat {seat} is {from} and cannot become {to}.',
  'seat.pinned': 'Seat {seat} is kept for another counter. Call it back first.',
  'seat.unknown': 'Not on the map of this event: {seats}.',
  'seat.notFree': 'Not free: {seats}. Nothing was changed.',
  'seat.notInHold': 'Not in this hold: {seats}. Nothing was changed.',
  'seat.cannotBlock': 'In a basket, sold or blocked already: {seats}. Nothing was changed.',
  'seat.notBlocked': 'Not blocked: {seats}. Nothing was changed.',
  'hold.notFound': 'There is no such hold.',
  'hold.released': '{name} was released already. Make a new hold.',
} as const;
