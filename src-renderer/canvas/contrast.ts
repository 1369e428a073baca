/** Contrast as WCAG 2.2 counts it, and the inks chosen by it. Colours are `#rrggbb`. */

/** The least contrast of text with what it stands on (WCAG 2.2, 1.4.3, AA). */
export const TEXT_CONTRAST = 4.5;
/** The least contrast of a mark or outline with what it stands on (WCAG 2.2, 1.4.11). */
export const MARK_CONTRAST = 3;

export type Rgb = readonly [number, number, number];

/** Red, green and blue from 0 to 255; null when the text is not `#rrggbb`. */
export function parseColor(color: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  return match === null ? null : [parseInt(match[1]!, 16), parseInt(match[2]!, 16), parseInt(match[3]!, 16)];
}

export function formatColor(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** White where it is legible, else black: one of the two always is (at least 4.58). */
export function inkOn(fill: string): string {
  return contrast('#ffffff', fill) >= TEXT_CONTRAST ? '#ffffff' : '#000000';
}

/** Goes from `color` (0) towards `other` (1). */
export function mix(color: string, other: string, amount: number): string {
  const from = parseColor(color) ?? NEUTRAL;
  const to = parseColor(other) ?? NEUTRAL;
  return formatColor([0, 1, 2].map((i) => from[i]! + (to[i]! - from[i]!) * amount) as unknown as Rgb);
}

/** Darkens the colour, keeping its hue, until it stands out from `ground` by `least`. */
export function standOut(color: string, ground: string, least: number): string {
  for (let amount = 0; amount < 1; amount += 0.05) {
    const darker = mix(color, '#000000', amount);
    if (contrast(darker, ground) >= least) return darker;
  }
  return '#000000';
}

/** A plan's colour may be anything; what is not a colour is drawn mid-grey. */
const NEUTRAL: Rgb = [107, 114, 128];

function luminance(color: string): number {
  const [red, green, blue] = (parseColor(color) ?? NEUTRAL).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
