/** A sale's number, as printed: `ORD-20261121-7K3QMD`. People read its last characters from a receipt or a ticket. */
import { bytesToCrockford, CROCKFORD_ALPHABET, crockfordValue } from '../tickets/crockford.ts';

/** 32⁶ a day: two sales of a day that draw the same are told apart by the store, which refuses the second. */
const TAIL_LENGTH = 6;
/** Bytes that give at least that many characters of five bits. */
export const SALE_NUMBER_RANDOM_BYTES = 4;

/** @param day as `20261121`; `random` is `SALE_NUMBER_RANDOM_BYTES` long */
export function saleNumber(day: string, random: Uint8Array): string {
  return `ORD-${day}-${bytesToCrockford(random).slice(0, TAIL_LENGTH)}`;
}

/** The last characters of a sale's number, by which it is found. */
export function saleNumberTail(number: string): string {
  return number.slice(-TAIL_LENGTH);
}

/** The tail that a typed word may be, O read as 0 and I or L as 1; null where it can be none. */
export function wordToSaleNumberTail(word: string): string | null {
  const values = [...word].map(crockfordValue);
  if (values.length !== TAIL_LENGTH || values.includes(null)) return null;
  return values.map((value) => CROCKFORD_ALPHABET[value ?? 0]).join('');
}
