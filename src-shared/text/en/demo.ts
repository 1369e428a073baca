export const demoText = {
  'demo.generatedHouse': 'House of {seats} seats',
  'demo.tier': 'Tier {number}',
} as const;
