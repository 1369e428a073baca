/**
 * A JavaScript module that is nothing but data: `export const Stadium = { … }`. It is read as JSON5 and never run.
 */
import json5 from 'json5';

export interface JsFault {
  /** From 1, as an editor counts them. */
  readonly line: number;
  readonly column: number;
  /** A key that an object has twice; null when the text is no data at all. */
  readonly repeatedKey: string | null;
}

/** A directive, then what gives the value a name. */
const HEAD =
  /^(?:\s|\ufeff|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(['"])use strict\1\s*;?)*(?:export\s+default\b|module\s*\.\s*exports\s*=|exports\s*\.\s*\w+\s*=|(?:export\s+)?(?:const|let|var)\s+[\w$]+\s*=)/;

export function looksLikeJsModule(source: string): boolean {
  return HEAD.test(source);
}

/** The value of a module, or of plain JSON5. Reading stops at the first fault: of what follows nothing is certain. */
export function readJsLiteral(source: string): { readonly value: unknown } | { readonly fault: JsFault } {
  // What is taken away becomes spaces, so that faults are told at the file's own lines.
  const data = source
    .replace(HEAD, (head) => head.replace(/\S/g, ' '))
    .replace(/;\s*(?:export\s+default\s+[\w$]+\s*;?\s*|module\s*\.\s*exports\s*=\s*[\w$]+\s*;?\s*)?$/, '');
  let value: unknown;
  try {
    value = json5.parse(data);
  } catch (error) {
    const { lineNumber = 1, columnNumber = 1 } = error as { lineNumber?: number; columnNumber?: number };
    return { fault: { line: lineNumber, column: columnNumber, repeatedKey: null } };
  }
  const fault = findRepeatedKey(data);
  return fault === null ? { value } : { fault };
}

const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[{}[\],:]|[^\s{}[\],:"'/]+/g;

/** The first key that comes twice in one object: parsers keep the last and lose a sector without a word. */
function findRepeatedKey(data: string): JsFault | null {
  const open: (Set<string> | null)[] = [];
  let before = '';
  for (const match of data.matchAll(TOKEN)) {
    const [token] = match;
    if (token.startsWith('//') || token.startsWith('/*')) continue;
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (before === '{' || before === ',') {
      const keys = open.at(-1);
      const key = /^["']/.test(token) ? token.slice(1, -1) : token;
      if (keys?.has(key)) return { ...placeOf(data, match.index), repeatedKey: key };
      keys?.add(key);
    }
    before = token;
  }
  return null;
}

function placeOf(data: string, offset: number): { line: number; column: number } {
  const lines = data.slice(0, offset).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
