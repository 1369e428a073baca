/**
 * The fonts paper is set in, and which one stands in for a character another does not have.
 *
 * Playfair Display for titles and Roboto for text (it comes with pdfmake); DejaVu Sans for the scripts these lack
 * (Hebrew, Arabic, Armenian, Georgian, symbols …), Noto Emoji for emoji, drawn in one colour as a printer needs it.
 * Chinese, Japanese, Korean, Thai and the scripts of India are in none of them: such characters are drawn as an empty
 * box, and `unprintableCharacters` names them so that a screen can warn before anything is printed.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFont } from './font-engine.ts';
import type { Font } from './font-engine.ts';

export const FONT_NAMES = ['Title', 'Text', 'TextMedium', 'Wide', 'WideBold', 'Emoji'] as const;
export type FontName = (typeof FONT_NAMES)[number];

/** How a text is to look; each face has its own order of fonts to look a character up in. */
export type Face = 'TITLE' | 'TEXT' | 'STRONG';

export const FONTS_BY_FACE: Readonly<Record<Face, readonly FontName[]>> = {
  TITLE: ['Title', 'TextMedium', 'WideBold', 'Emoji'],
  TEXT: ['Text', 'Wide', 'Emoji'],
  STRONG: ['TextMedium', 'WideBold', 'Emoji'],
};

export interface OpenFont {
  readonly name: FontName;
  readonly path: string;
  readonly font: Font;
  has(codePoint: number): boolean;
}

export type FontSet = Readonly<Record<FontName, OpenFont>>;

/** Where the fonts lie in a checkout; a packaged program passes its own folder to `openFonts`. */
const ASSETS_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'assets', 'fonts');

/** The fonts for the life of the program; each is read and parsed once, when a text first needs it. */
export function openFonts(assetsFolder: string = ASSETS_FOLDER): FontSet {
  const robotoFolder = dirname(createRequire(import.meta.url).resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'));
  return {
    Title: openFont('Title', join(assetsFolder, 'PlayfairDisplay-Bold.ttf')),
    Text: openFont('Text', join(robotoFolder, 'Roboto-Regular.ttf')),
    TextMedium: openFont('TextMedium', join(robotoFolder, 'Roboto-Medium.ttf')),
    Wide: openFont('Wide', join(assetsFolder, 'DejaVuSans.ttf')),
    WideBold: openFont('WideBold', join(assetsFolder, 'DejaVuSans-Bold.ttf')),
    Emoji: openFont('Emoji', join(assetsFolder, 'NotoEmoji-Regular.ttf')),
  };
}

function openFont(name: FontName, path: string): OpenFont {
  const known = new Map<number, boolean>();
  let parsed: Font | null = null;
  const font = () => (parsed ??= parseFont(new Uint8Array(readFileSync(path))));
  return {
    name,
    path,
    get font() {
      return font();
    },
    has(codePoint) {
      let has = known.get(codePoint);
      if (has === undefined) {
        has = font().hasGlyphForCodePoint(codePoint);
        known.set(codePoint, has);
      }
      return has;
    },
  };
}
