import type { CommandContext } from '../core/context.ts';
import type { CommandReader } from '../core/store.ts';

/**
 * Draws the next numbers of a series; the counter row is locked until the command ends, so it comes last. Gapless:
 * a command that fails gives its numbers back.
 * @returns the first of `count` numbers, from 1
 */
export async function nextNumber(
  read: CommandReader,
  { facts }: CommandContext,
  series: string,
  count = 1,
): Promise<number> {
  const [counter] = await read.load('counters', { id: series });
  if (counter) facts.change('counters', counter, { value: counter.value + count });
  else facts.insert('counters', { id: series, value: count });
  return (counter?.value ?? 0) + 1;
}
