/**
 * Names that would break a printed ticket, a search or a store: blank, padded, with invisible characters, or too long.
 * Quotes, emoji and right-to-left letters are fine as they are.
 */
import { text } from '../../../text/text.ts';
import type { SeatMapDocument } from '../document.ts';
import { createFinding, seatsInContext } from '../fault.ts';
import type { Finding } from '../fault.ts';
import { areasOf } from '../plan-size.ts';

/** A ticket's widest line holds about this many characters. */
export const NAME_LENGTH_MAX = 60;

/** Ids are not read by people: long enough for a section, a row and a file's own id in one. */
export const ID_LENGTH_MAX = 200;

/** Control characters (U+0000 is refused by Postgres), line separators, direction overrides and byte-order marks. */
const INVISIBLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
/** What a reader puts where bytes were not UTF-8. */
const UNREADABLE = /\ufffd/g;

/** What is odd about a name, in words, or null. */
export function oddityOf(name: string, canBeBlank = false, lengthMax = NAME_LENGTH_MAX): string | null {
  if (!name.isWellFormed() || name.includes('\ufffd')) return text('planFault.unreadableCharacter');
  if (name.search(INVISIBLE) >= 0) return text('planFault.invisibleCharacter');
  if (name.trim() === '') return canBeBlank && name === '' ? null : text('planFault.blank');
  if (name !== name.trim()) return text('planFault.padded');
  if (lengthOf(name, lengthMax) > lengthMax) return text('planFault.tooLong', { limit: lengthMax });
  return null;
}

/** The name with what is odd taken out; possibly blank. An invisible character becomes a space, so that words stay apart. */
export function cleanName(name: string, lengthMax = NAME_LENGTH_MAX): string {
  const visible = name.toWellFormed().replace(UNREADABLE, '').replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  return shortened(visible, lengthMax);
}

/** The name cut to a number of characters, never inside one. */
export function shortened(name: string, lengthMax: number): string {
  return lengthOf(name, lengthMax) <= lengthMax ? name : [...name].slice(0, lengthMax).join('').trim();
}

/** Like cleanName, for ids. */
export function cleanId(id: string): string {
  return cleanName(id, ID_LENGTH_MAX);
}

/** ODD_NAME over every text a map carries. A row's odd letter counts once, not once a seat. */
export function findOddNames(document: SeatMapDocument): Finding[] {
  const finding = createFinding('ODD_NAME', 'ERROR');
  const note = (subject: string, name: string | null, at: readonly [string, string, string], canBeBlank = false) => {
    if (name === null) return;
    const oddity = oddityOf(name, canBeBlank);
    if (oddity !== null) finding.add(...at, `${subject}: ${oddity}`);
  };
  note(text('planFault.ofMap'), document.name, ['', '', '']);
  for (const category of document.categories) {
    note(text('planFault.ofCategory', { name: category.name }), category.name, ['', '', '']);
  }
  for (const section of document.sections) {
    note(text('planFault.ofSection'), section.name, [section.name, '', '']);
    note(text('planFault.ofFloor'), section.floor, [section.name, '', '']);
    note(text('planFault.ofEntrance'), section.entrance, [section.name, '', '']);
  }
  const sectionNameById = new Map(document.sections.map((section) => [section.id, section.name]));
  for (const row of document.rows) {
    note(text('planFault.ofRow'), row.label, [sectionNameById.get(row.sectionId) ?? '', row.label, '']);
  }
  const ofSeat = text('planFault.ofSeat');
  for (const { seat, row, section } of seatsInContext(document)) {
    note(ofSeat, seat.label, [section.name, row.label, seat.label]);
    const oddId = oddityOf(seat.id, false, ID_LENGTH_MAX);
    if (oddId !== null) finding.add(section.name, row.label, seat.label, `${text('planFault.ofSeatId')}: ${oddId}`);
  }
  for (const area of areasOf(document)) {
    note(text('planFault.ofArea'), area.name, [area.name, '', '']);
    note(text('planFault.ofFloor'), area.floor, [area.name, '', '']);
  }
  for (const shape of document.shapes) {
    if (shape.kind === 'TEXT' || shape.kind === 'STAGE') {
      note(text('planFault.ofShape', { text: shape.text }), shape.text, ['', '', ''], true);
    }
  }
  return finding.done();
}

function lengthOf(name: string, enough: number): number {
  // Counting the characters of a name that is short enough anyway would cost a copy of each.
  return name.length <= enough ? name.length : [...name].length;
}
