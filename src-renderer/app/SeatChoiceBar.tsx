import { useMemo } from 'react';
import type { SeatColumns } from '../../src-shared/domain/seat-map/columns.ts';
import { seatsInWords } from '../../src-shared/domain/seat-map/seat-words.ts';
import { text } from '../../src-shared/text/text.ts';
import { widenChoice } from '../canvas/seat-choice.ts';
import { ActionButton } from './actions/ActionButton.tsx';
import type { ActionScope, ActionTable, BoundAction } from './actions/action.ts';
import { useActions } from './actions/use-actions.ts';
import type { SeatChoiceActionId, SeatChoiceContext } from './seat-choice-actions.ts';

export interface SeatChoiceBarProps<Scope extends ActionScope> {
  readonly table: ActionTable<SeatChoiceContext, SeatChoiceActionId<Scope>>;
  readonly columns: SeatColumns;
  readonly chosen: readonly number[];
  readonly onChoose: (ordinals: readonly number[]) => void;
}

/** More rows than a line can name. */
const ROWS_NAMED_MAX = 4;

/** Seats by name while they are few, else how many in how many rows. */
export function choiceInWords(columns: SeatColumns, chosen: readonly number[]): string {
  const rows = new Set(chosen.map((ordinal) => columns.row[ordinal])).size;
  return rows <= ROWS_NAMED_MAX
    ? `${seatCount(chosen.length)}: ${seatsInWords(columns, chosen)}`
    : text('office.chosenMany', { count: chosen.length, rows });
}

export function seatCount(count: number): string {
  return count === 1 ? text('office.oneSeat') : text('office.seats', { count });
}

/** Says what is chosen on the map below it, and widens or drops the choice. */
export function SeatChoiceBar<Scope extends ActionScope>(props: SeatChoiceBarProps<Scope>) {
  const { table, columns, chosen, onChoose } = props;
  const context = useMemo(
    () => ({
      count: chosen.length,
      rows: () => onChoose(widenChoice(columns, chosen, 'row')),
      sections: () => onChoose(widenChoice(columns, chosen, 'section')),
      clear: () => onChoose([]),
    }),
    [columns, chosen, onChoose],
  );
  const actions = useActions(table, context);
  return (
    <div className="choice-bar">
      <span className="choice-bar-words" data-empty={chosen.length === 0} aria-live="polite">
        {chosen.length === 0 ? text('office.chooseHint') : choiceInWords(columns, chosen)}
      </span>
      {chosen.length > 0
        ? Object.values<BoundAction>(actions).map((action) => (
            <ActionButton key={action.id} action={action} size="compact" tone="quiet" hidesKey />
          ))
        : null}
    </div>
  );
}
