export const seatMapText = {
  'seatMap.seat': 'Seat {label}',
} as const;
