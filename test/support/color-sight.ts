/** How far apart two colours are to eyes of several kinds: for tests of palettes. */

/** Red, green or blue cones missing, and none missing. */
export type Sight = 'FULL' | 'PROTANOPE' | 'DEUTERANOPE' | 'TRITANOPE';
export const SIGHTS: readonly Sight[] = ['FULL', 'PROTANOPE', 'DEUTERANOPE', 'TRITANOPE'];

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** On linear RGB; Machado, Oliveira and Fernandes 2009, severity 1. */
const MATRICES: Readonly<Record<Sight, Matrix>> = {
  FULL: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  PROTANOPE: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  DEUTERANOPE: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  TRITANOPE: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const RGB_TO_XYZ: Matrix = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
];
const WHITE: Triple = [0.9505, 1, 1.089];

/** CIE 1976 distance in L*a*b*: about 2 is just seen, 25 is seen at a glance. Colours are `#rrggbb`. */
export function colorDifference(first: string, second: string, sight: Sight): number {
  const [a, b] = [labOf(first, sight), labOf(second, sight)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function labOf(color: string, sight: Sight): Triple {
  const rgb = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
  const seen = times(MATRICES[sight], rgb).map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple;
  const [x, y, z] = times(RGB_TO_XYZ, seen).map((part, i) => {
    const ratio = part / WHITE[i]!;
    return ratio > 0.008856 ? Math.cbrt(ratio) : 7.787 * ratio + 16 / 116;
  }) as unknown as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function times(matrix: Matrix, vector: Triple): Triple {
  return matrix.map((row) => row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2]) as unknown as Triple;
}
