import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFrame, encodeFrame } from '../../../src-shared/contract/frame.ts';

const typedArray = fc.oneof(
  fc.uint8Array(),
  fc.int8Array(),
  fc.uint8ClampedArray(),
  fc.int16Array(),
  fc.uint16Array(),
  fc.int32Array(),
  fc.uint32Array(),
  fc.float32Array(),
  fc.float64Array(),
);

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.double().map((number) => (number === 0 ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    typedArray,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).value;

test('a frame brings back what a structured clone would', () => {
  fc.assert(
    fc.property(value, (sent) => {
      expect(decodeFrame(encodeFrame(sent))).toEqual(structuredClone(sent));
    }),
  );
});

test('a typed array comes back whatever the place of its bytes in the frame', () => {
  fc.assert(
    fc.property(fc.string(), fc.float64Array(), (label, x) => {
      expect(decodeFrame(Buffer.from(encodeFrame({ label, x })))).toEqual({ label, x });
    }),
  );
});

test('bytes read from a Node buffer come out as plain bytes', () => {
  const bytes = decodeFrame(Buffer.from(encodeFrame(new Uint8Array([1, 2])))) as Uint8Array;
  expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype);
});

test('bytes that are no frame are refused', () => {
  expect(() => decodeFrame(new Uint8Array([0xc1]))).toThrow();
  expect(() => decodeFrame(new Uint8Array([0x92, 0x01]))).toThrow();
});
