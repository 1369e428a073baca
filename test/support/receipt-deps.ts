import { openFonts } from '../../src-main/documents/fonts.ts';
import { createRasterText } from '../../src-main/documents/raster-text.ts';
import { createTypesetter } from '../../src-main/documents/typesetting.ts';

export const fonts = openFonts();
export const typesetter = createTypesetter(fonts);
export const receiptDeps = { rasterText: createRasterText(typesetter, fonts) };
