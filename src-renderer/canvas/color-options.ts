/** The colours that categories and holds are offered: told apart by colour-blind people, and carrying white figures. */
import { categoryColor } from '../../src-shared/domain/seat-map/category-style.ts';
import { text } from '../../src-shared/text/text.ts';
import { inkOn } from './contrast.ts';

const OFFERED = 8;

/** The colours on offer, and the one in use when it is none of them. */
export function colorOptions(current: string): { color: string; ink: string; name: string }[] {
  const offered = Array.from({ length: OFFERED }, (_, index) => categoryColor(index));
  const all = offered.includes(current.toLowerCase()) ? offered : [...offered, current];
  return all.map((color, index) => ({
    color,
    ink: inkOn(color),
    name: text('office.colourNumber', { number: index + 1 }),
  }));
}
