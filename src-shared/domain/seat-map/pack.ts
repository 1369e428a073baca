/**
 * Columns as bytes, for a store's blob and the way to a window. Little-endian on every machine:
 *
 *   0  magic "PSMC"          4  version, uint16     6  zero, uint16
 *   8  seats n, uint32      12  length of the text part in bytes, uint32
 *  16  text part: JSON of the string tables; characters beyond ASCII are escaped, so the bytes are UTF-8 whatever a
 *      label holds, lone surrogates included
 *   …  x, y, radius: n × float32 each · section, row, quality: n × uint16 each · category, kind, flags: n × uint8 each
 *
 * A new layout is a new version; this program reads the versions it knows and says so of others.
 */
import { text } from '../../text/text.ts';
import { assert, fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { SeatColumns } from './columns.ts';

const MAGIC = 0x434d_5350;
const VERSION = 1;
const HEADER_BYTES = 16;
const BYTES_PER_SEAT = 3 * 4 + 3 * 2 + 3;

type Tables = Pick<SeatColumns, 'ids' | 'labels' | 'sections' | 'rows' | 'categories' | 'focalPoint'>;

/** The columns as one run of bytes; unpackColumns gives the same columns back. */
export function packColumns(columns: SeatColumns): Uint8Array {
  const { ids, labels, sections, rows, categories, focalPoint, count } = columns;
  const tables = asciiJson({
    ids,
    labels,
    sections,
    rows,
    categories,
    ...(focalPoint && { focalPoint }),
  } satisfies Tables);
  const bytes = new Uint8Array(HEADER_BYTES + tables.length + count * BYTES_PER_SEAT);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, VERSION, true);
  view.setUint32(8, count, true);
  view.setUint32(12, tables.length, true);
  for (let index = 0; index < tables.length; index++) bytes[HEADER_BYTES + index] = tables.charCodeAt(index);
  let at = HEADER_BYTES + tables.length;
  for (const column of [columns.x, columns.y, columns.radius]) {
    assert(column.length === count, 'every column has a value for each seat');
    for (const value of column) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  for (const column of [columns.section, columns.row, columns.quality]) {
    assert(column.length === count, 'every column has a value for each seat');
    for (const value of column) {
      view.setUint16(at, value, true);
      at += 2;
    }
  }
  for (const column of [columns.category, columns.kind, columns.flags]) {
    assert(column.length === count, 'every column has a value for each seat');
    bytes.set(column, at);
    at += count;
  }
  return bytes;
}

/** The columns of packed bytes. Errors: COLUMNS_UNREADABLE when they are cut short, altered or of an unknown version. */
export function unpackColumns(bytes: Uint8Array): Result<SeatColumns> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) return unreadable('magic');
  if (view.getUint16(4, true) !== VERSION) return unreadable('version');
  const count = view.getUint32(8, true);
  const tablesLength = view.getUint32(12, true);
  if (bytes.byteLength !== HEADER_BYTES + tablesLength + count * BYTES_PER_SEAT) return unreadable('length');
  const tables = readTables(bytes.subarray(HEADER_BYTES, HEADER_BYTES + tablesLength), count);
  if (tables === null) return unreadable('tables');
  let at = HEADER_BYTES + tablesLength;
  const floats = (): Float32Array => {
    const column = new Float32Array(count);
    for (let index = 0; index < count; index++, at += 4) column[index] = view.getFloat32(at, true);
    return column;
  };
  const shorts = (): Uint16Array => {
    const column = new Uint16Array(count);
    for (let index = 0; index < count; index++, at += 2) column[index] = view.getUint16(at, true);
    return column;
  };
  const octets = (): Uint8Array => {
    const column = bytes.slice(at, at + count);
    at += count;
    return column;
  };
  const [x, y, radius] = [floats(), floats(), floats()];
  const [section, row, quality] = [shorts(), shorts(), shorts()];
  const [category, kind, flags] = [octets(), octets(), octets()];
  return ok({ count, x, y, radius, section, row, category, kind, flags, quality, ...tables });
}

function unreadable(part: string) {
  return fail('COLUMNS_UNREADABLE', text('seatMap.columnsUnreadable', { part }), { part });
}

/** The string tables, or null when the bytes are not theirs. */
function readTables(bytes: Uint8Array, count: number): Tables | null {
  // A string built character by character is slow, and one call takes no more than some 100,000 arguments.
  let json = '';
  for (let at = 0; at < bytes.length; at += 8192) json += String.fromCharCode(...bytes.subarray(at, at + 8192));
  try {
    const tables = JSON.parse(json) as Tables;
    const lists = [tables.ids, tables.labels, tables.sections, tables.rows, tables.categories];
    const isWhole = lists.every(Array.isArray) && tables.ids.length === count && tables.labels.length === count;
    return isWhole ? tables : null;
  } catch {
    return null;
  }
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
