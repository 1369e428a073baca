/** Widening and dropping a choice of seats, the same keys on every map of the office. */
import { Rows3, SquareDashed, X } from 'lucide-react';
import { text } from '../../src-shared/text/text.ts';
import type { ActionScope, ActionTable } from './actions/action.ts';

export interface SeatChoiceContext {
  readonly count: number;
  readonly rows: () => void;
  readonly sections: () => void;
  readonly clear: () => void;
}

export type SeatChoiceActionId<Scope extends ActionScope> = `${Scope}.${'rows' | 'sections' | 'clear'}`;

export function seatChoiceActions<Scope extends ActionScope>(
  scope: Scope,
): ActionTable<SeatChoiceContext, SeatChoiceActionId<Scope>> {
  const whenChosen = ({ count }: SeatChoiceContext) => count > 0 || text('office.chooseSeats');
  return {
    scope,
    actions: [
      {
        id: `${scope}.rows`,
        label: 'office.rowsOfChoice',
        icon: Rows3,
        keys: ['R'],
        enabled: whenChosen,
        run: ({ rows }) => rows(),
      },
      {
        id: `${scope}.sections`,
        label: 'office.sectionsOfChoice',
        icon: SquareDashed,
        keys: ['Shift+R'],
        enabled: whenChosen,
        run: ({ sections }) => sections(),
      },
      {
        id: `${scope}.clear`,
        label: 'office.clearChoice',
        icon: X,
        keys: ['Escape'],
        enabled: whenChosen,
        run: ({ clear }) => clear(),
      },
    ],
  };
}
