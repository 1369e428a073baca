/**
 * Colours and letters for categories whose file gives none. The letter stands beside the colour: meaning is never in
 * the colour alone.
 */

/** Colours that colour-blind people can tell apart (after Okabe and Ito), dark enough for white numbers on them. */
const COLORS = ['#8e4585', '#1f6fb2', '#1d8068', '#b45a14', '#a63d57', '#5b5fc7', '#6b7a1e', '#546070'] as const;

export function categoryColor(index: number): string {
  return COLORS[index % COLORS.length] ?? COLORS[0];
}

/** A to Z, then AA, AB … */
export function categoryLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : categoryLetter(Math.floor(index / 26) - 1) + last;
}
