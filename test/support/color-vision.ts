/** How far apart two colours are for someone who lacks one kind of cone: simulated, then measured in CIELAB. */
import { toLinear, type Rgb } from './color.ts';

export type Vision = 'protanopia' | 'deuteranopia' | 'tritanopia';
type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB. */
const SEEN: Readonly<Record<Vision, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Linear sRGB to XYZ over the D65 white. */
const TO_XYZ: Matrix = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

function times(matrix: Matrix, [red, green, blue]: Rgb): Rgb {
  const row = ([first, second, third]: Rgb) => first * red + second * green + third * blue;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function toLab(linear: Rgb): Rgb {
  const one = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const [x, y, z] = times(TO_XYZ, linear);
  return [116 * one(y) - 16, 500 * (one(x) - one(y)), 200 * (one(y) - one(z))];
}

/** The CIE76 difference of two sRGB colours as seen. */
export function perceivedDistance(left: Rgb, right: Rgb, vision: Vision): number {
  const seen = (color: Rgb) => {
    const [red, green, blue] = times(SEEN[vision], toLinear(color));
    const clip = (value: number) => Math.min(1, Math.max(0, value));
    return toLab([clip(red), clip(green), clip(blue)]);
  };
  const [one, other] = [seen(left), seen(right)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
