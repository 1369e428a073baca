/**
 * Repairs of numbers and ids that need no look at the drawing.
 */
import { text } from '../../../text/text.ts';
import { ID_LENGTH_MAX, shortened } from '../check/names.ts';
import { prefixedRowIds, unprefixedLabel } from '../check/numbering.ts';
import type { Seat, SeatMapDocument } from '../document.ts';
import { seatsInContext } from '../fault.ts';
import { groupBy } from '../reading-order.ts';
import type { Repaired } from './repaired.ts';

/** Room kept at the end of a long id for the number that tells it from its namesakes. */
const NUMBER_ROOM = 8;

/** "17-4" in row 17 becomes "4", in rows where every seat says its row. */
export function dropRowPrefixes(document: SeatMapDocument): Repaired {
  const prefixed = prefixedRowIds(document);
  const rowById = new Map(document.rows.map((row) => [row.id, row]));
  let example: string | null = null;
  const seats = document.seats.map((seat): Seat => {
    const row = rowById.get(seat.rowId);
    const label = row !== undefined && prefixed.has(row.id) ? unprefixedLabel(row, seat) : null;
    if (label === null || row === undefined) return seat;
    example ??= text('planRepair.prefixExample', { from: seat.label, row: row.label, to: label });
    return { ...seat, label };
  });
  const notes = example === null ? [] : [text('planRepair.dropRowPrefixes', { example })];
  return { document: { ...document, seats }, notes };
}

/**
 * Ids used again get their section's name in front, in the whole section so that its ids stay alike; where that is
 * not enough, a number behind. Companions follow their wheelchair place.
 */
export function separateIds(document: SeatMapDocument): Repaired {
  const inContext = seatsInContext(document);
  const met = new Set<string>();
  const sectionNameById = new Map<string, string>();
  for (const { seat, section } of inContext) {
    if (met.has(seat.id)) sectionNameById.set(section.id, section.name);
    met.add(seat.id);
  }
  if (sectionNameById.size === 0) return { document, notes: [] };
  const taken = new Set<string>();
  for (const { seat, section } of inContext) if (!sectionNameById.has(section.id)) taken.add(seat.id);
  const idByOrdinal = inContext.map(({ seat, section }) => {
    if (!sectionNameById.has(section.id)) return seat.id;
    const wanted = shortened(`${section.name}-${seat.id}`, ID_LENGTH_MAX - NUMBER_ROOM);
    let id = wanted;
    for (let number = 2; taken.has(id); number++) id = `${wanted}#${number}`;
    taken.add(id);
    return id;
  });
  const seats = followWheelchairs(document, idByOrdinal);
  const names = [...sectionNameById.values()];
  const shown = names.slice(0, 5).join(', ');
  const sections = names.length <= 5 ? shown : text('planRepair.andMore', { shown, count: names.length - 5 });
  return { document: { ...document, seats }, notes: [text('planRepair.separateIds', { sections })] };
}

/** The seats with their new ids; a companion keeps its own row's or section's wheelchair place before any other of that id. */
function followWheelchairs(document: SeatMapDocument, idByOrdinal: readonly string[]): Seat[] {
  const inContext = seatsInContext(document);
  const wheelchairsById = groupBy(
    inContext.flatMap((at, ordinal) => (at.seat.kind === 'WHEELCHAIR' ? [{ at, ordinal }] : [])),
    ({ at }) => at.seat.id,
  );
  return inContext.map(({ seat, row, section }, ordinal): Seat => {
    const candidates = seat.companionOf === null ? [] : (wheelchairsById.get(seat.companionOf) ?? []);
    const wheelchair =
      candidates.find(({ at }) => at.row.id === row.id) ??
      candidates.find(({ at }) => at.section.id === section.id) ??
      candidates[0];
    const companionOf = wheelchair === undefined ? seat.companionOf : (idByOrdinal[wheelchair.ordinal] ?? null);
    return { ...seat, id: idByOrdinal[ordinal] ?? seat.id, companionOf };
  });
}
