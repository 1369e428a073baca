/**
 * The little of fontkit that typesetting uses. It is the engine under pdfmake, so what is measured with it is what the
 * PDF sets. The package ships no types: they are stated here, and it is loaded the way pdfmake loads it.
 */
import { createRequire } from 'node:module';

export interface PathCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  /** x and y in turn, in font units, y growing upwards. */
  readonly args: readonly number[];
}

interface GlyphRun {
  readonly glyphs: readonly { readonly path: { readonly commands: readonly PathCommand[] } }[];
  readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  readonly advanceWidth: number;
}

export interface Font {
  readonly unitsPerEm: number;
  readonly ascent: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  /** Shapes one word or line: joins Arabic letters, orders right-to-left ones, kerns. */
  layout(text: string): GlyphRun;
}

interface FontEngine {
  create(bytes: Uint8Array): Font;
}

const engine: FontEngine = createRequire(import.meta.url)('fontkit');

export function parseFont(bytes: Uint8Array): Font {
  return engine.create(bytes);
}
