/** English. Each subject keeps its texts in its own file; a key may stand in one file only. */
import { frameText } from './en/frame.ts';
import { seatMapText } from './en/seat-map.ts';
import { uiText } from './en/ui.ts';

export const en = { ...frameText, ...seatMapText, ...uiText } as const;
