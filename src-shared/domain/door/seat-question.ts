/** Seats as people say them at a door: `F 12`, `F12`, `Stalls F 12`, `stalls, row F, seat 12`. */
import { foldText, searchWords } from '../text/fold.ts';

export interface SeatQuestion {
  /** Folded words of the section's name; none when only row and seat were said. */
  readonly sectionWords: readonly string[];
  /** Folded. */
  readonly row: string;
  readonly label: string;
}

/** Words that name nothing. */
const FILLERS: ReadonlySet<string> = new Set(['row', 'seat', 'no', 'nr']);

/** @returns every way in which the text can name a seat; none when it cannot */
export function seatQuestions(typed: string): SeatQuestion[] {
  const words = (foldText(typed).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !FILLERS.has(word));
  const questions: SeatQuestion[] = [];
  if (words.length >= 2) questions.push(question(words.slice(0, -2), words.at(-2)!, words.at(-1)!));
  const together = /^(\p{L}+)(\p{N}+\p{L}?)$/u.exec(words.at(-1) ?? '');
  if (together) questions.push(question(words.slice(0, -1), together[1]!, together[2]!));
  return questions;
}

function question(sectionWords: readonly string[], row: string, label: string): SeatQuestion {
  return { sectionWords, row, label };
}

/** Whether a seat is what was asked for; a section may be named by the beginnings of its words. */
export function isSeatAskedFor(
  { sectionWords, row, label }: SeatQuestion,
  seat: { readonly section: string; readonly row: string; readonly label: string },
): boolean {
  if (foldText(seat.row) !== row || foldText(seat.label) !== label) return false;
  const names = searchWords(seat.section);
  return sectionWords.every((word) => names.some((name) => name.startsWith(word)));
}
