import { Check, X } from 'lucide-react';
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { PriceLevelView } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { inkOn } from '../../canvas/contrast.ts';
import { EntryCell } from '../../ui/EntryCell.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LetterSwatch } from '../../ui/LetterSwatch.tsx';
import {
  cellAfterKey,
  clipboardToCells,
  GIVEN,
  pasteCells,
  removeType,
  renameType,
  setCell,
  type CellPlace,
  type GridProblem,
  type PriceGrid,
} from './price-grid.ts';

export interface PriceTableProps {
  readonly grid: PriceGrid;
  readonly levels: readonly PriceLevelView[];
  readonly currency: string;
  readonly problems: readonly GridProblem[];
  readonly onChange: (grid: PriceGrid) => void;
  /** A block was pasted; so many of its cells lay over the edge. */
  readonly onPasted: (grid: PriceGrid, over: number) => void;
  /** The focus left a cell. */
  readonly onLeave: () => void;
}

/** Left and right are the cursor's own while it stands inside of what is typed. */
function staysInside(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (!(target instanceof HTMLInputElement)) return false;
  const { selectionStart: start, selectionEnd: end, value } = target;
  if (start === 0 && end === value.length) return false;
  return key === 'ArrowLeft' ? start !== 0 : key === 'ArrowRight' ? end !== value.length : false;
}

/** Levels down, types across: arrows, Enter and pasted blocks go from cell to cell. */
export function PriceTable(props: PriceTableProps) {
  const { grid, levels, currency, onChange, onPasted } = props;
  const table = useRef<HTMLTableElement>(null);
  const goTo = ({ row, column }: CellPlace) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  const press = (at: CellPlace) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || staysInside(event)) return;
    const size = { rows: grid.rows.length, columns: grid.types.length };
    const next = cellAfterKey(at, event.key, event.shiftKey, size);
    if (!next && event.key !== 'Enter') return;
    event.preventDefault();
    if (next) goTo(next);
  };
  const paste = (at: CellPlace) => (event: ClipboardEvent) => {
    const block = clipboardToCells(event.clipboardData.getData('text'));
    const isOne = block.length === 1 && block[0]?.length === 1;
    if (isOne) return;
    event.preventDefault();
    const { grid: next, left } = pasteCells(grid, at, block);
    onPasted(next, left);
  };
  return (
    <div className="event-prices">
      <table ref={table} className="ui-entry" aria-label={text('eventScreen.grid')}>
        <thead>
          <tr>
            <th scope="col">{text('eventScreen.grid.level')}</th>
            {grid.types.map((_, column) => (
              <TypeHeading key={column} grid={grid} column={column} onChange={onChange} currency={currency} />
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ priceLevelId, cells }, row) => {
            const level = levels.find((each) => each.priceLevelId === priceLevelId);
            return (
              <tr key={priceLevelId}>
                <th scope="row" className="event-level">
                  {level ? <LetterSwatch color={level.color} letter={level.letter} ink={inkOn(level.color)} /> : null}
                  {level?.name}
                </th>
                {cells.map((typed, column) => (
                  <td key={column}>
                    <PriceCell
                      {...props}
                      at={{ row, column }}
                      typed={typed}
                      levelName={level?.name ?? ''}
                      onKeyDown={press({ row, column })}
                      onPaste={paste({ row, column })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface TypeHeadingProps extends Pick<PriceTableProps, 'grid' | 'onChange' | 'currency'> {
  readonly column: number;
}

function TypeHeading({ grid, column, onChange, currency }: TypeHeadingProps) {
  const type = grid.types[column];
  if (!type) return null;
  return (
    <th scope="col" className="event-type">
      <div className="event-type-head">
        <EntryCell
          label={text('eventScreen.grid.typeName', { number: column + 1 })}
          value={type.name}
          maxLength={60}
          align="end"
          onChange={(name) => onChange(renameType(grid, column, name))}
        />
        {grid.types.length > 1 ? (
          <IconButton
            icon={X}
            size="compact"
            label={text('eventScreen.grid.removeType', { name: type.name })}
            onPress={() => onChange(removeType(grid, column))}
          />
        ) : null}
      </div>
      <span className="event-type-kind">{type.kind === 'COMP' ? text('eventScreen.grid.comp') : currency}</span>
    </th>
  );
}

interface PriceCellProps extends PriceTableProps {
  readonly at: CellPlace;
  readonly typed: string;
  readonly levelName: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

function PriceCell({ grid, at, typed, levelName, problems, onChange, onLeave, onKeyDown, onPaste }: PriceCellProps) {
  const type = grid.types[at.column];
  const label = text('eventScreen.grid.cell', { level: levelName, type: type?.name ?? '' });
  const place = `${at.row} ${at.column}`;
  const change = (next: string) => onChange(setCell(grid, at, next));
  if (type?.kind === 'COMP') {
    const isGiven = typed === GIVEN;
    return (
      <button
        type="button"
        aria-pressed={isGiven}
        aria-label={label}
        className="ui-entry-cell event-comp"
        data-cell={place}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onClick={() => change(isGiven ? '' : GIVEN)}
      >
        {isGiven ? <Check aria-hidden="true" /> : null}
        <span>{text(isGiven ? 'eventScreen.grid.given' : 'eventScreen.grid.notGiven')}</span>
      </button>
    );
  }
  return (
    <EntryCell
      label={label}
      align="end"
      inputMode="decimal"
      data-cell={place}
      value={typed}
      placeholder="–"
      problem={problems.find(({ row, column }) => row === at.row && column === at.column)?.message ?? null}
      onChange={change}
      onBlur={onLeave}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
