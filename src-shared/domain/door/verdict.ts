/** What a door says. One word each, the same on every screen. */
export const VERDICTS = [
  'ADMIT',
  'ALREADY_USED',
  'CANCELLED',
  'NOT_PAID',
  'WRONG_EVENT',
  'BAD_SIGNATURE',
  'UNKNOWN',
] as const;
export type Verdict = (typeof VERDICTS)[number];
