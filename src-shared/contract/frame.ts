/**
 * Bytes for what crosses a socket: MessagePack, plus the typed arrays that a structured clone would keep. Both roads
 * to the core must hand over the same values, or a screen works in one shell and not in the other.
 *
 * As in JSON, a property that is undefined is left out.
 */
import { decode, encode, ExtensionCodec } from '@msgpack/msgpack';

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
    decode: (bytes) => new TypedArray(bytes.slice().buffer),
  }),
);

export function encodeFrame(value: unknown): Uint8Array<ArrayBuffer> {
  return encode(value, { extensionCodec, ignoreUndefined: true });
}

/** Throws on bytes that are no frame: whoever sent them is not ours. */
export function decodeFrame(bytes: Uint8Array): unknown {
  return decode(bytes, { extensionCodec });
}
