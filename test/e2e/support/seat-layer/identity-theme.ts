import type { SeatTheme } from '../../../../src-renderer/canvas/marks.ts';

/** A style for each seat, its colour the seat's ordinal and 1: what is drawn can be counted seat by seat. */
export function createIdentityTheme({ count }: { readonly count: number }): SeatTheme {
  const styles = Array.from({ length: count }, (_, i) => ({
    key: String(i),
    name: String(i),
    fill: `#${(i + 1).toString(16).padStart(6, '0')}`,
    stroke: null,
    ink: '#000000',
    mark: 'SOLID' as const,
    letter: null,
  }));
  return { key: 'IDENTITY', styles, styleOf: (ordinal) => ordinal };
}
