/** English. Each subject keeps its texts in its own file; a key may stand in one file only. */
import { seatMapText } from './en/seat-map.ts';

export const en = { ...seatMapText } as const;
