export const eventText = {
  'event.standardType': 'Standard',
  'event.notFound': 'There is no such event. It may belong to another house.',
  'event.doorsAfterStart': 'The doors open after the start. Set them to the start or before.',
  'event.endNotAfterStart': 'The end is not after the start. If it ends after midnight, set the next day.',
  'event.mapNotPublished':
    'This version of the map is a draft. Publish it first; an event stays on the version it was made with.',
  'event.mapNotFound': 'There is no such map.',
  'event.tooManyLevels':
    'The map has {count} categories; an event can have {limit} price levels. Merge some categories.',
  'event.changedMeanwhile': 'Somebody changed this event meanwhile. Look at it again, then make your change.',
  'event.closed': 'This event is {status}. Nothing about it can be changed any more.',
  'event.missing.seats': 'Its seats are not made yet.',
  'event.missing.prices': 'No seat has a price.',
  'event.missing.capacity':
    'More seats are open than its licence allows. Block some, or correct the licensed capacity.',
  'event.missing.future': 'It is over. Set a new date.',
  'event.notStarted': 'It has not begun. Only an event that has been played can be completed.',
  'event.overCapacity': 'That would open {open} seats; the licence allows {limit}.',
  'event.typeNamedTwice': 'Two ticket types are called {name}.',
  'event.typeUnknown': 'The ticket type {name} does not belong to this event, or stands here twice.',
  'event.compFirst': '{name} is first, but the first type is what a seat costs: a complimentary type cannot be it.',
  'event.levelUnknown': 'Line {line} of the grid is for a price level that is not of this event, or stands here twice.',
  'event.gridWidth': 'Line {line} of the grid has {amounts} prices for {types} ticket types.',
  'event.revenueRecognised': 'Sales of {title} became revenue',
} as const;
