/** English. Each subject keeps its texts in its own file; a key may stand in one file only. */
import { seatMapText } from './en/seat-map.ts';
import { shellText } from './en/shell.ts';
import { startText } from './en/start.ts';

export const en = { ...seatMapText, ...shellText, ...startText } as const;
