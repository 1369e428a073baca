/** English. Each subject keeps its texts in its own file; a key may stand in one file only. */
import { seatLayerText } from './en/seat-layer.ts';
import { seatMapText } from './en/seat-map.ts';

export const en = { ...seatLayerText, ...seatMapText } as const;
