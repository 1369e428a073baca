export const seatMapText = {
  'seatMap.seat': 'Seat {label}',
  'seatMap.seatsOfRow': '{section} {row} {seats}',
  'seatMap.range': '{first}–{last}',
  'seatMap.columnsUnreadable':
    'The stored seat map cannot be read ({part}). Publish the map again, or update the program.',
} as const;
