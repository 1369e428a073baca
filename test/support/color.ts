/** Colours of a token sheet and their contrast by WCAG 2.2, for tests. */

export type Rgb = readonly [number, number, number];
export type Tokens = ReadonlyMap<string, string>;

/** The custom properties in force under a theme, by name without dashes. Rules without a theme hold for all. */
export function tokensOf(css: string, theme: string): Tokens {
  const tokens = new Map<string, string>();
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media[^{]*\{[\s\S]*?\}\s*\}/g, '');
  for (const [, selector = '', body = ''] of plain.matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    if (selector.includes('data-theme') && !selector.includes(`'${theme}'`) && !selector.includes("'light'")) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) tokens.set(name, value.trim());
  }
  return tokens;
}

/** The colour behind a name, through any `var()`. Anything but an opaque `#rrggbb` throws. */
export function hexToRgb(tokens: Tokens, name: string): Rgb {
  const value = tokens.get(name) ?? '';
  const reference = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (reference) return hexToRgb(tokens, reference);
  if (!/^#[0-9a-f]{6}$/.test(value)) throw new Error(`${name} is not a colour: ${value}`);
  const channel = (start: number) => Number.parseInt(value.slice(start, start + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** sRGB 0 to 255 as linear light 0 to 1. */
export function toLinear([red, green, blue]: Rgb): Rgb {
  const one = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [one(red), one(green), one(blue)];
}

export function contrastRatio(left: Rgb, right: Rgb): number {
  const luminance = (color: Rgb) => {
    const [red, green, blue] = toLinear(color);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(left), luminance(right)].sort((one, other) => other - one) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
