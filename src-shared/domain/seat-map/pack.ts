/**
 * A published map as bytes, for a store's blob and the way to a window. Little-endian; a section's seats lie together,
 * so that a reader takes one section or all of them without touching the rest:
 *
 *   0  magic "PSMC"              4  version, uint16          6  bytes of a label's index, uint16: 2 or 4
 *   8  seats, uint32            12  sections, uint32        16  length of the tables, uint32
 *  20  length of the scenery, uint32
 *  24  directory, an entry a section and one for the end: ordinal of its first seat, uint32 · where its ids begin among
 *      all ids' bytes, uint32
 *   …  a block a section, each part with a value a seat: x, y, radius float32 · end of the id among all ids' bytes,
 *      uint32 · label uint16 or uint32 · row, quality uint16 · category, kind, flags uint8 · the ids as SeatIds writes
 *      them · zeros up to a multiple of 4
 *   …  tables, then scenery: JSON in which characters beyond ASCII are escaped, so the bytes are UTF-8 whatever a name
 *      holds, lone surrogates included
 *
 * A new layout is a new version; this program reads the versions it knows and says so of others.
 */
import { text } from '../../text/text.ts';
import { assert, fail, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { SeatColumns } from './columns.ts';
import type { Area, SeatMapDocument, Shape } from './document.ts';
import { isVersionOne, unpackVersionOne } from './pack-version-one.ts';
import { isListOf, readAsciiJson, toAsciiJson } from './ascii-json.ts';
import { SeatIds } from './seat-ids.ts';

/** What a map shows besides its seats. */
export interface Scenery {
  readonly shapes: readonly Shape[];
  readonly areas: readonly Area[];
}

export interface PackedMap {
  readonly columns: SeatColumns;
  readonly scenery: Scenery;
}

export const PACK_MAGIC = 0x434d_5350;
const VERSION = 2;
const HEADER_BYTES = 24;
const ENTRY_BYTES = 8;
/** x, y, radius, end of the id; row, quality; category, kind, flags. A label's index comes on top. */
const BYTES_PER_SEAT = 4 * 4 + 2 * 2 + 3;

// Blocks are read as typed arrays, which take the machine's own order: every machine the program runs on has this one.
assert(new Uint8Array(Uint16Array.of(1).buffer)[0] === 1, 'the machine is little-endian');

interface Tables extends Pick<SeatColumns, 'sections' | 'rows' | 'categories' | 'focalPoint'> {
  /** Each label once. */
  readonly labels: readonly string[];
}

/** Where a section's seats are in a packed map. */
interface Block {
  readonly firstSeat: number;
  readonly seats: number;
  readonly firstIdByte: number;
  readonly idBytes: number;
  readonly start: number;
}

export function sceneryOf({ shapes, areas = [] }: SeatMapDocument): Scenery {
  return { shapes, areas };
}

/** The map as one run of bytes; unpackMap gives the same map back. */
export function packMap({ columns, scenery }: PackedMap): Uint8Array {
  const { sections, rows, categories, focalPoint, count } = columns;
  const labels = [...new Set(columns.labels)];
  const labelBytes = labels.length > 0xffff ? 4 : 2;
  const tables = toAsciiJson({
    labels,
    sections,
    rows,
    categories,
    ...(focalPoint && { focalPoint }),
  } satisfies Tables);
  const shown = toAsciiJson(scenery);
  const blocks = blocksOf(directoryOf(columns), labelBytes);
  const end = endOf(blocks, sections.length, labelBytes);
  const bytes = new Uint8Array(end + tables.length + shown.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, PACK_MAGIC, true);
  head.setUint16(4, VERSION, true);
  head.setUint16(6, labelBytes, true);
  new Uint32Array(bytes.buffer, 8, 4).set([count, sections.length, tables.length, shown.length]);
  new Uint32Array(bytes.buffer, HEADER_BYTES, 2 * (sections.length + 1)).set(directoryOf(columns));
  const indexByLabel = new Map(labels.map((label, index) => [label, index]));
  const label = Uint32Array.from(columns.labels, (of) => indexByLabel.get(of)!);
  for (const block of blocks) {
    const parts = partsOf(bytes.buffer, 0, block, labelBytes);
    const own = <T extends { subarray(from: number, to: number): T }>(column: T): T =>
      column.subarray(block.firstSeat, block.firstSeat + block.seats);
    for (const name of COLUMNS) parts[name].set(own(columns[name]));
    parts.idEnd.set(own(columns.ids.ends));
    parts.label.set(own(label));
    parts.ids.set(columns.ids.bytes.subarray(block.firstIdByte, block.firstIdByte + block.idBytes));
  }
  writeAscii(bytes, end, tables);
  writeAscii(bytes, end + tables.length, shown);
  return bytes;
}

/** The map of packed bytes. Errors: COLUMNS_UNREADABLE when they are cut short, altered or of an unknown version. */
export function unpackMap(bytes: Uint8Array): Result<PackedMap> {
  const file = openPack(bytes);
  if (typeof file === 'string') return unreadable(file);
  const columns = columnsOf(file, 0, file.blocks.length);
  if (columns === null) return unreadable('blocks');
  const scenery = readAsciiJson(bytes.subarray(bytes.length - file.sceneryBytes)) as Scenery | null;
  if (!isListOf(scenery, 'shapes', 'areas')) return unreadable('scenery');
  return ok({ columns, scenery });
}

/** The columns of a packed map of this version or the one before. Errors: as of unpackMap. */
export function unpackColumns(bytes: Uint8Array): Result<SeatColumns> {
  if (isVersionOne(bytes)) {
    const columns = unpackVersionOne(bytes);
    return columns === null ? unreadable('version 1') : ok(columns);
  }
  const file = openPack(bytes);
  if (typeof file === 'string') return unreadable(file);
  const columns = columnsOf(file, 0, file.blocks.length);
  return columns === null ? unreadable('blocks') : ok(columns);
}

/**
 * The columns of one section's seats, with the tables of the whole map; ordinal 0 is the section's first seat. Errors:
 * as of unpackMap.
 */
export function unpackSection(bytes: Uint8Array, section: number): Result<SeatColumns> {
  const file = openPack(bytes);
  if (typeof file === 'string') return unreadable(file);
  assert(section >= 0 && section < file.blocks.length, `the map has a section ${section}`);
  const columns = columnsOf(file, section, section + 1);
  return columns === null ? unreadable('blocks') : ok(columns);
}

interface PackFile {
  readonly buffer: ArrayBufferLike;
  readonly offset: number;
  readonly labelBytes: 2 | 4;
  readonly blocks: readonly Block[];
  readonly tables: Tables;
  readonly sceneryBytes: number;
}

/** The parts of packed bytes, or which of them is not as it must be. */
function openPack(given: Uint8Array): PackFile | string {
  // Typed arrays begin at multiples of their size, and stores hand bytes over in the middle of larger buffers.
  const bytes = given.byteOffset % 4 === 0 ? given : new Uint8Array(given);
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || head.getUint32(0, true) !== PACK_MAGIC) return 'magic';
  if (head.getUint16(4, true) !== VERSION) return 'version';
  const labelBytes = head.getUint16(6, true);
  if (labelBytes !== 2 && labelBytes !== 4) return 'label width';
  const { buffer, byteOffset: offset } = bytes;
  const [count, sections, tablesBytes, sceneryBytes] = new Uint32Array(buffer, offset + 8, 4) as unknown as number[];
  if (HEADER_BYTES + ENTRY_BYTES * (sections! + 1) > bytes.length) return 'length';
  const directory = new Uint32Array(buffer, offset + HEADER_BYTES, 2 * (sections! + 1));
  if (!isDirectory(directory, count!)) return 'directory';
  const blocks = blocksOf(directory, labelBytes);
  const end = endOf(blocks, sections!, labelBytes);
  if (bytes.length !== end + tablesBytes! + sceneryBytes!) return 'length';
  const tables = readAsciiJson(bytes.subarray(end, end + tablesBytes!)) as Tables | null;
  if (!isListOf(tables, 'labels', 'sections', 'rows', 'categories')) return 'tables';
  if (tables.sections.length !== sections) return 'tables';
  return { buffer, offset, labelBytes, blocks, tables, sceneryBytes: sceneryBytes! };
}

