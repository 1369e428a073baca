/**
 * The order in which a line's characters stand on paper when it mixes left-to-right and right-to-left text: the
 * Unicode Bidirectional Algorithm (UAX #9) without explicit marks, which are taken out of labels beforehand, because
 * they can make a label read as something it is not. Brackets are not paired (N0): a line of a ticket rarely nests any.
 */

type BidiClass = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'NSM' | 'WS' | 'ON';

const CLASS_PATTERNS: readonly (readonly [RegExp, BidiClass])[] = [
  [/^[\p{Mn}\p{Me}]$/u, 'NSM'],
  [/^[0-9\u06F0-\u06F9\u00B2\u00B3\u00B9\u2070-\u2079\u2080-\u2089]$/, 'EN'],
  [/^[\u0600-\u0605\u0660-\u0669\u066B\u066C\u06DD]$/, 'AN'],
  [/^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\u061B\u061F\u0640]$/u, 'AL'],
  [/^[\p{Script=Hebrew}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\u200F]$/u, 'R'],
  [/^[+\-\u207A\u207B\u2212]$/, 'ES'],
  [/^[\p{Sc}#%\u00B0\u00B1\u066A\u2030-\u2034]$/u, 'ET'],
  [/^[,./:\u00A0\u060C\u202F\u2044]$/, 'CS'],
  [/^\s$/, 'WS'],
  [/^[\p{L}\p{N}\p{Mc}]$/u, 'L'],
];

function classOf(character: string): BidiClass {
  return CLASS_PATTERNS.find(([pattern]) => pattern.test(character))?.[1] ?? 'ON';
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;

/** Whether the text holds anything that is not simply set from left to right. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** The embedding level of each character (code point) of a paragraph: odd ones run from right to left. */
export function bidiLevels(characters: readonly string[]): { readonly base: 0 | 1; readonly levels: number[] } {
  const original = characters.map(classOf);
  const firstStrong = original.find((each) => each === 'L' || each === 'R' || each === 'AL');
  const base = firstStrong === 'R' || firstStrong === 'AL' ? 1 : 0;
  const classes = resolveNeutral(resolveWeak([...original], base), base);
  return {
    base,
    levels: classes.map((each) => {
      if (base === 0) return each === 'R' ? 1 : each === 'AN' || each === 'EN' ? 2 : 0;
      return each === 'R' ? 1 : 2;
    }),
  };
}

/** W1 to W7: marks join their letter, digits take the direction of what is around them. */
function resolveWeak(classes: BidiClass[], base: 0 | 1): BidiClass[] {
  const start: BidiClass = base === 1 ? 'R' : 'L';
  let before: BidiClass = start;
  let strong: BidiClass = start;
  classes.forEach((each, at) => {
    let resolved = each === 'NSM' ? before : each;
    if (resolved === 'EN' && strong === 'AL') resolved = 'AN';
    if (resolved === 'L' || resolved === 'R' || resolved === 'AL') strong = resolved;
    classes[at] = resolved;
    before = resolved;
  });
  classes.forEach((each, at) => {
    if (each === 'AL') classes[at] = 'R';
    const [left, right] = [classes[at - 1], classes[at + 1]];
    if ((each === 'ES' || each === 'CS') && left === 'EN' && right === 'EN') classes[at] = 'EN';
    if (each === 'CS' && left === 'AN' && right === 'AN') classes[at] = 'AN';
  });
  joinTerminators(classes);
  strong = start;
  return classes.map((each) => {
    if (each === 'L' || each === 'R') strong = each;
    if (each === 'ES' || each === 'ET' || each === 'CS') return 'ON';
    return each === 'EN' && strong === 'L' ? 'L' : each;
  });
}

/** W5: a currency or per-cent sign beside a number goes with it. */
function joinTerminators(classes: BidiClass[]): void {
  for (let at = 0; at < classes.length; at += 1) {
    if (classes[at] !== 'ET') continue;
    let end = at;
    while (classes[end] === 'ET') end += 1;
    if (classes[at - 1] === 'EN' || classes[end] === 'EN') classes.fill('EN', at, end);
    at = end - 1;
  }
}

/** N1 and N2: what has no direction takes that of both its sides, or the paragraph's. */
function resolveNeutral(classes: readonly BidiClass[], base: 0 | 1): BidiClass[] {
  const resolved = [...classes];
  const start: BidiClass = base === 1 ? 'R' : 'L';
  const side = (each: BidiClass | undefined): BidiClass => (each === undefined ? start : each === 'L' ? 'L' : 'R');
  for (let at = 0; at < resolved.length; at += 1) {
    if (resolved[at] !== 'WS' && resolved[at] !== 'ON') continue;
    let end = at;
    while (resolved[end] === 'WS' || resolved[end] === 'ON') end += 1;
    const [left, right] = [side(classes[at - 1]), side(classes[end])];
    resolved.fill(left === right ? left : start, at, end);
    at = end - 1;
  }
  return resolved;
}

/** L2: for pieces of one level each, in reading order, the order in which they stand from left to right. */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, at) => at);
  for (let level = Math.max(0, ...levels); level > 0; level -= 1)
    for (let at = 0; at < order.length; at += 1) {
      let end = at;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      if (end > at) {
        order.splice(at, end - at, ...order.slice(at, end).reverse());
        at = end;
      }
    }
  return order;
}

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};

/** L4: an opening bracket in right-to-left text is drawn as the one that opens to the left. */
export function mirrored(character: string): string {
  return MIRRORED[character] ?? character;
}
