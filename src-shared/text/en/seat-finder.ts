export const seatFinderText = {
  'seatFinder.TOGETHER': '{seats}: one row, together, no single seat left over',
  'seatFinder.TOGETHER_SINGLE_LEFT': '{seats}: one row, together; a single seat is left beside it',
  'seatFinder.ADJOINING_ROWS': '{seats}: in {rows} rows, one behind the other, nobody alone',
  'seatFinder.ONE_SECTION': '{seats}: in one section, in {places} places',
  'seatFinder.ACROSS_SECTIONS': '{seats}: in {sections} sections',
  'seatFinder.TABLE': '{seats}: at one table',
  'seatFinder.TABLES': '{seats}: at {rows} tables next to each other',
  'seatFinder.AREA': '{area}: {count} places',
  'seatFinder.withNotes': '{reason}; {notes}',
  'seatFinder.onAisle': 'on an aisle',
  'seatFinder.restrictedView': 'restricted view: {count}',
  'seatFinder.sittingAlone': 'sitting alone: {count}',
} as const;
