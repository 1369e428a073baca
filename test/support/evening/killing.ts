/** Somebody works at a PC whose core is killed (−9) under a step: before it, inside it, or done and not yet answered. */
import type { Death, EveningProgram } from './program.ts';

export const MOMENTS: readonly Death['moment'][] = ['BEFORE', 'INSIDE', 'AFTER'];

/**
 * Does what sends the command; the core dies at that moment, and what is to be seen comes by itself.
 * @param step ends with what is to be seen
 */
export async function killed(program: EveningProgram, death: Death, step: () => Promise<unknown>): Promise<void> {
  const before = program.loopback.corePid();
  program.kill(death);
  await step();
  await program.survives(before);
}
