/**
 * The rules of ARCHITECTURE.md that the linter cannot express: which folder may import which, no barrel files, no
 * clock read in the shared code, no suppressed checks, names that say something, and the hard limit on a file's length.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface LayerFault {
  /** From the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly rule: LayerRule;
  readonly message: string;
}

export type LayerRule = 'layer' | 'barrel' | 'ambient-time' | 'suppression' | 'file-length' | 'name';

interface Layer {
  /** A folder, or a file without its extension. The first layer that holds a file is its layer. */
  readonly path: string;
  /** What it may import of our own code, itself included; anything outside `of` is the linter's business. */
  readonly of: string;
  readonly may: readonly string[];
  /** What it may import for its types alone. */
  readonly mayTypes?: readonly string[];
}

const shared = 'src-shared';
const renderer = 'src-renderer';
const main = 'src-main';

const layers: readonly Layer[] = [
  { path: `${shared}/text`, of: shared, may: ['text'] },
  // A rule takes rows as values, so it knows their shape and not their tables.
  { path: `${shared}/domain`, of: shared, may: ['domain', 'text'], mayTypes: ['schema'] },
  { path: `${shared}/schema`, of: shared, may: ['schema', 'domain'] },
  { path: `${shared}/contract`, of: shared, may: ['contract', 'domain', 'schema', 'text'] },
  { path: `${shared}/protocol`, of: shared, may: ['protocol', 'contract', 'domain', 'schema', 'text'] },
  { path: `${shared}/core`, of: shared, may: ['core', 'contract', 'domain', 'schema', 'text'] },
  { path: `${renderer}/ui`, of: renderer, may: ['ui'] },
  { path: `${renderer}/canvas`, of: renderer, may: ['canvas', 'ui'] },
  { path: `${renderer}/bridge`, of: renderer, may: ['bridge'] },
  { path: `${main}/sync/engine`, of: main, may: ['sync/engine'] },
  { path: `${main}/store`, of: main, may: ['store'] },
  { path: `${main}/devices`, of: main, may: ['devices', 'documents', 'host', 'timers'] },
  { path: `${main}/documents`, of: main, may: ['documents'] },
  // A shell holds no rule of the business: it knows the core's port and nothing behind it.
  {
    path: `${main}/shells`,
    of: main,
    may: ['shells', 'core-port', 'core-process-port', 'core-supervisor', 'host', 'timers', 'default-data-folder'],
  },
];

/** Trees whose rules reach no clock. */
const timelessTrees = [`${shared}/`, `${main}/sync/engine/`];
/** Folders whose one file may gather what the others export. */
const barrelTrees = [`${shared}/contract/`, `${shared}/protocol/`];
const linesMax = 450;
const meaninglessNames = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'shared']);
const trees = [shared, main, renderer, 'src-central', 'scripts', 'test', 'bin'];

/** Every fault under a project's root. */
export function checkLayers(root: string): readonly LayerFault[] {
  return trees.flatMap((tree) => sourceFiles(root, tree)).flatMap((file) => checkFile(root, file));
}

function sourceFiles(root: string, tree: string): readonly string[] {
  let entries;
  try {
    entries = readdirSync(join(root, tree), { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.startsWith('test/fixtures/') && !file.endsWith('.generated.ts'));
}

function checkFile(root: string, file: string): readonly LayerFault[] {
  const source = readFileSync(join(root, file), 'utf8');
  const fault = (index: number, rule: LayerRule, message: string): LayerFault => ({
    file,
    line: source.slice(0, index).split('\n').length,
    rule,
    message,
  });
  return [
    ...importsOf(source).flatMap((found) => {
      const message = layerFault(file, found);
      return message ? [fault(found.index, 'layer', message)] : [];
    }),
    ...matches(source, barrelTrees.some((tree) => file.startsWith(tree)) ? null : /^export\s[^'"`;=(]*?from\s*'/gm).map(
      (index) => fault(index, 'barrel', 'Import a thing from where it is made; only contract and protocol gather.'),
    ),
    ...matches(
      source,
      timelessTrees.some((tree) => file.startsWith(tree)) ? /\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)/g : null,
    ).map((index) => fault(index, 'ambient-time', 'Time comes in as a value.')),
    ...matches(source, suppressionPattern).map((index) =>
      fault(index, 'suppression', 'A check is obeyed or changed, never switched off in place.'),
    ),
    ...lengthFault(file, source),
    ...nameFault(file),
  ];
}

/** Put together here, so that this file does not find itself. */
const suppressionPattern = new RegExp(
  ['(?:ox|es)lint-', 'disable|@ts-', '(?:ignore|expect-error|nocheck)'].join(''),
  'g',
);

interface Import {
  readonly index: number;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

function importsOf(source: string): readonly Import[] {
  const statements = [...source.matchAll(/^(?:import|export)\b(\s+type\b)?[^'"`;=(]*?from\s*'([^']+)'/gm)];
  const others = [...source.matchAll(/^import()\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm)];
  return [...statements, ...others].map((match) => ({
    index: match.index,
    specifier: match[2] ?? match[3] ?? '',
    isTypeOnly: Boolean(match[1]),
  }));
}

function layerFault(file: string, { specifier, isTypeOnly }: Import): string | null {
  const layer = layers.find(({ path }) => file.startsWith(`${path}/`) || file.startsWith(`${path}.`));
  if (!layer || !specifier.startsWith('.')) return null;
  const target = posix.join(posix.dirname(file), specifier);
  if (!target.startsWith(`${layer.of}/`)) return null;
  const inTree = target.slice(layer.of.length + 1);
  const allowed = [...layer.may, ...(isTypeOnly ? (layer.mayTypes ?? []) : [])];
  if (allowed.some((path) => inTree.startsWith(`${path}/`) || inTree.startsWith(`${path}.`))) return null;
  return `${layer.path} may import ${layer.may.join(', ')}; not ${target}.`;
}

function matches(source: string, pattern: RegExp | null): readonly number[] {
  return pattern ? [...source.matchAll(pattern)].map(({ index }) => index) : [];
}

function lengthFault(file: string, source: string): readonly LayerFault[] {
  const lines = source.split('\n').length - 1;
  if (lines <= linesMax || file.startsWith('test/')) return [];
  return [{ file, line: linesMax, rule: 'file-length', message: `${lines} lines; ${linesMax} is the most.` }];
}

function nameFault(file: string): readonly LayerFault[] {
  const words = file.replace(/\.[a-z]+$/, '').split(/[/.]/);
  const bad = words.find((word) => meaninglessNames.has(word.toLowerCase()));
  return bad ? [{ file, line: 1, rule: 'name', message: `“${bad}” says nothing about what is in it.` }] : [];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = checkLayers(join(import.meta.dirname, '..'));
  for (const { file, line, rule, message } of faults) console.error(`${file}:${line} ${rule}: ${message}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
