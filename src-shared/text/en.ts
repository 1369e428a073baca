/** English. Each subject keeps its texts in its own file; a key may stand in one file only. */
import { demoText } from './en/demo.ts';
import { planImportText } from './en/plan-import.ts';
import { seatFinderText } from './en/seat-finder.ts';
import { seatMapText } from './en/seat-map.ts';

export const en = { ...demoText, ...planImportText, ...seatFinderText, ...seatMapText } as const;
