/**
 * The ids of a map's seats in little room: 150,000 strings cost 10 MB, these bytes 3. An id is read out when somebody
 * names a seat, which is seldom more than a few at a time.
 *
 * An entry is a byte that says how it is written, and the id: UUIDs (in their canonical form) as 16 bytes, ids
 * of characters up to U+00FF as a byte a character, all others as two bytes a UTF-16 unit, low byte first.
 */
import { assert } from '../result.ts';

const AS_UUID = 0;
const AS_BYTES = 1;
const AS_UNITS = 2;

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const UUID_BYTES = 16;
/** Bytes of a UUID before which a dash is written. */
const DASHES = new Set([4, 6, 8, 10]);
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Slots a seat of the index by id: at two thirds full a search looks at two of them. */
const SLOTS_A_SEAT = 1.5;
const FREE = -1;

export class SeatIds implements Iterable<string> {
  readonly length: number;
  /** The entries, one after the other. */
  readonly bytes: Uint8Array;
  /** Where each entry ends in `bytes`. */
  readonly ends: Uint32Array;
  #slots: Int32Array | null = null;

  /** Of bytes and ends as another SeatIds had them. */
  constructor(bytes: Uint8Array, ends: Uint32Array) {
    assert((ends.at(-1) ?? 0) === bytes.length, 'the last id ends where the bytes end');
    this.length = ends.length;
    this.bytes = bytes;
    this.ends = ends;
  }

  static of(ids: readonly string[]): SeatIds {
    const ways = ids.map(wayOf);
    const ends = new Uint32Array(ids.length);
    let length = 0;
    ids.forEach((id, ordinal) => {
      const way = ways[ordinal];
      length += 1 + (way === AS_UUID ? UUID_BYTES : way === AS_BYTES ? id.length : 2 * id.length);
      ends[ordinal] = length;
    });
    const bytes = new Uint8Array(length);
    ids.forEach((id, ordinal) => write(bytes, ordinal === 0 ? 0 : ends[ordinal - 1]!, ways[ordinal]!, id));
    return new SeatIds(bytes, ends);
  }

  /** The id of a seat; an ordinal that the map does not have is a bug of whoever asks. */
  at(ordinal: number): string {
    const end = this.ends[ordinal];
    assert(end !== undefined, `the map has a seat ${ordinal}`);
    return read(this.bytes, this.#startOf(ordinal), end);
  }

  /** The ordinal of the seat with this id, or null. The first call builds an index of about 6 bytes a seat. */
  ordinalOf(id: string): number | null {
    const slots = (this.#slots ??= this.#index());
    for (let slot = hashOf(id) % slots.length; ; slot = (slot + 1) % slots.length) {
      const ordinal = slots[slot]!;
      if (ordinal === FREE) return null;
      if (this.at(ordinal) === id) return ordinal;
    }
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let ordinal = 0; ordinal < this.length; ordinal++) yield this.at(ordinal);
  }

  #startOf(ordinal: number): number {
    return ordinal === 0 ? 0 : this.ends[ordinal - 1]!;
  }

  #index(): Int32Array {
    const slots = new Int32Array(Math.ceil(this.length * SLOTS_A_SEAT) + 1).fill(FREE);
    for (let ordinal = 0; ordinal < this.length; ordinal++) {
      let slot = hashOf(this.at(ordinal)) % slots.length;
      while (slots[slot] !== FREE) slot = (slot + 1) % slots.length;
      slots[slot] = ordinal;
    }
    return slots;
  }
}

function wayOf(id: string): number {
  if (UUID.test(id)) return AS_UUID;
  for (let index = 0; index < id.length; index++) if (id.charCodeAt(index) > 0xff) return AS_UNITS;
  return AS_BYTES;
}

function write(bytes: Uint8Array, start: number, way: number, id: string): void {
  let at = start;
  bytes[at++] = way;
  if (way === AS_UUID) {
    const hex = id.replaceAll('-', '');
    for (let digit = 0; digit < hex.length; digit += 2) bytes[at++] = Number.parseInt(hex.slice(digit, digit + 2), 16);
    return;
  }
  for (let index = 0; index < id.length; index++) {
    const unit = id.charCodeAt(index);
    bytes[at++] = unit;
    if (way === AS_UNITS) bytes[at++] = unit >> 8;
  }
}

function read(bytes: Uint8Array, start: number, end: number): string {
  const way = bytes[start];
  let id = '';
  if (way === AS_UUID) {
    for (let byte = 0; byte < UUID_BYTES; byte++) {
      if (DASHES.has(byte)) id += '-';
      id += HEX[bytes[start + 1 + byte]!];
    }
  } else if (way === AS_BYTES) {
    for (let at = start + 1; at < end; at++) id += String.fromCharCode(bytes[at]!);
  } else {
    for (let at = start + 1; at < end; at += 2) id += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8));
  }
  return id;
}

/** FNV-1a over the UTF-16 units. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
