import type { Benchmark } from './benchmark.ts';
import { localBasket } from './local-basket.ts';

export const benchmarks: readonly Benchmark[] = [localBasket];
