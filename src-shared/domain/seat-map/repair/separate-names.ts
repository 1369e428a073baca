/**
 * Makes section, row and number name one seat. Real files repeat names for four reasons, each with its own cure:
 * a seat is listed twice, a row is drawn in pieces, several blocks of a stand are called one section, or somebody
 * numbered a seat wrongly.
 */
import { text } from '../../../text/text.ts';
import { NAME_LENGTH_MAX, shortened } from '../check/names.ts';
import { seatName } from '../check/numbering.ts';
import { createPlaces } from '../check/overlap.ts';
import type { Area, Row, Seat, SeatMapDocument, Section } from '../document.ts';
import { seatsInContext } from '../fault.ts';
import { areasOf } from '../plan-size.ts';
import { groupBy, inReadingOrder } from '../reading-order.ts';
import { boundsOf, median, middleOf } from '../row-geometry.ts';
import { blocksByPlace, inHouseOrder, runsWithoutRepeats } from './blocks.ts';
import type { BlockRow } from './blocks.ts';
import { runSteps } from './repaired.ts';
import type { Repaired } from './repaired.ts';

/** Room kept at the end of a long name for the number that tells it from its namesakes. */
const NUMBER_ROOM = 8;

/** All cures in turn; afterwards no two seats share section, row and number. */
export function separateNames(document: SeatMapDocument): Repaired {
  return runSteps(document, [numberSections, keepOnce, splitOrJoinRows, letterRepeats]);
}

function numberSections(document: SeatMapDocument): Repaired {
  const taken = new Set([...document.sections, ...areasOf(document)].map(({ name }) => name));
  const met = new Set<string>();
  const renamed: string[] = [];
  const numbered = <Place extends Section | Area>(place: Place): Place => {
    if (!met.has(place.name)) {
      met.add(place.name);
      return place;
    }
    let number = 2;
    const candidate = () => `${shortened(place.name, NAME_LENGTH_MAX - NUMBER_ROOM)} ${number}`;
    while (taken.has(candidate())) number++;
    const name = candidate();
    taken.add(name);
    renamed.push(name);
    return { ...place, name };
  };
  const sections = document.sections.map(numbered);
  const areas = document.areas?.map(numbered);
  const notes = renamed.length === 0 ? [] : [text('planRepair.numberSections', { names: listed(renamed) })];
  return { document: { ...document, sections, ...(areas && { areas }) }, notes };
}

/** Drops seats that repeat an earlier seat's name at the same place; companions of a dropped place follow the kept one. */
function keepOnce(document: SeatMapDocument): Repaired {
  const firstByName = new Map<string, number>();
  const placesByName = new Map<string, ReturnType<typeof createPlaces>>();
  const reach = median(document.seats.map((seat) => seat.radius));
  const keptIdByDropped = new Map<string, string>();
  const kept: Seat[] = [];
  const keptIds = new Set<string>();
  for (const { seat, row, section } of seatsInContext(document)) {
    const name = seatName(section.name, row.label, seat.label);
    const first = firstByName.get(name);
    if (first === undefined) firstByName.set(name, kept.length);
    else {
      const places = placesByName.get(name) ?? createPlaces(reach);
      if (!placesByName.has(name)) places.add(kept[first] as Seat, first);
      placesByName.set(name, places);
      const namesake = kept[places.near(seat) ?? -1];
      if (namesake !== undefined) {
        keptIdByDropped.set(seat.id, namesake.id);
        continue;
      }
      places.add(seat, kept.length);
    }
    kept.push(seat);
    keptIds.add(seat.id);
  }
  const dropped = document.seats.length - kept.length;
  if (dropped === 0) return { document, notes: [] };
  const seats = kept.map((seat): Seat => {
    const of = seat.companionOf;
    return of === null || keptIds.has(of) ? seat : { ...seat, companionOf: keptIdByDropped.get(of) ?? of };
  });
  return { document: inReadingOrder({ ...document, seats }), notes: [text('planRepair.keepOnce', { count: dropped })] };
}

interface DrawnRow extends BlockRow {
  readonly row: Row;
  readonly seats: readonly Seat[];
}