/** The columns of the sections from one to before another, or null when a label or an id is not where it should be. */
function columnsOf(file: PackFile, from: number, to: number): SeatColumns | null {
  const blocks = file.blocks.slice(from, to);
  const firstSeat = blocks[0]?.firstSeat ?? 0;
  const firstIdByte = blocks[0]?.firstIdByte ?? 0;
  const count = blocks.reduce((sum, { seats }) => sum + seats, 0);
  const columns = {
    x: new Float32Array(count),
    y: new Float32Array(count),
    radius: new Float32Array(count),
    row: new Uint16Array(count),
    quality: new Uint16Array(count),
    category: new Uint8Array(count),
    kind: new Uint8Array(count),
    flags: new Uint8Array(count),
  };
  const section = new Uint16Array(count);
  const idEnds = new Uint32Array(count);
  const idBytes = new Uint8Array(blocks.reduce((sum, block) => sum + block.idBytes, 0));
  const labels: string[] = [];
  for (const [index, block] of blocks.entries()) {
    const at = block.firstSeat - firstSeat;
    const parts = partsOf(file.buffer, file.offset, block, file.labelBytes);
    for (const name of COLUMNS) columns[name].set(parts[name], at);
    section.fill(from + index, at, at + block.seats);
    idEnds.set(parts.idEnd, at);
    idBytes.set(parts.ids, block.firstIdByte - firstIdByte);
    for (const index of parts.label) {
      const label = file.tables.labels[index];
      if (label === undefined) return null;
      labels.push(label);
    }
  }
  if ((idEnds.at(-1) ?? firstIdByte) - firstIdByte !== idBytes.length || !rises(idEnds, firstIdByte)) return null;
  const ids = new SeatIds(idBytes, firstIdByte === 0 ? idEnds : idEnds.map((end) => end - firstIdByte));
  const { sections, rows, categories, focalPoint } = file.tables;
  return { count, ...columns, section, ids, labels, sections, rows, categories, ...(focalPoint && { focalPoint }) };
}

