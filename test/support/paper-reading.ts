/**
 * Reads a PDF back as a person and a scanner would: rasterised by pdfium, its codes decoded by ZXing. Neither shares
 * anything with what wrote it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

export interface ReadPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly text: string;
  readonly qr: readonly string[];
  readonly code128: readonly string[];
}

const MM_PER_POINT = 25.4 / 72;

let prepared: Promise<unknown> | null = null;

function prepareReader(): Promise<unknown> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepared ??= prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer },
    fireImmediately: true,
  });
  return prepared;
}

/** Every page, its codes read at the given resolution. 200 dpi is a cheap office printer. */
export async function readPdf(pdf: Uint8Array, dpi = 200): Promise<ReadPage[]> {
  await prepareReader();
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pages: ReadPage[] = [];
    for (const page of document.pages()) {
      // Rendering closes the page: everything else is asked of it before.
      const text = page.getText();
      const { data, width, height, originalWidth, originalHeight } = await page.render({
        scale: dpi / 72,
        render: 'bitmap',
      });
      const found = await readBarcodes(
        { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as ImageData,
        // Never at a third of the resolution too: there a bar is less than a pixel, and two characters can be read as others.
        { formats: ['QRCode', 'Code128'], maxNumberOfSymbols: 16, tryDownscale: false },
      );
      const ofFormat = (format: string) => found.filter((each) => each.format === format).map((each) => each.text);
      pages.push({
        widthMm: originalWidth * MM_PER_POINT,
        heightMm: originalHeight * MM_PER_POINT,
        text,
        qr: ofFormat('QRCode'),
        code128: ofFormat('Code128'),
      });
    }
    document.destroy();
    return pages;
  } finally {
    library.destroy();
  }
}
