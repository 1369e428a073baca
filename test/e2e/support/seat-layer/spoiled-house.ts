/** Houses as a broken import may leave them. */
import type { SeatColumns } from '../../../../src-shared/domain/seat-map/columns.ts';

export type Spoiling =
  | 'NOTHING'
  | 'NOWHERE'
  | 'ONE_PLACE'
  | 'STRAYS'
  | 'NO_RADIUS'
  | 'GIANT_RADIUS'
  | 'ANY_RADIUS'
  | 'LONG_LABELS';

export function spoil(house: SeatColumns, how: Spoiling): SeatColumns {
  const x = house.x.slice();
  const y = house.y.slice();
  const radius = house.radius.slice();
  const some = Array.from({ length: Math.ceil(house.count / 50) }, (_, i) => i * 50);
  switch (how) {
    case 'NOTHING':
      break;
    case 'NOWHERE':
      some.forEach((seat, i) => (x[seat] = [Number.NaN, Infinity, -Infinity][i % 3]!));
      some.forEach((seat, i) => (y[seat] = [0, Number.NaN][i % 2]!));
      break;
    case 'ONE_PLACE':
      x.fill(10);
      y.fill(20);
      break;
    case 'STRAYS':
      for (const [i, seat] of some.slice(0, 4).entries()) [x[seat], y[seat]] = [i % 2 ? 1e6 : -1e6, i < 2 ? 1e6 : 0];
      break;
    case 'NO_RADIUS':
      some.forEach((seat, i) => (radius[seat] = [0, -5, Number.NaN][i % 3]!));
      break;
    case 'GIANT_RADIUS':
      radius[some[0]!] = 1e6;
      break;
    case 'ANY_RADIUS':
      radius.forEach((r, seat) => (radius[seat] = r * (0.5 + (seat % 997) / 997)));
      break;
    case 'LONG_LABELS':
      return {
        ...house,
        labels: house.labels.map((label, seat) => ['WWWWWWWW', '座席番号', `A-${label}`, ''][seat % 4]!),
      };
  }
  return { ...house, x, y, radius };
}
