/**
 * Bytes for what crosses a socket: MessagePack, plus the typed arrays that a structured clone would keep. Both roads
 * to the core must hand over the same values, or a screen works in one shell and not in the other.
 *
 * As in JSON, a property that is undefined is left out and −0 comes back as 0.
 */
import { decode, encode, ExtensionCodec } from '@msgpack/msgpack';
import type { FromCore, ToCore } from './wire.ts';

/** What a page may send over its socket, and what it may hear; the rest of the wire is between shell and core. */
export type FromPage = Extract<ToCore, { kind: 'call' }>;
export type ToPage = Extract<FromCore, { kind: 'answer' | 'notice' }>;

/** The WebSocket subprotocol; it changes with the wire, so that an old page and a new program part at once. */
export const socketProtocol = 'parterre.1';

/** The key goes as a second subprotocol: a header a page can set, and that stands in no address. */
export const socketKeyPrefix = 'key.';

/** The most one frame may weigh: an uploaded file of 64 MB with room for what is around it. */
export const frameBytesMax = 64 * 1024 * 1024 + 64 * 1024;

/** Numbers are part of the wire: append, never reorder. Uint8Array is not here, MessagePack has bytes of its own. */
const typedArrays = [
  Int8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
] as const;

const extensionCodec = new ExtensionCodec();
typedArrays.forEach((TypedArray, type) =>
  extensionCodec.register({
    type,
    encode: (value) =>
      value instanceof TypedArray ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null,
    // Copied, because a frame's bytes start anywhere and a typed array must start on a multiple of its width.
    decode: (bytes) => new TypedArray(new Uint8Array(bytes).buffer),
  }),
);

export function encodeFrame(value: unknown): Uint8Array<ArrayBuffer> {
  return encode(value, { extensionCodec, ignoreUndefined: true });
}

/** Throws on bytes that are no frame: whoever sent them is not ours. */
export function decodeFrame(bytes: Uint8Array): unknown {
  // A view of plain bytes, because Node's Buffer would come out as a Buffer wherever the frame holds bytes.
  return decode(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), { extensionCodec });
}
