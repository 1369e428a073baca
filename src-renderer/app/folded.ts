/** Text as it is compared when someone types a few letters: no case, no marks. `Zoë` and `ZOE` are the same. */
export function folded(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** True when every typed word begins a word of the name: `an be` finds `Ana Bećirović`. */
export function matchesTyped(name: string, typed: string): boolean {
  const names = folded(name).split(/[\s\-.@]+/);
  return folded(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => names.some((each) => each.startsWith(word)));
}
