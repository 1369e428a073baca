/** How text is folded so that people find it: the same on every store, which LIKE and collations are not. */

/** NFKD, lower case, no marks: `Müller` and `MULLER` are one. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** The folded words of a text: runs of letters and digits of any script, each once. */
export function searchWords(text: string): string[] {
  return [...new Set(foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}
