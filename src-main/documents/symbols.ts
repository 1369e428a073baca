/** QR and Code 128 as plain modules; whoever draws them turns these into paths. */
import bwipjs from 'bwip-js/node';
import qrcode from 'qrcode';
import type { QrLevel } from '../../src-shared/domain/receipt/escpos-decoder.ts';
import type { ReceiptSymbols } from '../../src-shared/domain/receipt/escpos-picture.ts';

/** Rows of modules, true for black, without the four modules of quiet zone a QR code needs around it. */
export function qrModules(data: string, level: QrLevel): boolean[][] {
  const { modules } = qrcode.create(data, { errorCorrectionLevel: level });
  return Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_unused, x) => modules.get(y, x) !== 0),
  );
}

/** Widths in modules, bar first, without the ten modules of quiet zone Code 128 needs on both sides. */
export function code128Widths(data: string): readonly number[] {
  const [symbol] = bwipjs.raw({ bcid: 'code128', text: data }) as readonly { readonly sbs?: readonly number[] }[];
  const widths = symbol?.sbs ?? [];
  return widths;
}

export const receiptSymbols: ReceiptSymbols = { qr: qrModules, code128: code128Widths };
