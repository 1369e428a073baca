/** Packs columns as programs did before sections had blocks of their own: databases of theirs are still read. */
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';

export function packVersionOne(columns: SeatColumns): Uint8Array {
  const { ids, labels, sections, rows, categories, count } = columns;
  const json = JSON.stringify({ ids: [...ids], labels, sections, rows, categories });
  const tables = Buffer.from(
    json.replace(/[\u007f-\uffff]/g, (char) => `\\u${hex(char.charCodeAt(0))}`),
    'ascii',
  );
  const head = Buffer.alloc(16);
  head.write('PSMC', 0, 'ascii');
  head.writeUInt16LE(1, 4);
  head.writeUInt32LE(count, 8);
  head.writeUInt32LE(tables.length, 12);
  const { x, y, radius, section, row, quality, category, kind, flags } = columns;
  const parts = [x, y, radius, section, row, quality, category, kind, flags].map((column) =>
    Buffer.from(column.buffer, column.byteOffset, column.byteLength),
  );
  return new Uint8Array(Buffer.concat([head, tables, ...parts]));
}

function hex(unit: number): string {
  return unit.toString(16).padStart(4, '0');
}
