/**
 * The sale line: `4`, `4 C,D`, `4 <60`, `4 st C,D <60 @circle 2w`. How many, then in any order levels by their letters, a
 * ticket type by the first letters of its name, the most a seat may cost, sections by the first letters of theirs
 * behind an @, and how many are wheelchair places. All that is not understood is said at once.
 */
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { text } from '../../../src-shared/text/text.ts';
import { folded } from '../../app/folded.ts';
import { textToMinor } from '../../ui/money-text.ts';

export interface SaleLine {
  readonly quantity: number;
  /** Empty for any. */
  readonly priceLevelIds: readonly string[];
  /** Empty for any. */
  readonly sectionIds: readonly string[];
  readonly ticketTypeId: string | null;
  readonly maxPriceMinor: number | null;
  /** Null where the line does not say: what is wished besides it counts. */
  readonly wheelchairs: number | null;
}

export interface SaleLineHouse {
  readonly currency: string;
  readonly locale: string;
  readonly levels: readonly { readonly priceLevelId: string; readonly letter: string }[];
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  /** Types that are sold: complimentary tickets need a reason and are not asked for here. */
  readonly types: readonly { readonly ticketTypeId: string; readonly name: string }[];
}

/** More than any booking; a number typed by mistake (a phone's) stops here. */
const QUANTITY_MAX = 500;
/** Above any seat's price and below any card number. */
const PRICE_LIMIT_MINOR = 100_000_000;

type Draft = { -readonly [Key in keyof SaleLine]: SaleLine[Key] };

/** Errors: SALE_LINE { problems }, a sentence for each word that is not understood. */
export function parseSaleLine(line: string, house: SaleLineHouse): Result<SaleLine> {
  const [first = '', ...words] = wordsOf(line);
  const draft: Draft = {
    quantity: 0,
    priceLevelIds: [],
    sectionIds: [],
    ticketTypeId: null,
    maxPriceMinor: null,
    wheelchairs: null,
  };
  const problems: string[] = [];
  const quantity = /^\d{1,4}$/.test(first) ? Number(first) : 0;
  if (quantity < 1) problems.push(text('sell.line.noQuantity'));
  else if (quantity > QUANTITY_MAX) problems.push(text('sell.line.tooMany', { limit: QUANTITY_MAX }));
  draft.quantity = quantity;
  for (const word of words) {
    const problem = readWord(word, house, draft);
    if (problem !== null) problems.push(problem);
  }
  if (quantity > 0 && (draft.wheelchairs ?? 0) > quantity) problems.push(text('sell.line.wheelchairs'));
  return problems.length === 0 ? ok(draft) : fail('SALE_LINE', problems.join(' '), { problems });
}

/** `< 60` is one word, and so is `C, D`. */
function wordsOf(line: string): string[] {
  return line
    .normalize('NFKC')
    .replace(/<\s*=?\s*/g, ' <')
    .replace(/@\s+/g, '@')
    .replace(/\s*,\s*(?=[\p{L}@])/gu, ',')
    .split(/\s+/)
    .filter(Boolean);
}

/** @returns what is wrong with it, or null */
function readWord(word: string, house: SaleLineHouse, draft: Draft): string | null {
  if (word.startsWith('<')) return readPrice(word.slice(1), house, draft);
  if (word.startsWith('@')) return readSections(word, house, draft);
  const wheelchairs = /^(\d{1,3})w$/i.exec(word);
  if (wheelchairs) {
    draft.wheelchairs = Number(wheelchairs[1]);
    return null;
  }
  const levels = word.split(',').map((letter) => house.levels.find((level) => isLetter(level.letter, letter)));
  if (levels.every((level) => level !== undefined)) {
    draft.priceLevelIds = [...new Set([...draft.priceLevelIds, ...levels.map((level) => level.priceLevelId)])];
    return null;
  }
  const types = house.types.filter(({ name }) => folded(name).startsWith(folded(word)));
  const [type] = types;
  if (type === undefined) return text('sell.line.unknown', { word });
  if (types.length > 1) return text('sell.line.ambiguous', { word, names: types.map(({ name }) => name).join(', ') });
  draft.ticketTypeId = type.ticketTypeId;
  return null;
}

function isLetter(letter: string, typed: string): boolean {
  return letter.toUpperCase() === typed.toUpperCase();
}

/** `@stalls,circle`; one that begins several names means them all: `@upper` is upper left and upper right. */
function readSections(word: string, { sections }: SaleLineHouse, draft: Draft): string | null {
  for (const typed of word.split(',').map((part) => folded(part.replace(/^@/, '')))) {
    const named = sections.filter(({ name }) => typed !== '' && folded(name).replace(/\s/g, '').startsWith(typed));
    if (named.length === 0) return text('sell.line.unknownSection', { word });
    draft.sectionIds = [...new Set([...draft.sectionIds, ...named.map(({ id }) => id)])];
  }
  return null;
}

function readPrice(typed: string, { currency, locale }: SaleLineHouse, draft: Draft): string | null {
  const rules = { currency, locale, limitMinor: PRICE_LIMIT_MINOR, allowsNegative: false };
  const read = textToMinor(typed, rules);
  if (!read.ok) return read.error.message;
  if (read.value === null) return text('sell.line.noPrice');
  draft.maxPriceMinor = read.value;
  return null;
}
