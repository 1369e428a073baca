/**
 * Best available: which seats, in what order of preference, and why (product.md, FIND).
 *
 *   question.ts             what is asked and answered
 *   house.ts, neighbours.ts what the map says; stock.ts, what there is to sell; wishes.ts, a question to be worked on
 *   view.ts, kept-view.ts   a question's sight of both, kept between questions; window.ts, the rank of a place in a row
 *   one-row.ts              stage by stage: together,
 *   adjoining-rows.ts       in rows one behind the other (rooms.ts, column-party.ts),
 *   apart.ts                in a section or across sections (groups.ts, wheelchairs.ts),
 *   tables.ts               at tables
 *   pick.ts                 picks by hand; splits.ts, the rule of what may stay; explain.ts, the reasons
 */
import { acrossSections, inOneSection } from './apart.ts';
import { inAdjoiningRows } from './adjoining-rows.ts';
import { explainArea, explainSeating } from './explain.ts';
import { createHouse } from './house.ts';
import type { SeatColumns } from '../seat-map/columns.ts';
import { inOneRow } from './one-row.ts';
import { judgePick } from './pick.ts';
import type { NoSingleRule, PickJudgement, Proposal, SeatQuestion, SeatStock, StockChange } from './question.ts';
import { createOffered } from './seating.ts';
import type { Stage } from './seating.ts';
import { createStock } from './stock.ts';
import type { Stock } from './stock.ts';
import { atOneTable, atSeveralTables } from './tables.ts';
import { createView } from './kept-view.ts';
import type { KeptView } from './kept-view.ts';
import { isAffordable, keyOf, readQuestion } from './wishes.ts';
import type { Wishes } from './wishes.ts';

const PROPOSALS_MAX = 3;

/**
 * Stages that are offered beside each other. A later line is looked at only when those before it have no answer: nobody
 * who can sit together wants to see how they could sit apart.
 */
const STAGES: readonly (readonly Stage[])[] = [
  [inOneRow, inAdjoiningRows],
  [inOneSection],
  [acrossSections],
  [atOneTable],
  [atSeveralTables],
];

/** Views kept: a counter asks for two or four, at this price or that; each costs about 25 bytes a row and 9 a seat. */
const VIEWS_MAX = 8;

export interface SeatFinder {
  /**
   * Up to three answers, best first, no seat in two of them. Empty when the house has too few seats that fit, and to
   * what is no question (no people, more wheelchairs than people).
   */
  find(question: SeatQuestion): Proposal[];
  update(change: StockChange): void;
  /** What the rule says of seats taken by hand while others (`give`, which are not free now) are given up for them. */
  judgePick(take: readonly number[], give: readonly number[], rule: NoSingleRule): PickJudgement;
}

/**
 * A finder for one event on one map version, kept as long as somebody may ask and told of every change. An answer is
 * deterministic whatever came before, holds only seats that are free and meet the question, exactly as many as asked,
 * and its stage is the first at which the party can be seated.
 */
export function createSeatFinder(columns: SeatColumns, stock: SeatStock): SeatFinder {
  const house = createHouse(columns);
  const held = createStock(house, stock);
  const offered = createOffered(columns.count);
  /** By question; the one asked last is last. */
  const views = new Map<string, KeptView>();

  function viewOf(question: SeatQuestion, wishes: Wishes): KeptView {
    const key = keyOf(question);
    const view = views.get(key) ?? createView(house, held, wishes);
    views.delete(key);
    views.set(key, view);
    if (views.size > VIEWS_MAX) views.delete(views.keys().next().value!);
    view.refresh();
    return view;
  }

  function findSeats(view: KeptView): Proposal[] {
    const proposals: Proposal[] = [];
    offered.clear();
    for (const stages of STAGES) {
      for (const stage of stages) {
        if (proposals.length === PROPOSALS_MAX) break;
        const next = stage(view, offered);
        for (let seating = next(); seating !== null; seating = proposals.length < PROPOSALS_MAX ? next() : null) {
          proposals.push(explainSeating(view, seating));
          offered.add(seating.seats);
        }
      }
      if (proposals.length > 0) break;
    }
    return proposals;
  }

  return {
    find(question) {
      const wishes = readQuestion(question, house);
      if (wishes === null) return [];
      const proposals = findSeats(viewOf(question, wishes));
      return proposals.length > 0 ? proposals : findAreas(held, wishes);
    },
    update(change) {
      const rows = held.apply(change);
      for (const view of views.values()) for (const row of rows) view.touch(row);
    },
    judgePick: (take, give, rule) => judgePick(house, held, take, give, rule),
  };
}

/** Areas, in the order given, that let the whole party in. They have no section, no aisle and no wheelchair's place. */
function findAreas({ areas }: Stock, wishes: Wishes): Proposal[] {
  const { quantity, wheelchairs, aisle, sections } = wishes;
  if (wheelchairs > 0 || aisle || sections !== null) return [];
  return areas
    .filter(({ left, level, priceMinor }) => left >= quantity && isAffordable(wishes, level, priceMinor))
    .slice(0, PROPOSALS_MAX)
    .map((area) => explainArea(area, quantity));
}
