/** A picture in black and white as receipt printers take it: rows of whole bytes, most significant bit leftmost, 1 is black. */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytes: Uint8Array;
}

export function bytesPerRow(widthDots: number): number {
  return Math.ceil(widthDots / 8);
}

export function createBitmap(widthDots: number, heightDots: number): Bitmap {
  return { widthDots, heightDots, bytes: new Uint8Array(bytesPerRow(widthDots) * heightDots) };
}

export function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  return ((bitmap.bytes[y * bytesPerRow(bitmap.widthDots) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

export function setBlack(bitmap: Bitmap, x: number, y: number): void {
  const at = y * bytesPerRow(bitmap.widthDots) + (x >> 3);
  bitmap.bytes[at] = (bitmap.bytes[at] ?? 0) | (0x80 >> (x & 7));
}
