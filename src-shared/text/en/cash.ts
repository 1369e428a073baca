export const cashText = {
  'cash.noSession': 'No drawer is open here. Open it with a counted float to take cash.',
  'cash.sessionOfOther': 'The open drawer belongs to {name}. Sell by card, or close that drawer first.',
  'cash.counting': 'The drawer is being counted. Go back to selling first.',
} as const;