function splitOrJoinRows(document: SeatMapDocument): Repaired {
  const seatsByRowId = groupBy(document.seats, (seat) => seat.rowId);
  const rowsBySectionId = groupBy(document.rows, (row) => row.sectionId);
  const sections: Section[] = [];
  const rows: Row[] = [];
  const rowIdOf = new Map<string, string>();
  const joined: string[] = [];
  const split: string[] = [];
  for (const section of document.sections) {
    const drawn = (rowsBySectionId.get(section.id) ?? []).map((row): DrawnRow => {
      const seats = seatsByRowId.get(row.id) ?? [];
      return { row, seats, label: row.label, points: seats };
    });
    const blocks = hasRepeats(drawn) && !canJoin(drawn) ? blocksOf(drawn, document) : [drawn];
    if (blocks.length > 1) split.push(text('planRepair.blocks', { section: section.name, count: blocks.length }));
    else if (hasRepeats(drawn)) joined.push(section.name);
    blocks.forEach((block, index) => {
      const home = blocks.length === 1 ? section : blockSection(section, index + 1);
      sections.push(home);
      for (const [, pieces] of groupBy(block, (piece) => piece.label)) {
        const first = (pieces[0] as DrawnRow).row;
        rows.push({ ...first, sectionId: home.id });
        for (const piece of pieces) rowIdOf.set(piece.row.id, first.id);
      }
    });
  }
  const seats = document.seats.map((seat) => ({ ...seat, rowId: rowIdOf.get(seat.rowId) ?? seat.rowId }));
  const notes = [
    ...(joined.length === 0 ? [] : [text('planRepair.joinRows', { sections: listed(joined) })]),
    ...(split.length === 0 ? [] : [text('planRepair.splitBlocks', { blocks: listed(split) })]),
  ];
  return notes.length === 0
    ? { document, notes }
    : { document: inReadingOrder({ ...document, sections, rows, seats }), notes };
}

function blockSection(section: Section, number: number): Section {
  return {
    id: `${section.id}-block-${number}`,
    name: text('planRepair.blockName', {
      section: shortened(section.name, NAME_LENGTH_MAX - NUMBER_ROOM - 6),
      number,
    }),
    floor: section.floor ?? section.name,
    entrance: section.entrance,
    outline: null,
  };
}

/** The section's blocks in house order. A block in which a label still means two rows is cut where it comes again. */
function blocksOf(drawn: readonly DrawnRow[], document: SeatMapDocument): DrawnRow[][] {
  const blocks = blocksByPlace(drawn).flatMap((indices) => {
    const block = indices.map((index) => drawn[index] as DrawnRow);
    return canJoin(block) ? [indices] : runsWithoutRepeats(drawn, indices);
  });
  const placed = blocks.map((indices) => {
    const block = indices.map((index) => drawn[index] as DrawnRow);
    const points = block.flatMap((row) => row.points);
    const bounds = boundsOf(points);
    return { block, middle: middleOf(points), depth: bounds === null ? 0 : bounds.bottom - bounds.top };
  });
  return inHouseOrder(placed, document.focalPoint).map(({ block }) => block);
}

function hasRepeats(drawn: readonly DrawnRow[]): boolean {
  return new Set(drawn.map(({ label }) => label)).size < drawn.length;
}

/** Rows of one label are pieces of one row when no number comes twice in them; two tables are never one. */
function canJoin(drawn: readonly DrawnRow[]): boolean {
  return [...groupBy(drawn, ({ label }) => label).values()].every((pieces) => {
    if (pieces.length === 1) return true;
    if (pieces.some(({ row }) => row.table !== undefined)) return false;
    const labels = pieces.flatMap(({ seats }) => seats.map((seat) => seat.label));
    return new Set(labels).size === labels.length;
  });
}

/** What is still repeated within a row gets a letter: 19, 19A, 19B. */
function letterRepeats(document: SeatMapDocument): Repaired {
  const inContext = seatsInContext(document);
  const taken = new Set(inContext.map(({ seat, row, section }) => seatName(section.name, row.label, seat.label)));
  const met = new Set<string>();
  const lettered: string[] = [];
  const nextByName = new Map<string, number>();
  const seats = inContext.map(({ seat, row, section }): Seat => {
    const name = seatName(section.name, row.label, seat.label);
    if (!met.has(name)) {
      met.add(name);
      return seat;
    }
    let number = nextByName.get(name) ?? 1;
    const label = shortened(seat.label, NAME_LENGTH_MAX - NUMBER_ROOM);
    const labelled = () => label + (number <= 26 ? String.fromCharCode(64 + number) : `-${number}`);
    while (taken.has(seatName(section.name, row.label, labelled()))) number++;
    taken.add(seatName(section.name, row.label, labelled()));
    nextByName.set(name, number + 1);
    lettered.push(labelled());
    return { ...seat, label: labelled() };
  });
  const notes = lettered.length === 0 ? [] : [text('planRepair.letterRepeats', { labels: listed(lettered) })];
  return { document: { ...document, seats }, notes };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length <= 5 ? shown : text('planRepair.andMore', { shown, count: names.length - 5 });
}
