/**
 * Which side of the pitch a stand is on, and in which order its sections stand there: read from their names, since
 * row counts say nothing of places. Sides are numbered clockwise: 0 west (left), 1 north (top), 2 east, 3 south.
 */
import { compareLabels, groupBy, labelNumber } from '../reading-order.ts';
import { sectionName, type CountedSection } from './counted-section.ts';

const SIDE_WORDS: readonly (readonly string[])[] = [
  ['west', 'ouest', 'oeste', 'ovest', 'westen', 'захід', 'західна', 'запад'],
  ['north', 'nord', 'norte', 'noord', 'norden', 'північ', 'північна', 'север'],
  ['east', 'ost', 'est', 'este', 'oost', 'osten', 'схід', 'східна', 'восток'],
  ['south', 'sud', 'süd', 'sur', 'sul', 'zuid', 'süden', 'південь', 'південна', 'юг'],
];

/** Boxes, lounges and the like stand behind or above the rows in front. */
const UPPER_NAME = /^(?:vip|sb|sky|box|boxes|loge|lodge|suite|lounge|press)(?![a-z])/i;

/** The side that a name says, or null: "West lower" and "tribuna ovest" say 0. */
export function sideNamed(name: string): number | null {
  for (const word of name.toLowerCase().split(/[^\p{L}]+/u)) {
    const side = SIDE_WORDS.findIndex((words) => words.includes(word));
    if (side >= 0) return side;
  }
  return null;
}

/** A section where it stands. */
export interface StandingSection {
  readonly section: CountedSection;
  /** Its place in the list given. */
  readonly index: number;
  /** The line it is in behind the front one, or null for the front. */
  readonly tier: string | null;
}

/** The sections of each side in clockwise order. Stands that name no side go round in the file's order. */
export function standSections(sections: readonly CountedSection[]): StandingSection[][] {
  const sideByStand = sidesOf(sections);
  const firstTier = sections.find(({ tier }) => tier !== null)?.tier ?? null;
  const sides: StandingSection[][] = [[], [], [], []];
  sections.forEach((section, index) => {
    sides[sideByStand.get(standOf(section))!]!.push({ section, index, tier: tierOf(section, firstTier) });
  });
  const turn = runsClockwise(sides) ? 1 : -1;
  return sides.map((side) => {
    const isAllUpper = side.every(({ tier }) => tier !== null);
    const main = side.filter(({ tier }) => tier === null || isAllUpper).map((each) => ({ ...each, tier: null }));
    const upper = isAllUpper ? [] : side.filter(({ tier }) => tier !== null);
    main.sort((a, b) => turn * compareLabels(a.section.name, b.section.name) || a.index - b.index);
    // Lines stand behind each other in the file's order, the blocks of each beside each other by their names.
    const lines = groupBy(upper, ({ tier }) => tier).values();
    return [...main, ...[...lines].flatMap((line) => line.sort(leftToRight))];
  });
}

/** Whether names say that stands lie round a pitch: a hall before a stage has no west and no north. */
export function nameSides(sections: readonly CountedSection[]): boolean {
  const sides = new Set(sections.map((section) => sideNamed(standOf(section))));
  sides.delete(null);
  return sides.size > 1;
}

function standOf({ stand, name }: CountedSection): string {
  return stand ?? name;
}

function sidesOf(sections: readonly CountedSection[]): Map<string, number> {
  const stands = [...new Set(sections.map(standOf))];
  const known = new Set(stands.map(sideNamed));
  const free = [0, 1, 2, 3].filter((side) => !known.has(side));
  const open = free.length > 0 ? free : [0, 1, 2, 3];
  const unknown = stands.filter((stand) => sideNamed(stand) === null);
  return new Map(
    stands.map((stand) => {
      const turn = Math.floor((unknown.indexOf(stand) * open.length) / Math.max(unknown.length, 1));
      return [stand, sideNamed(stand) ?? open[turn]!];
    }),
  );
}

function tierOf({ name, tier }: CountedSection, firstTier: string | null): string | null {
  const special = UPPER_NAME.exec(name)?.[0].toUpperCase() ?? null;
  return special ?? (tier === firstTier ? null : tier);
}

/** Whether the numbers of sections grow from each side to the next clockwise one. */
function runsClockwise(sides: readonly (readonly StandingSection[])[]): boolean {
  const least = sides.map((side) => {
    const numbers = side.flatMap(({ section }) => labelNumber(section.name) ?? []);
    return numbers.length === 0 ? null : Math.min(...numbers);
  });
  const steps = least.flatMap((number, side) => {
    const next = least[(side + 1) % 4]!;
    return number === null || next === null ? [] : [Math.sign(next - number)];
  });
  return steps.reduce((sum, step) => sum + step, 0) >= 0;
}

/** As one looks at the pitch, names that end in R stand right of the middle ones, those that end in L left. */
function leftToRight(a: StandingSection, b: StandingSection): number {
  const handOf = ({ section: { name } }: StandingSection): number =>
    /(?:R|right)$/i.test(name) ? -1 : /(?:L|left)$/i.test(name) ? 1 : 0;
  const hand = handOf(a);
  if (hand !== handOf(b)) return hand - handOf(b);
  const byName = compareLabels(sectionName(null, a.section.name), sectionName(null, b.section.name));
  return hand < 0 ? -byName : byName;
}
