/** How full each section is, from what the door's map shows. Pure. */
import { ARRIVALS } from '../../../src-shared/domain/door/arrival.ts';
import { SEAT_STATUSES, type SeatColumns, type SeatStates } from '../../../src-shared/domain/seat-map/columns.ts';

export interface SectionArrivals {
  readonly sectionId: string;
  readonly name: string;
  readonly sold: number;
  readonly inside: number;
  readonly seenTwice: number;
  readonly wrongDoor: number;
}

const SOLD = SEAT_STATUSES.indexOf('SOLD');
const [IN, SEEN_TWICE, WRONG_DOOR] = (['IN', 'SEEN_TWICE', 'WRONG_DOOR'] as const).map((each) =>
  ARRIVALS.indexOf(each),
) as [number, number, number];

/** In the order of the map; a section nobody is expected in is left out. */
export function sectionArrivals(
  { count, section, sections }: SeatColumns,
  { status }: Pick<SeatStates, 'status'>,
  arrival: ArrayLike<number>,
): SectionArrivals[] {
  const rows = sections.map(({ id, name }) => ({
    sectionId: id,
    name,
    sold: 0,
    inside: 0,
    seenTwice: 0,
    wrongDoor: 0,
  }));
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    if (status[ordinal] !== SOLD) continue;
    const row = rows[section[ordinal]!]!;
    const came = arrival[ordinal];
    row.sold += 1;
    if (came === IN || came === SEEN_TWICE) row.inside += 1;
    if (came === SEEN_TWICE) row.seenTwice += 1;
    if (came === WRONG_DOOR) row.wrongDoor += 1;
  }
  return rows.filter(({ sold }) => sold > 0);
}
