/** A LIKE pattern that finds the text anywhere; to be used with `escape '!'`, which both stores read the same. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
}
