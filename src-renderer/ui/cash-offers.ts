/** What a customer is likely to hand over for an amount in cash. */

/**
 * The amounts above `amountMinor` that come about by paying with one kind of note, nearest first, at most `count`.
 * For 37.50 with notes of 5, 10, 20, 50 and 100: 40, 50, 100. The exact amount is not among them: it has its own key.
 */
export function cashOffers(amountMinor: number, notesMinor: readonly number[], count: number): readonly number[] {
  const offers = new Set<number>();
  for (const note of notesMinor) {
    const offer = Math.ceil(amountMinor / note) * note;
    if (note > 0 && offer > amountMinor) offers.add(offer);
  }
  return [...offers].sort((left, right) => left - right).slice(0, count);
}
