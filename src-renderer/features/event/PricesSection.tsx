import { Gift, Plus } from 'lucide-react';
import { useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { EventDetail } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Status } from '../../ui/Status.tsx';
import { addType, eventToGrid, readGrid, tidyGrid, TYPES_MAX, type GridProblem, type PriceGrid } from './price-grid.ts';
import { PriceTable } from './PriceTable.tsx';

/** As much as the core takes for a price. */
const PRICE_LIMIT_MINOR = 100_000_000;

/** The grid of prices, typed like a spreadsheet and saved as a whole. */
export function PricesSection({ event }: { readonly event: EventDetail }) {
  const { locale } = useLocale();
  const act = useAct();
  const stored = eventToGrid(event, locale);
  const storedKey = JSON.stringify(stored);
  const [edited, setEdited] = useState<PriceGrid | null>(null);
  const [left, setLeft] = useState(0);
  const [isSaved, setSaved] = useState(false);
  const grid = edited ?? stored;
  const rules = { currency: event.currency, locale, limitMinor: PRICE_LIMIT_MINOR, allowsNegative: false };
  const { problems, input } = readGrid(grid, rules);
  const isChanged = edited !== null && JSON.stringify(tidyGrid(edited, rules)) !== storedKey;
  const isUnnamed = grid.types.some(({ name }) => name.trim() === '');
  const refusal = problems[0]?.message ?? (isUnnamed ? text('eventScreen.grid.typeUnnamed') : null);

  const change = (next: PriceGrid) => {
    setEdited(next);
    setSaved(false);
    setLeft(0);
  };
  const save = async () => {
    const sentence = text('eventScreen.grid.act', { title: event.title });
    const saved = await act.run(sentence, 'event.setPrices', { eventId: event.eventId, ...input });
    if (!saved.ok) return;
    setEdited(null);
    setSaved(true);
  };

  return (
    <div className="event-section">
      {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
      {left > 0 ? (
        <Message tone="warn" onDismiss={() => setLeft(0)}>
          {text('eventScreen.grid.pasted', { count: left })}
        </Message>
      ) : null}
      <p className="office-hint">{text('eventScreen.grid.hint')}</p>
      <PriceTable
        grid={grid}
        levels={event.levels}
        currency={event.currency}
        problems={problems}
        onChange={change}
        onPasted={(next, over) => {
          change(next);
          setLeft(over);
        }}
        onLeave={() => {
          if (edited) setEdited(tidyGrid(edited, rules));
        }}
      />
      <GridProblems event={event} grid={grid} problems={problems} />
      <TypeButtons grid={grid} onChange={change} />
      <div className="office-form-foot">
        <Button tone="primary" unavailable={refusal} isPending={act.isBusy} onPress={() => void save()}>
          {text('eventScreen.grid.save')}
        </Button>
        {isChanged ? (
          <>
            <Button onPress={() => setEdited(null)}>{text('eventScreen.grid.undo')}</Button>
            <Status tone="note">{text('office.unsaved')}</Status>
          </>
        ) : null}
        {isSaved && !isChanged ? <Status tone="ok">{text('office.saved')}</Status> : null}
        <span className="office-hint">{text('eventScreen.grid.saved')}</span>
      </div>
    </div>
  );
}

interface GridProblemsProps {
  readonly event: EventDetail;
  readonly grid: PriceGrid;
  readonly problems: readonly GridProblem[];
}

/** What is wrong in which cell, in words: the red of a cell is not enough. */
function GridProblems({ event, grid, problems }: GridProblemsProps) {
  return problems.map(({ row, column, message }) => {
    const level = event.levels.find(({ priceLevelId }) => priceLevelId === grid.rows[row]?.priceLevelId)?.name ?? '';
    const cell = text('eventScreen.grid.cell', { level, type: grid.types[column]?.name ?? '' });
    return (
      <p key={`${row} ${column}`} className="office-problem">
        <Status tone="bad">{cell}</Status> {message}
      </p>
    );
  });
}

function TypeButtons({ grid, onChange }: { readonly grid: PriceGrid; readonly onChange: (grid: PriceGrid) => void }) {
  if (grid.types.length >= TYPES_MAX) return null;
  return (
    <div className="office-buttons">
      <Button size="compact" icon={Plus} onPress={() => onChange(addType(grid, 'STANDARD'))}>
        {text('eventScreen.grid.addType')}
      </Button>
      <Button size="compact" icon={Gift} onPress={() => onChange(addType(grid, 'COMP'))}>
        {text('eventScreen.grid.addComp')}
      </Button>
    </div>
  );
}