const COLUMNS = ['x', 'y', 'radius', 'row', 'quality', 'category', 'kind', 'flags'] as const;

/** Views on the parts of a block. */
function partsOf(buffer: ArrayBufferLike, offset: number, { start, seats, idBytes }: Block, labelBytes: 2 | 4) {
  let at = offset + start;
  const take = (bytes: number): number => (at += bytes) - bytes;
  return {
    x: new Float32Array(buffer, take(4 * seats), seats),
    y: new Float32Array(buffer, take(4 * seats), seats),
    radius: new Float32Array(buffer, take(4 * seats), seats),
    idEnd: new Uint32Array(buffer, take(4 * seats), seats),
    label:
      labelBytes === 2
        ? new Uint16Array(buffer, take(2 * seats), seats)
        : new Uint32Array(buffer, take(4 * seats), seats),
    row: new Uint16Array(buffer, take(2 * seats), seats),
    quality: new Uint16Array(buffer, take(2 * seats), seats),
    category: new Uint8Array(buffer, take(seats), seats),
    kind: new Uint8Array(buffer, take(seats), seats),
    flags: new Uint8Array(buffer, take(seats), seats),
    ids: new Uint8Array(buffer, take(idBytes), idBytes),
  };
}

/** First seat and first id byte of each section and of the end. */
function directoryOf({ count, section, sections, ids }: SeatColumns): Uint32Array {
  const directory = new Uint32Array(2 * (sections.length + 1));
  let ordinal = 0;
  for (let index = 0; index <= sections.length; index++) {
    while (ordinal < count && section[ordinal]! < index) ordinal++;
    directory[2 * index] = ordinal;
    directory[2 * index + 1] = ordinal === 0 ? 0 : ids.ends[ordinal - 1]!;
  }
  assert(ordinal === count && section.every((of, i) => i === 0 || section[i - 1]! <= of), 'sections follow each other');
  return directory;
}

function rises(values: Uint32Array, from: number): boolean {
  let before = from;
  for (const value of values) {
    if (value < before) return false;
    before = value;
  }
  return true;
}

function isDirectory(directory: Uint32Array, count: number): boolean {
  const rises = directory.every((value, index) => index < 2 || value >= directory[index - 2]!);
  return rises && directory[0] === 0 && directory[1] === 0 && directory.at(-2) === count;
}

function blocksOf(directory: Uint32Array, labelBytes: 2 | 4): Block[] {
  let start = HEADER_BYTES + ENTRY_BYTES * (directory.length / 2);
  const blocks: Block[] = [];
  for (let at = 0; at + 2 < directory.length; at += 2) {
    const [firstSeat, firstIdByte] = [directory[at]!, directory[at + 1]!];
    const [seats, idBytes] = [directory[at + 2]! - firstSeat, directory[at + 3]! - firstIdByte];
    blocks.push({ firstSeat, seats, firstIdByte, idBytes, start });
    start += blockBytes(seats, idBytes, labelBytes);
  }
  return blocks;
}

function blockBytes(seats: number, idBytes: number, labelBytes: number): number {
  return Math.ceil((seats * (BYTES_PER_SEAT + labelBytes) + idBytes) / 4) * 4;
}

function endOf(blocks: readonly Block[], sections: number, labelBytes: number): number {
  const last = blocks.at(-1);
  if (last === undefined) return HEADER_BYTES + ENTRY_BYTES * (sections + 1);
  return last.start + blockBytes(last.seats, last.idBytes, labelBytes);
}

function writeAscii(bytes: Uint8Array, at: number, ascii: string): void {
  for (let index = 0; index < ascii.length; index++) bytes[at + index] = ascii.charCodeAt(index);
}

function unreadable(part: string) {
  return fail('COLUMNS_UNREADABLE', text('seatMap.columnsUnreadable', { part }), { part });
}
