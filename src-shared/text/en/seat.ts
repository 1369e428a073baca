export const seatText = {
  'seat.notFound': 'There is no such seat in this event.',
} as const;
