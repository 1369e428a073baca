/**
 * Every rule the build enforces, on a file that must fail it. A fixture says in its first lines what must be found in
 * it (`must fail: <rule> <part of the message>`, once a finding) or that nothing may be (`must pass`).
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLayers } from '../../../scripts/check-layers.ts';

interface Finding {
  readonly rule: string;
  readonly message: string;
}

const fixtures = join('test', 'fixtures', 'lint');
const files = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(fixtures, join(entry.parentPath, entry.name)).split(sep).join('/'));
const expectations = (file: string): Finding[] =>
  [...readFileSync(join(fixtures, file), 'utf8').matchAll(/^\/\/ must fail: (\S+) (.+)$/gm)].map((match) => ({
    rule: match[1] ?? '',
    message: match[2] ?? '',
  }));

let root: string;
const found = new Map<string, Finding[]>();

/** Copied out of the test folder, so that they lie where the rules look: under src-shared, src-main and the rest. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'parterre-lint-'));
  cpSync(fixtures, root, { recursive: true });
  cpSync('.oxlintrc.json', join(root, '.oxlintrc.json'));
  const add = (file: string, finding: Finding) => found.set(file, [...(found.get(file) ?? []), finding]);
  writeLongFiles(root);
  for (const { filename, code, message, help } of await runLint(root)) {
    add(filename, { rule: code, message: `${message} ${help ?? ''}` });
  }
  for (const { file, rule, message } of checkLayers(root)) add(file, { rule, message });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Too long to be kept as fixtures: made here. */
function writeLongFiles(folder: string): void {
  const lines = (count: number, line: string): string => `${line}\n`.repeat(count);
  mkdirSync(join(folder, 'src-main', 'long'), { recursive: true });
  const write = (name: string, source: string) => writeFileSync(join(folder, 'src-main', 'long', name), source);
  write('file.ts', lines(401, 'export {};'));
  write('file-within.ts', lines(400, 'export {};') + lines(50, '// Why.'));
  write('file-of-comments.ts', lines(10, 'export {};') + lines(441, '// Why.'));
  write('function.ts', `export function long(): void {\n${lines(69, '  void 0;')}}\n`);
  write('function-within.ts', `export function short(): void {\n${lines(68, '  void 0;')}}\n`);
}

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

function runLint(folder: string): Promise<readonly Diagnostic[]> {
  const lint = join(process.cwd(), 'node_modules', 'oxlint', 'bin', 'oxlint');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [lint, '--format=json'], { cwd: folder, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (!stdout) return reject(error ?? new Error(stderr));
      resolve((JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics);
    });
  });
}

describe('the rules the build enforces', () => {
  test.each(files.filter((file) => expectations(file).length > 0))(
    'find what is wrong in %s, and nothing else',
    (file) => {
      const expected = expectations(file).toSorted((left, right) => left.rule.localeCompare(right.rule));
      const actual = (found.get(file) ?? []).toSorted((left, right) => left.rule.localeCompare(right.rule));
      expect(actual).toEqual(
        expected.map(({ rule, message }) => ({ rule, message: expect.stringContaining(message) })),
      );
    },
  );

  test.each(files.filter((file) => expectations(file).length === 0))('find nothing in %s', (file) => {
    expect(readFileSync(join(fixtures, file), 'utf8')).toMatch(/^\/\/ must pass$/m);
    expect(found.get(file)).toBeUndefined();
  });

  test.each([
    ['file.ts', ['eslint(max-lines)']],
    ['file-within.ts', undefined],
    ['file-of-comments.ts', ['file-length']],
    ['function.ts', ['eslint(max-lines-per-function)']],
    ['function-within.ts', undefined],
  ])('find a file or function that is too long (%s)', (file, rules) => {
    expect(found.get(`src-main/long/${file}`)?.map(({ rule }) => rule)).toEqual(rules);
  });

  test('are each failed by a fixture', () => {
    const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as {
      rules: Record<string, unknown>;
      overrides: readonly { rules: Record<string, unknown> }[];
    };
    const set = new Set([config, ...config.overrides].flatMap(({ rules }) => Object.keys(rules)));
    const failed = new Set(
      [...found.values()].flat().map(({ rule }) => rule.replace(/^eslint\((.*)\)$/, '$1').replace(/\((.*)\)$/, '/$1')),
    );
    // This one is not switched on here: it only names a role that its category's rule must let pass.
    set.delete('jsx-a11y/no-noninteractive-tabindex');
    const layerRules = ['layer', 'barrel', 'ambient-time', 'suppression', 'file-length', 'name'];
    expect([...set, ...layerRules].filter((rule) => !failed.has(rule))).toEqual([]);
  });
});
