/**
 * `parterre`: the program's commands. Exit codes: 0 done; 1 refused or failed; 2 wrong arguments; 3 the data folder
 * cannot be had; 4 something was found wrong (verify, import-map).
 */
import { resolve } from 'node:path';
import { text } from '../../src-shared/text/text.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** Each loads its own code alone: `start` has a core process to wait for, and loading a second core first took as long. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  start: async (args) => (await import('./start.ts')).start(root, args),
  call: async (args) => (await import('./call.ts')).runCall(args),
  'import-map': async (args) => (await import('./import-map.ts')).runImportMap(args),
  'seed-demo': async (args) => (await import('./maintenance.ts')).runSeedDemo(args),
  backup: async (args) => (await import('./maintenance.ts')).runBackup(args),
  restore: async (args) => (await import('./maintenance.ts')).runRestore(args),
  verify: async (args) => (await import('./verify.ts')).runVerify(args),
};

export async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command(rest);
  const isHelp = name === 'help' || name === '--help' || name === '-h';
  (isHelp ? console.log : console.error)(isHelp ? text('cli.help') : text('cli.unknown', { name }));
  return isHelp ? 0 : 2;
}
