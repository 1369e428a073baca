/**
 * Where a text stops being JSON. JSON.parse says so in words that differ between versions and often without a place;
 * a person with a broken file needs the line and the column.
 */
import type { TextKey } from '../../../text/text.ts';

export interface JsonFault {
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in characters as an editor counts them. */
  readonly column: number;
  readonly expected: TextKey;
}

type Outcome = { readonly end: number } | { readonly at: number; readonly expected: TextKey };

/** The first fault, or null when JSON.parse would accept the text. Nesting costs no stack. */
export function findJsonFault(json: string): JsonFault | null {
  const outcome = scan(json);
  if ('end' in outcome) return null;
  const lines = json.slice(0, outcome.at).split('\n');
  const column = [...(lines.at(-1) ?? '')].length + 1;
  return { offset: outcome.at, line: lines.length, column, expected: outcome.expected };
}

/** What the scanner waits for next. FIRST_… may also be the closing bracket. */
type Expect = 'VALUE' | 'FIRST_ITEM' | 'FIRST_KEY' | 'KEY' | 'AFTER';

function scan(json: string): Outcome {
  const open: ('{' | '[')[] = [];
  let expect: Expect = 'VALUE';
  let at = skipSpace(json, 0);
  for (;;) {
    const char = json[at];
    if (expect === 'AFTER') {
      const inside = open.at(-1);
      if (inside === undefined) return at === json.length ? { end: at } : { at, expected: 'json.end' };
      if (char === (inside === '{' ? '}' : ']')) open.pop();
      else if (char === ',') expect = inside === '{' ? 'KEY' : 'VALUE';
      else return unexpected(json, at, inside === '{' ? 'json.commaOrBrace' : 'json.commaOrBracket');
      at = skipSpace(json, at + 1);
    } else if ((expect === 'FIRST_KEY' && char === '}') || (expect === 'FIRST_ITEM' && char === ']')) {
      open.pop();
      expect = 'AFTER';
      at = skipSpace(json, at + 1);
    } else if (expect === 'FIRST_KEY' || expect === 'KEY') {
      if (char !== '"') return unexpected(json, at, 'json.key');
      const key = scanString(json, at);
      if (!('end' in key)) return key;
      at = skipSpace(json, key.end);
      if (json[at] !== ':') return unexpected(json, at, 'json.colon');
      at = skipSpace(json, at + 1);
      expect = 'VALUE';
    } else if (char === '{' || char === '[') {
      open.push(char);
      expect = char === '{' ? 'FIRST_KEY' : 'FIRST_ITEM';
      at = skipSpace(json, at + 1);
    } else {
      const value = scanScalar(json, at);
      if (!('end' in value)) return value;
      at = skipSpace(json, value.end);
      expect = 'AFTER';
    }
  }
}

function unexpected(json: string, at: number, expected: TextKey): Outcome {
  return { at, expected: at >= json.length ? 'json.unfinished' : expected };
}

function scanScalar(json: string, at: number): Outcome {
  if (json[at] === '"') return scanString(json, at);
  for (const word of ['true', 'false', 'null']) {
    if (json.startsWith(word, at)) return { end: at + word.length };
  }
  const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  number.lastIndex = at;
  const match = number.exec(json);
  if (match === null) return unexpected(json, at, 'json.value');
  const end = at + match[0].length;
  // "01", "1.", "1e": a number that stops being one.
  return /[\d.eE+-]/.test(json[end] ?? '') ? { at: end, expected: 'json.number' } : { end };
}

function scanString(json: string, at: number): Outcome {
  for (let index = at + 1; index < json.length; index++) {
    const char = json[index] as string;
    if (char === '"') return { end: index + 1 };
    if (char < ' ') return { at: index, expected: 'json.string' };
    if (char !== '\\') continue;
    const escape = json[index + 1];
    if (escape === 'u') {
      const hex = json.slice(index + 2, index + 6);
      if (!/^[\da-fA-F]{4}$/.test(hex)) return unexpected(json, index, 'json.escape');
      index += 5;
    } else if (escape !== undefined && '"\\/bfnrt'.includes(escape)) index += 1;
    else return unexpected(json, escape === undefined ? json.length : index, 'json.escape');
  }
  return { at: json.length, expected: 'json.unfinished' };
}

function skipSpace(json: string, from: number): number {
  let at = from;
  while (at < json.length && ' \t\r\n'.includes(json[at] as string)) at++;
  return at;
}
