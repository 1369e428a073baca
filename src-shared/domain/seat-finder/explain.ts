/**
 * Why an answer is one: in figures, and in the words a clerk says.
 */
import { text } from '../../text/text.ts';
import { seatsInWords } from '../seat-map/seat-words.ts';
import { hasRestrictedView, isOnAisle, isTable } from './house.ts';
import type { House } from './house.ts';
import type { AreaStock, Proposal, ProposalFigures } from './question.ts';
import { groupsOf, lengthOf, singlesOf, takingsOf } from './runs.ts';
import type { Seating } from './seating.ts';
import type { View } from './view.ts';

/** A seating as it is answered. */
export function explainSeating(view: View, { stage, seats }: Seating): Proposal {
  const { house, wishes } = view;
  const figures = figuresOf(view, seats);
  const reason = text(
    stage === 'TOGETHER' && figures.singlesLeft > 0 ? 'seatFinder.TOGETHER_ANY' : `seatFinder.${stage}`,
    {
      seats: seatsInWords(house.columns, seats),
      rows: figures.rows,
      places: figures.groups,
      sections: figures.sections,
    },
  );
  const { onAisle, sittingAlone, restrictedView, metresToFocalPoint } = figures;
  const notes = [
    ...(metresToFocalPoint === null ? [] : [text('seatFinder.distance', { metres: Math.round(metresToFocalPoint) })]),
    ...(wishes.aisle && onAisle > 0 ? [text('seatFinder.onAisle')] : []),
    ...(sittingAlone > 0 ? [text('seatFinder.sittingAlone', { count: sittingAlone })] : []),
    ...(restrictedView > 0 ? [text('seatFinder.restrictedView', { count: restrictedView })] : []),
  ];
  return { stage, seats, area: null, reason: [reason, ...notes].join(text('seatFinder.between')), figures };
}

/** An area as it is answered. */
export function explainArea({ id, name, left, priceMinor }: AreaStock, quantity: number): Proposal {
  const figures: ProposalFigures = {
    rows: 0,
    sections: 0,
    groups: 0,
    singlesLeft: 0,
    onAisle: 0,
    restrictedView: 0,
    sittingAlone: 0,
    metresToFocalPoint: null,
    pricesMinor: [priceMinor],
  };
  const reason = text('seatFinder.AREA', { area: name, count: quantity, left: left - quantity });
  return { stage: 'AREA', seats: [], area: id, reason, figures };
}

function figuresOf({ house, stock }: View, seats: readonly number[]): ProposalFigures {
  const { columns } = house;
  const rows = new Set(seats.map((seat) => columns.row[seat]!));
  const groups = [...rows].flatMap((row) => {
    const ofRow = seats.filter((seat) => columns.row[seat] === row);
    return isTable(house, row) ? [ofRow.length] : groupsOf(house, ofRow).map(lengthOf);
  });
  const singles = singlesOf(takingsOf(house, (seat) => stock.open[seat] === 1, seats));
  return {
    rows: rows.size,
    sections: new Set(seats.map((seat) => columns.section[seat])).size,
    groups: groups.length,
    singlesLeft: singles.length,
    onAisle: seats.filter((seat) => isOnAisle(house, seat)).length,
    restrictedView: seats.filter((seat) => hasRestrictedView(house, seat)).length,
    sittingAlone: seats.length === 1 ? 0 : groups.filter((length) => length === 1).length,
    metresToFocalPoint: metresToFocalPoint(house, seats),
    pricesMinor: seats.map((seat) => stock.priceMinor[seat]!),
  };
}

/** From the middle of the seats, to a tenth of a metre. */
function metresToFocalPoint({ columns, unitsPerMetre }: House, seats: readonly number[]): number | null {
  const { focalPoint, x, y } = columns;
  if (focalPoint === undefined || unitsPerMetre === null) return null;
  const middle = (of: Float32Array) => seats.reduce((sum, seat) => sum + of[seat]!, 0) / seats.length;
  const away = Math.hypot(middle(x) - focalPoint.x, middle(y) - focalPoint.y);
  return Math.round((away / unitsPerMetre) * 10) / 10;
}
