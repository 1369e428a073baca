/**
 * `npm run check`: everything that can be known without a store or a browser, in under a minute. Names given as
 * arguments run those steps alone (`node scripts/check.ts types lint`).
 *
 * The steps before the tests run side by side: each is one native program that hardly fills a core.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

interface Step {
  readonly name: string;
  /** A package's own program, run under this Node. */
  readonly program: string;
  readonly args: readonly string[];
}

interface Outcome {
  readonly step: Step;
  readonly isGood: boolean;
  readonly output: string;
  readonly tookMs: number;
}

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const typescript = join(modules, 'typescript', 'bin', 'tsc');
const projects = ['shared', 'main', 'preload', 'renderer', 'central', 'test'];

const steps: readonly Step[] = [
  { name: 'format', program: join(modules, 'oxfmt', 'bin', 'oxfmt'), args: ['--check', '.'] },
  ...projects
    // A runtime that has no code yet has no types to check, and tsc calls that an error.
    .filter((project) => project !== 'central' || existsSync(join(root, 'src-central')))
    .map((project) => ({
      name: `types ${project}`,
      program: typescript,
      args: ['-p', `tsconfig.${project}.json`],
    })),
  { name: 'lint', program: join(modules, 'oxlint', 'bin', 'oxlint'), args: ['--deny-warnings'] },
  { name: 'layers', program: join(root, 'scripts', 'check-layers.ts'), args: [] },
  {
    name: 'dead exports',
    program: join(modules, 'knip', 'bin', 'knip.js'),
    args: ['--no-progress', '--no-config-hints'],
  },
  {
    name: 'unit tests',
    program: join(modules, 'vitest', 'vitest.mjs'),
    args: ['run', '--project', 'unit', '--reporter', 'dot'],
  },
];

function run(step: Step): Promise<Outcome> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [step.program, ...step.args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Output is kept and shown only when a step fails: plain text, whatever the terminal can do.
    env: { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    const end = (isGood: boolean): void => resolve({ step, isGood, output, tookMs: performance.now() - startedMs });
    child.once('close', (code) => end(code === 0));
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
  });
}

function report({ step, isGood, output, tookMs }: Outcome): void {
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${step.name.padEnd(16)} ${(tookMs / 1000).toFixed(1)} s`);
  if (!isGood) console.log(output.trimEnd());
}

async function runAll(chosen: readonly Step[]): Promise<boolean> {
  const isTest = (step: Step): boolean => step.name === 'unit tests';
  const outcomes: Outcome[] = [];
  const runAndReport = async (step: Step): Promise<void> => {
    const outcome = await run(step);
    report(outcome);
    outcomes.push(outcome);
  };
  await Promise.all(chosen.filter((step) => !isTest(step)).map(runAndReport));
  for (const step of chosen.filter(isTest)) await runAndReport(step);
  return outcomes.every(({ isGood }) => isGood);
}

const names = process.argv.slice(2);
const chosen = steps.filter(({ name }) => names.length === 0 || names.some((wanted) => name.startsWith(wanted)));
if (chosen.length === 0) {
  console.error(`no such step; there are: ${steps.map(({ name }) => name).join(', ')}`);
  process.exitCode = 2;
} else {
  process.exitCode = (await runAll(chosen)) ? 0 : 1;
}
