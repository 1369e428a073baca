/**
 * Reads the first layout of packed columns, which maps published by older programs have. Little-endian:
 *
 *   0  magic "PSMC"     4  version 1, uint16     6  zero, uint16     8  seats n, uint32     12  length of the tables, uint32
 *  16  tables: JSON as ASCII, with an id and a label a seat
 *   …  x, y, radius: n × float32 each · section, row, quality: n × uint16 each · category, kind, flags: n × uint8 each
 */
import { isListOf, readAsciiJson } from './ascii-json.ts';
import type { SeatColumns } from './columns.ts';
import { SeatIds } from './seat-ids.ts';

const HEADER_BYTES = 16;
const BYTES_PER_SEAT = 3 * 4 + 3 * 2 + 3;

interface Tables extends Pick<SeatColumns, 'labels' | 'sections' | 'rows' | 'categories'> {
  readonly ids: readonly string[];
}

export function isVersionOne(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_BYTES && viewOf(bytes).getUint16(4, true) === 1;
}

/** The columns of version 1 bytes, or null when they are cut short or altered. */
export function unpackVersionOne(bytes: Uint8Array): SeatColumns | null {
  const view = viewOf(bytes);
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'PSMC') return null;
  const count = view.getUint32(8, true);
  const tablesEnd = HEADER_BYTES + view.getUint32(12, true);
  if (bytes.length !== tablesEnd + count * BYTES_PER_SEAT) return null;
  const read = readAsciiJson(bytes.subarray(HEADER_BYTES, tablesEnd)) as Tables | null;
  if (!isListOf(read, 'ids', 'labels', 'sections', 'rows', 'categories')) return null;
  const { ids, ...tables } = read;
  if (ids.length !== count || tables.labels.length !== count) return null;
  // A copy that begins at a multiple of 4, since typed arrays do.
  const { buffer } = new Uint8Array(bytes.subarray(tablesEnd));
  let at = 0;
  const take = (width: number): number => (at += width * count) - width * count;
  const floats = (): Float32Array => new Float32Array(buffer, take(4), count);
  const shorts = (): Uint16Array => new Uint16Array(buffer, take(2), count);
  const octets = (): Uint8Array => new Uint8Array(buffer, take(1), count);
  const [x, y, radius] = [floats(), floats(), floats()];
  const [section, row, quality] = [shorts(), shorts(), shorts()];
  const [category, kind, flags] = [octets(), octets(), octets()];
  return { count, x, y, radius, section, row, category, kind, flags, quality, ids: SeatIds.of(ids), ...tables };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
