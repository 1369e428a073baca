/** A new order's lines as they are typed, and what they mean. */
import type { Input } from '../../../src-shared/contract/calls.ts';
import { text } from '../../../src-shared/text/text.ts';
import { textToMinor, type MoneyRules } from '../../ui/money-text.ts';
import { withWesternDigits } from '../../ui/western-digits.ts';

export interface LineDraft {
  readonly key: number;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
}

type Field = 'description' | 'quantity' | 'unit';

export interface LineProblem {
  readonly index: number;
  readonly field: Field;
  readonly message: string;
}

/** As many seats as the core takes on a line. */
const QUANTITY_MAX = 100_000;

export function isBlank({ description, quantity, unit }: LineDraft): boolean {
  return `${description}${quantity}${unit}`.trim() === '';
}

/** Null when it is not a whole number of seats. */
export function textToQuantity(typed: string): number | null {
  const plain = withWesternDigits(typed).replace(/[\s.,'’]/g, '');
  const quantity = /^\d{1,6}$/.test(plain) ? Number(plain) : 0;
  return quantity >= 1 && quantity <= QUANTITY_MAX ? quantity : null;
}

/** A line's amount in minor units; null while it cannot be told. */
export function lineAmount(line: LineDraft, rules: MoneyRules): number | null {
  const quantity = textToQuantity(line.quantity);
  const unit = textToMinor(line.unit, rules);
  return quantity !== null && unit.ok && unit.value !== null ? quantity * unit.value : null;
}

/** All lines that are not blank, or all that is wrong with them. */
export function readLines(
  drafts: readonly LineDraft[],
  rules: MoneyRules,
): { readonly problems: readonly LineProblem[]; readonly lines: Input<'purchaseOrder.create'>['lines'] } {
  const problems: LineProblem[] = [];
  const lines = drafts.flatMap((draft, index) => {
    // The last line waits blank for the next; a first that is blank is one that was forgotten.
    if (isBlank(draft) && index > 0) return [];
    const number = index + 1;
    const description = draft.description.trim();
    const quantity = textToQuantity(draft.quantity);
    const unit = textToMinor(draft.unit, rules);
    const say = (field: Field, message: string) => problems.push({ index, field, message });
    if (description === '') say('description', text('purchasingScreen.line.badDescription', { number }));
    if (quantity === null) {
      const typed = draft.quantity.trim();
      const key = typed === '' ? 'purchasingScreen.line.noQuantity' : 'purchasingScreen.line.badQuantity';
      say('quantity', text(key, { number, text: typed }));
    }
    const unitMinor = unit.ok ? unit.value : null;
    if (unitMinor === null) {
      const problem = unit.ok ? '' : unit.error.message;
      say('unit', text('purchasingScreen.line.badPrice', { number, problem }).trim());
    }
    return quantity !== null && unitMinor !== null ? [{ description, quantity, unitMinor }] : [];
  });
  return { problems, lines };
}
