/**
 * Reads which seats a supplier's paper means: `rows C-F`, `row C seats 1-6, 9`, `C-F`, `Stalls rows C-F; row H`, `all`.
 * Rows run in the map's own order, so AA follows Z where the house has it so; seats run by number where labels are
 * numbers, else along the row. Both ends of a range must exist.
 *
 *   specification = part { (";" | newline | "," before "row") part }
 *   part          = [ section's name ] ( "all" | [ "row" | "rows" ] list [ [","] ( "seat" | "seats" ) list ] )
 *   list          = one { "," one }        one = label | label ("-" | "–" | "to") label
 */
import { text } from '../../text/text.ts';
import { fail, ok, type Result } from '../result.ts';

export interface SpecifiedSeat {
  readonly seatId: string;
  readonly label: string;
  readonly ordinal: number;
}

/** A section as its map has it: rows in their order, seats in order along the row. */
export interface SpecifiedSection {
  readonly name: string;
  readonly rows: readonly { readonly label: string; readonly seats: readonly SpecifiedSeat[] }[];
}

type SectionRow = SpecifiedSection['rows'][number];

interface Findings {
  readonly notUnderstood: string[];
  readonly notFound: string[];
}

/**
 * The seats meant, each once, in the map's order.
 * Errors: SEATS_NOT_READ { notUnderstood, notFound }, with every part that was not understood or not found.
 */
export function readSeatSpecification(
  section: SpecifiedSection,
  specification: string,
): Result<readonly SpecifiedSeat[]> {
  const findings: Findings = { notUnderstood: [], notFound: [] };
  const chosen = new Set<SpecifiedSeat>();
  const parts = specification.split(/[;\n]|,(?=\s*rows?\b)/iu).map((part) => part.trim());
  for (const part of parts.filter((one) => one !== ''))
    for (const seat of readPart(section, part, findings)) chosen.add(seat);
  const { notUnderstood, notFound } = findings;
  if (notUnderstood.length + notFound.length > 0)
    return fail('SEATS_NOT_READ', sentenceOf(findings, section), { notUnderstood, notFound });
  if (chosen.size === 0) return fail('SEATS_NOT_READ', text('purchasing.noSeatsNamed'), { notUnderstood, notFound });
  return ok([...chosen].toSorted((a, b) => a.ordinal - b.ordinal));
}

function readPart(section: SpecifiedSection, part: string, findings: Findings): readonly SpecifiedSeat[] {
  const rest = withoutName(part, section);
  if (/^all$/iu.test(rest)) return section.rows.flatMap((row) => row.seats);
  const match = /^(?:rows?\b\s*)?(?<rows>.*?)(?:\s*,?\s*\bseats?\b\s*(?<seats>.*))?$/iu.exec(rest);
  const rowList = match?.groups?.['rows']?.trim() ?? '';
  const seatList = match?.groups?.['seats']?.trim();
  if (rowList === '' || seatList === '') {
    findings.notUnderstood.push(part);
    return [];
  }
  const rows = readList(section.rows, rowList, false, (missing) => findings.notFound.push(rowName(missing)));
  if (seatList === undefined) return rows.flatMap((row) => row.seats);
  return rows.flatMap((row) =>
    readList(row.seats, seatList, true, (missing) =>
      findings.notFound.push(text('purchasing.seatOfRow', { row: row.label, seat: missing })),
    ),
  );
}

/**
 * `Stalls rows C-F` or `Section Stalls: rows C-F` within the stalls: what follows the name. A section called like one
 * of its rows is named only before "row" or "all".
 */
function withoutName(part: string, section: SpecifiedSection): string {
  const unlabelled = part.replace(/^section\s+/iu, '');
  const rest = unlabelled.slice(section.name.length);
  const isNamed = unlabelled.toLowerCase().startsWith(section.name.toLowerCase()) && /^($|[\s,:])/u.test(rest);
  if (!isNamed) return part;
  const follows = rest.replace(/^[\s,:]+/u, '');
  if (indexOfLabel(section.rows, section.name) >= 0 && !/^(rows?|all)\b/iu.test(follows)) return part;
  return follows === '' ? 'all' : follows;
}

/** The labelled things that a list names, each once. */
function readList<T extends SpecifiedSeat | SectionRow>(
  things: readonly T[],
  list: string,
  byNumber: boolean,
  notFound: (one: string) => void,
): T[] {
  const chosen = new Set<T>();
  for (const one of list.split(',').map((item) => item.trim())) {
    if (one === '') continue;
    const range = readRange(things, one, byNumber);
    if (range) for (const thing of range) chosen.add(thing);
    else notFound(one);
  }
  return [...chosen];
}

/** A label, or all from one label to another; null when an end is not there. A label may have a hyphen itself. */
function readRange<T extends SpecifiedSeat | SectionRow>(
  things: readonly T[],
  one: string,
  byNumber: boolean,
): readonly T[] | null {
  const alone = indexOfLabel(things, one);
  if (alone >= 0) return [things[alone]!];
  for (const { index, 0: dash } of one.matchAll(/\s*[-–—]\s*|\s+to\s+/giu)) {
    const from = indexOfLabel(things, one.slice(0, index));
    const to = indexOfLabel(things, one.slice(index + dash.length));
    if (from < 0 || to < 0) continue;
    return byNumber ? (numberRange(things, from, to) ?? placeRange(things, from, to)) : placeRange(things, from, to);
  }
  return null;
}

function placeRange<T>(things: readonly T[], from: number, to: number): readonly T[] {
  return things.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Seats are numbered odd and even, or from the middle out: 1-5 means the numbers, not the places between. */
function numberRange<T extends { readonly label: string }>(things: readonly T[], from: number, to: number) {
  const ends = [numberOf(things[from]!.label), numberOf(things[to]!.label)];
  if (ends[0] === null || ends[1] === null) return null;
  const [least, most] = [Math.min(ends[0]!, ends[1]!), Math.max(ends[0]!, ends[1]!)];
  return things.filter(({ label }) => {
    const number = numberOf(label);
    return number !== null && number >= least && number <= most;
  });
}

function numberOf(label: string): number | null {
  return /^\d{1,9}$/u.test(label) ? Number(label) : null;
}

/** As written; else in whatever case, when only one is meant; else as a number without its zeros. */
function indexOfLabel(things: readonly { readonly label: string }[], label: string): number {
  const exact = things.findIndex((thing) => thing.label === label);
  if (exact >= 0) return exact;
  const folded = label.toLowerCase();
  const number = numberOf(label);
  const alike = things.flatMap((thing, index) =>
    thing.label.toLowerCase() === folded || (number !== null && numberOf(thing.label) === number) ? [index] : [],
  );
  return alike.length === 1 ? alike[0]! : -1;
}

function rowName(label: string): string {
  return text('purchasing.row', { row: label });
}

function sentenceOf({ notUnderstood, notFound }: Findings, section: SpecifiedSection): string {
  const sentences: string[] = [];
  if (notUnderstood.length > 0)
    sentences.push(text('purchasing.notUnderstood', { parts: notUnderstood.map((part) => `“${part}”`).join(', ') }));
  if (notFound.length > 0)
    sentences.push(text('purchasing.notInSection', { section: section.name, parts: notFound.join(', ') }));
  return sentences.join(' ');
}
