/** Colours between two, as far apart to the eye at every step: mixed in OKLab (Ottosson 2020), where distance is what is seen. */
import { formatColor, parseColor, type Rgb } from './contrast.ts';

type Matrix = readonly [Rgb, Rgb, Rgb];

const LINEAR_TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const CONES_TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const LAB_TO_CONES: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const CONES_TO_LINEAR: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** `count` colours from `first` to `last`, both `#rrggbb`; one alone is `last`. */
export function colorRamp(first: string, last: string, count: number): string[] {
  const [from, to] = [toLab(first), toLab(last)];
  return Array.from({ length: count }, (_, step) => {
    const amount = count === 1 ? 1 : step / (count - 1);
    return fromLab([0, 1, 2].map((i) => from[i]! + (to[i]! - from[i]!) * amount) as unknown as Rgb);
  });
}

function toLab(color: string): Rgb {
  const linear = (parseColor(color) ?? [0, 0, 0]).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return times(CONES_TO_LAB, times(LINEAR_TO_CONES, linear).map(Math.cbrt) as unknown as Rgb);
}

function fromLab(lab: Rgb): string {
  const cones = times(LAB_TO_CONES, lab).map((part) => part ** 3) as unknown as Rgb;
  const channels = times(CONES_TO_LINEAR, cones).map((linear) => {
    const part = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.min(255, Math.max(0, part * 255));
  });
  return formatColor(channels as unknown as Rgb);
}

function times(matrix: Matrix, vector: Rgb): Rgb {
  return matrix.map((row) => row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2]) as unknown as Rgb;
}
