/**
 * Best available: which seats, in what order of preference, and why (product.md, FIND).
 */
import { text } from '../../text/text.ts';
import { FLAG_RESTRICTED_VIEW } from '../seat-map/columns.ts';
import type { SeatColumns } from '../seat-map/columns.ts';
import { seatsInWords } from '../seat-map/seat-words.ts';
import { groupsOf, seatingsAcrossSections, seatingsInOneSection } from './apart.ts';
import { createCandidates, isOnAisle, singlesLeft } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import { createHouse } from './house.ts';
import type {
  FinderStage,
  NoSingleRule,
  PickJudgement,
  Proposal,
  ProposalFigures,
  SeatQuestion,
  SeatStock,
  StockChange,
} from './question.ts';
import { seatingsInAdjoiningRows, seatingsInOneRow } from './together.ts';
import type { Seating } from './together.ts';

const PROPOSALS_MAX = 3;

export interface SeatFinder {
  /** Up to three answers, best first, no seat in two of them. Empty when the house has too few seats that fit. */
  find(question: SeatQuestion): Proposal[];
  update(change: StockChange): void;
  /** What the rule says of seats taken by hand while others (`give`, which are not free now) are given up for them. */
  judgePick(take: readonly number[], give: readonly number[], rule: NoSingleRule): PickJudgement;
}

/**
 * A finder for one event on one map version, kept as long as somebody may ask and told of every change. An answer is
 * deterministic, holds only seats that are free and meet the question, exactly as many as asked, and its stage is the
 * first at which the party can be seated.
 */
export function createSeatFinder(columns: SeatColumns, stock: SeatStock): SeatFinder {
  const house = createHouse(columns);
  const held = { free: stock.free.slice(), level: stock.level.slice(), priceMinor: stock.priceMinor.slice() };
  return {
    find(question) {
      const { quantity, wheelchairs = 0 } = question;
      if (!Number.isInteger(quantity) || quantity < 1 || wheelchairs < 0 || wheelchairs > quantity) return [];
      return propose(createCandidates(question, house, held));
    },
    update({ ordinals, free, level, priceMinor }) {
      for (let i = 0; i < ordinals.length; i++) {
        const ordinal = ordinals[i]!;
        held.free[ordinal] = free[i]!;
        held.level[ordinal] = level[i]!;
        held.priceMinor[ordinal] = priceMinor[i]!;
      }
    },
    judgePick(take, give, rule) {
      if (rule === 'OFF') return { verdict: 'FINE', alone: [], instead: null };
      const stockThen = { ...held, free: held.free.slice() };
      for (const ordinal of give) stockThen.free[ordinal] = 1;
      const alone = singlesLeft(createCandidates({ quantity: take.length }, house, stockThen), take);
      if (alone.length === 0) return { verdict: 'FINE', alone, instead: null };
      return { verdict: rule === 'STRICT' ? 'REFUSE' : 'WARN', alone, instead: null };
    },
  };
}

function propose(candidates: Candidates): Proposal[] {
  const inOneRow = seatingsInOneRow(candidates);
  const together: readonly (readonly [FinderStage, () => Seating[]])[] = [
    ['TOGETHER', () => inOneRow.filter((seating) => seating.singlesLeft === 0)],
    ['TOGETHER_SINGLE_LEFT', () => inOneRow.filter((seating) => seating.singlesLeft > 0)],
    ['ADJOINING_ROWS', () => seatingsInAdjoiningRows(candidates)],
  ];
  const apart: readonly (readonly [FinderStage, () => Seating[]])[] = [
    ['ONE_SECTION', () => seatingsInOneSection(candidates)],
    ['ACROSS_SECTIONS', () => seatingsAcrossSections(candidates)],
  ];
  const proposals = collect(candidates, together, PROPOSALS_MAX);
  // Nobody who can sit together wants to see how they could sit apart.
  return proposals.length > 0 ? proposals : collect(candidates, apart, PROPOSALS_MAX);
}

function collect(
  candidates: Candidates,
  stages: readonly (readonly [FinderStage, () => Seating[]])[],
  limit: number,
): Proposal[] {
  const proposals: Proposal[] = [];
  const offered = new Set<number>();
  for (const [stage, seatingsAt] of stages) {
    if (proposals.length >= limit) break;
    for (const seating of seatingsAt().sort(compareSeatings)) {
      if (proposals.length >= limit) break;
      if (seating.seats.some((seat) => offered.has(seat))) continue;
      for (const seat of seating.seats) offered.add(seat);
      const reason = reasonFor(candidates, stage, seating);
      proposals.push({ stage, seats: seating.seats, area: null, reason, figures: figuresOf(candidates, seating) });
    }
  }
  return proposals;
}

function compareSeatings(a: Seating, b: Seating): number {
  return a.rows - b.rows || a.singlesLeft - b.singlesLeft || b.worth - a.worth || (a.seats[0] ?? 0) - (b.seats[0] ?? 0);
}

function figuresOf(candidates: Candidates, { seats, rows, singlesLeft }: Seating): ProposalFigures {
  const { columns } = candidates.house;
  const groups = groupsOf(candidates, seats);
  return {
    rows,
    sections: new Set(seats.map((seat) => columns.section[seat])).size,
    groups: groups.length,
    singlesLeft,
    onAisle: seats.filter((seat) => isOnAisle(candidates, seat)).length,
    restrictedView: seats.filter((seat) => ((columns.flags[seat] ?? 0) & FLAG_RESTRICTED_VIEW) !== 0).length,
    sittingAlone: seats.length === 1 ? 0 : groups.filter(({ start, end }) => end - start === 1).length,
    metresToFocalPoint: null,
    pricesMinor: seats.map((seat) => candidates.priceMinor[seat] ?? -1),
  };
}

function reasonFor(candidates: Candidates, stage: FinderStage, { seats, rows }: Seating): string {
  const { columns } = candidates.house;
  const groups = groupsOf(candidates, seats);
  const reason = text(`seatFinder.${stage}`, {
    seats: seatsInWords(columns, seats),
    rows,
    places: groups.length,
    sections: new Set(seats.map((seat) => columns.section[seat])).size,
  });
  const restricted = seats.filter((seat) => ((columns.flags[seat] ?? 0) & FLAG_RESTRICTED_VIEW) !== 0).length;
  const alone = seats.length === 1 ? 0 : groups.filter(({ start, end }) => end - start === 1).length;
  const notes = [
    ...(candidates.aisle && seats.some((seat) => isOnAisle(candidates, seat)) ? [text('seatFinder.onAisle')] : []),
    ...(alone > 0 ? [text('seatFinder.sittingAlone', { count: alone })] : []),
    ...(restricted > 0 ? [text('seatFinder.restrictedView', { count: restricted })] : []),
  ];
  return notes.length === 0 ? reason : text('seatFinder.withNotes', { reason, notes: notes.join(', ') });
}
