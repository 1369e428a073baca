/** Scans that go nowhere. */
export const scanText = {
  'scan.dialogOpen': 'A scan came while something was open. Finish or close it, then scan again.',
  'scan.tooMany': '{count} scans are waiting already. Scan this one again when they are done.',
} as const;
