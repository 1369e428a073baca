/**
 * Categories out of a list's category and price columns.
 */
import { text } from '../../../text/text.ts';
import { categoryColor, categoryLetter } from '../category-style.ts';
import type { Category } from '../document.ts';
import { groupBy } from '../reading-order.ts';

/** A price as written, in minor units; NaN or not whole when it is none that can be charged. "45", "45.00", "€ 1.234,50". */
export function readPriceMinor(written: string, minorUnitDigits: number): number {
  const bare = written.replace(/^[\p{Sc}\s]+|[\p{Sc}\s]+$/gu, '').replace(/^[A-Z]{3}\s*|\s*[A-Z]{3}$/g, '');
  const decimalComma = /,\d{1,2}$/.test(bare);
  const plain = decimalComma ? bare.replace(/[.\s]/g, '').replace(',', '.') : bare.replace(/,(?=\d{3})/g, '');
  const amount = plain === '' ? NaN : Number(plain) * 10 ** minorUnitDigits;
  const whole = Math.round(amount);
  // 1.15 × 100 is 114.99999999999999: near enough to whole is whole, half a cent is not.
  return Math.abs(amount - whole) < 1e-6 ? whole : amount;
}

export interface CategoryCell {
  readonly category: string;
  readonly price: string;
}

/**
 * One category for each pair of name and price in use; the price joins the name only where one name has several, so
 * that no price of the file is lost. Returns the categories and each line's category id, or null for neither.
 */
export function categoriesOf(
  cells: readonly CategoryCell[],
  minorUnitDigits: number,
): { readonly categories: Category[]; readonly idByCell: (cell: CategoryCell) => string | null } {
  const keyOf = ({ category, price }: CategoryCell) => JSON.stringify([category, price]);
  const distinct = [...new Map(cells.map((cell) => [keyOf(cell), cell])).values()].filter(
    ({ category, price }) => category !== '' || price !== '',
  );
  const pricesByName = groupBy(distinct, ({ category }) => category);
  const idByKey = new Map<string, string>();
  const categories = distinct.map((cell, index): Category => {
    const { category, price } = cell;
    const several = (pricesByName.get(category)?.length ?? 0) > 1 && price !== '';
    const id = `c${index + 1}`;
    idByKey.set(keyOf(cell), id);
    return {
      id,
      name: category === '' ? price : several ? text('planImport.csvPriceName', { name: category, price }) : category,
      color: categoryColor(index),
      letter: categoryLetter(index),
      defaultPriceMinor: price === '' ? null : readPriceMinor(price, minorUnitDigits),
    };
  });
  return { categories, idByCell: (cell) => idByKey.get(keyOf(cell)) ?? null };
}
