/**
 * How many, typed on the keys of the screen: digits make the number, a level's letter may follow, Backspace takes the
 * last one away. Pure: the screen says which key, this says what stands then.
 */

export interface TypedQuantity {
  /** As typed, without leading zeros; empty while nothing is. */
  readonly digits: string;
  readonly priceLevelId: string | null;
}

export const NOTHING_TYPED: TypedQuantity = { digits: '', priceLevelId: null };

/** Three digits are more than any booking holds. */
const DIGITS_MAX = 3;

/** A digit after a letter begins a new number: `4 C` then `2` is two, anywhere. */
export function withDigit(typed: TypedQuantity, digit: string): TypedQuantity {
  const digits = typed.priceLevelId === null ? typed.digits + digit : digit;
  if (/^0+$/.test(digits)) return NOTHING_TYPED;
  return digits.length > DIGITS_MAX ? typed : { digits, priceLevelId: null };
}

/** One more or one less, for hands that are on the mouse; less than one is none. */
export function withStep(typed: TypedQuantity, step: 1 | -1): TypedQuantity {
  const quantity = (quantityOf(typed) ?? 0) + step;
  if (quantity < 1) return NOTHING_TYPED;
  const digits = String(quantity);
  return digits.length > DIGITS_MAX ? typed : { ...typed, digits };
}

export function withoutLast(typed: TypedQuantity): TypedQuantity {
  return typed.priceLevelId === null
    ? { ...typed, digits: typed.digits.slice(0, -1) }
    : { ...typed, priceLevelId: null };
}

/**
 * While digits stand, the letter of a level means the level; so `1 2 B` is twelve of level B where there is one, and
 * `1 2 B B` asks for them. Once a level is chosen, or where no level has the letter, it means what it always means.
 * @returns null when the letter is not taken
 */
export function withLetter(
  typed: TypedQuantity,
  letter: string,
  levels: readonly { readonly priceLevelId: string; readonly letter: string }[],
): TypedQuantity | null {
  if (typed.digits === '' || typed.priceLevelId !== null) return null;
  const level = levels.find((each) => each.letter.toUpperCase() === letter.toUpperCase());
  return level ? { ...typed, priceLevelId: level.priceLevelId } : null;
}

export function quantityOf({ digits }: TypedQuantity): number | null {
  return digits === '' ? null : Number(digits);
}
