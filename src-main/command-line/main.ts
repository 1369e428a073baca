/**
 * `parterre`: the program's commands. Exit codes: 0 done; 1 refused or failed; 2 wrong arguments; 3 the data folder
 * cannot be had; 4 something was found wrong (verify, import-map).
 */
import { resolve } from 'node:path';
import { text } from '../../src-shared/text/text.ts';
import { runCall } from './call.ts';
import { runImportMap } from './import-map.ts';
import { runBackup, runRestore, runSeedDemo } from './maintenance.ts';
import { runVerify } from './verify.ts';

const root = resolve(import.meta.dirname, '..', '..');

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  // Vite and the shells are loaded only to start the program: every other command answers sooner without them.
  start: async (args) => (await import('./start.ts')).start(root, args),
  call: runCall,
  'import-map': runImportMap,
  'seed-demo': runSeedDemo,
  backup: runBackup,
  restore: runRestore,
  verify: runVerify,
};

export async function main(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command(rest);
  const isHelp = name === 'help' || name === '--help' || name === '-h';
  (isHelp ? console.log : console.error)(isHelp ? text('cli.help') : text('cli.unknown', { name }));
  return isHelp ? 0 : 2;
}
