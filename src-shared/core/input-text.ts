/**
 * Every text that enters is looked at once, here: what Postgres refuses (U+0000, lone surrogates) would stall a till
 * that has to push it later, and a card number must not reach a disk.
 */
import type { AppError } from '../domain/result.ts';
import { containsCardNumber } from '../domain/privacy/card-number.ts';
import { text } from '../text/text.ts';

/** @returns everything wrong, with its path, or an empty list */
export function faultsOfText(input: unknown, rawFields: readonly string[]): { path: string; message: string }[] {
  const faults: { path: string; message: string }[] = [];
  walk(input, '', rawFields, faults);
  return faults;
}

/** One error for all of it. A card number is never repeated in the message. */
export function textError(faults: readonly { path: string; message: string }[]): AppError {
  const isCard = faults.some((fault) => fault.message === CARD);
  return {
    code: isCard ? 'CARD_NUMBER' : 'BAD_INPUT',
    message: isCard
      ? CARD
      : faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; '),
    data: { issues: faults },
  };
}

const CARD = text('core.cardNumber');

function walk(
  value: unknown,
  path: string,
  rawFields: readonly string[],
  faults: { path: string; message: string }[],
): void {
  if (typeof value === 'string') {
    const fault = faultOf(value, rawFields.includes(path));
    if (fault) faults.push({ path, message: fault });
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => walk(item, `${path}[${index}]`, rawFields, faults));
  } else if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value)) {
    for (const [key, item] of Object.entries(value)) {
      const fault = faultOf(key, false);
      // A name that must not be repeated is told by its place alone.
      if (fault) faults.push({ path, message: fault });
      else walk(item, path === '' ? key : `${path}.${key}`, rawFields, faults);
    }
  }
}

function faultOf(value: string, isRaw: boolean): string | null {
  if (!value.isWellFormed()) return text('core.brokenCharacter');
  if (isRaw) return null;
  if (value.includes('\u0000')) return text('core.nullCharacter');
  return containsCardNumber(value) ? CARD : null;
}
