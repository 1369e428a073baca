/** Draws for a history: sfc32, one stream per subsystem, so that one more draw here moves nothing there. */
import { createRandom } from '../support/determinism.ts';

export interface Draw {
  /** 0 … below − 1. */
  below(below: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** `count` different ones, or all there are. */
  some<T>(from: readonly T[], count: number): T[];
  bytes(count: number): Uint8Array;
}

export const STREAMS = ['workload', 'clock', 'faults', 'serials'] as const;
export type Streams = Readonly<Record<(typeof STREAMS)[number], Draw>>;

export function createStreams(seed: number): Streams {
  const streams = STREAMS.map((name, index) => [name, createDraw(seed * STREAMS.length + index)]);
  return Object.fromEntries(streams) as Streams;
}

function createDraw(seed: number): Draw {
  const bytes = createRandom(seed);
  const below = (limit: number): number => {
    const drawn = bytes(4);
    return (((drawn[0]! << 24) | (drawn[1]! << 16) | (drawn[2]! << 8) | drawn[3]!) >>> 0) % limit;
  };
  return {
    below,
    chance: (probability) => below(10_000) < probability * 10_000,
    pick: (from) => from[below(from.length)]!,
    some: (from, count) => {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]!);
    },
    bytes,
  };
}
