/** Ids and draws that come out the same on every run. */

/** Ids of the form of a UUIDv7, in counting order. @param seed tells sequences apart */
export function createSequence(seed = 1): () => string {
  let last = 0;
  const group = seed.toString(16).padStart(4, '0').slice(-4);
  return () => `00000000-${group}-7000-8000-${(++last).toString(16).padStart(12, '0')}`;
}

/** sfc32 (Chris Doty-Humphrey, PractRand), four bytes a step. */
export function createRandom(seed: number): (count: number) => Uint8Array {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let counter = seed | 0;
  const next = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  return (count) => {
    const bytes = new Uint8Array(count);
    for (let i = 0; i < count; i++) bytes[i] = next() & 0xff;
    return bytes;
  };
}
