/** What is not printed: its state, what went wrong, and the one thing to do about it. */
import { useCallback, useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { PrintItemView } from '../../../src-shared/contract/paper.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { nearMomentText } from '../../app/moment-text.ts';
import { useProgram, useProgramState, type Reading } from '../../app/use-program.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Status } from '../../ui/Status.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';
import { printStanding } from './booking-words.ts';
import { printActions, type PrintActionId } from './print-actions.ts';

export interface PrintListProps {
  readonly queue: Reading<readonly PrintItemView[]>;
  readonly onOpenSale: (saleId: string) => void;
}

function usePrintColumns(): readonly TableColumn<PrintItemView>[] {
  const { locale } = useLocale();
  const timeZone = useProgramState((state) => state.house?.timeZone ?? 'UTC');
  return useMemo(
    () => [
      {
        id: 'what',
        name: text('booking.print.what'),
        isWide: true,
        cell: (item) => (
          <span className="booking-name">
            <span className="booking-name-first">
              {item.isCopy ? text('booking.print.copy', { what: item.what }) : item.what}
            </span>
            <span className="booking-name-second">{problemOf(item)}</span>
          </span>
        ),
      },
      {
        id: 'state',
        name: text('booking.column.state'),
        cell: (item) => {
          const { tone, word } = printStanding(item.state);
          return <Status tone={tone}>{word}</Status>;
        },
      },
      { id: 'booking', name: text('booking.print.booking'), cell: (item) => item.saleNumber },
      {
        id: 'when',
        name: text('booking.print.when'),
        align: 'end',
        cell: (item) => nearMomentText(item.at, Date.now(), timeZone, locale),
      },
    ],
    [locale, timeZone],
  );
}

function problemOf(item: PrintItemView): string {
  if (item.problem !== null) return item.problem;
  return item.state === 'QUEUED' || item.state === 'SENT' ? text(`booking.print.waits.${item.state}`) : '';
}

/** Only what fits the chosen line is offered as a button; the keys say why the others are not. */
function buttonsFor(chosen: PrintItemView | null): readonly PrintActionId[] {
  if (chosen?.state === 'UNKNOWN') return ['bookings.print.cameOut', 'bookings.print.didNot', 'bookings.print.open'];
  if (chosen?.state === 'FAILED') return ['bookings.print.again', 'bookings.print.leave', 'bookings.print.open'];
  return chosen ? ['bookings.print.open'] : [];
}

export function PrintList({ queue, onOpenSale }: PrintListProps) {
  const program = useProgram();
  const columns = usePrintColumns();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const items = useMemo(() => queue.value ?? [], [queue.value]);
  // Something is always chosen, so that one key settles one line after the other.
  const chosen = items.find((item) => item.printItemId === chosenId) ?? items[0] ?? null;

  const again = useCallback(
    async (some: readonly PrintItemView[]) => {
      const printItemIds = some.map((item) => item.printItemId);
      const done = await program.bridge.call('print.again', { printItemIds });
      setProblem(done.ok ? null : done.error.message);
    },
    [program],
  );
  const settle = useCallback(
    async (item: PrintItemView, outcome: 'PRINTED' | 'FAILED') => {
      const done = await program.bridge.call('print.settle', { printItemId: item.printItemId, outcome });
      setProblem(done.ok ? null : done.error.message);
    },
    [program],
  );
  const context = useMemo(
    () => ({
      items,
      chosen,
      again: (some: readonly PrintItemView[]) => void again(some),
      settle: (item: PrintItemView, outcome: 'PRINTED' | 'FAILED') => void settle(item, outcome),
      openSale: onOpenSale,
    }),
    [items, chosen, again, settle, onOpenSale],
  );
  const actions = useActions(printActions, context);
  const problems = problem ?? queue.error?.message ?? null;

  return (
    <div className="booking-print">
      <header className="booking-print-head">
        <div>
          <h2>{text('booking.print.title')}</h2>
          <p>{text('booking.print.why')}</p>
        </div>
        <ActionButton action={actions['bookings.print.againAll']} />
      </header>
      {problems ? <Message tone="bad">{problems}</Message> : null}
      <div className="booking-list-rows">
        <Table
          label={text('booking.print.title')}
          columns={columns}
          rows={queue.value}
          rowId={(item) => item.printItemId}
          rowName={(item) => item.what}
          empty={<EmptyState title={text('booking.print.none.title')}>{text('booking.print.none.text')}</EmptyState>}
          selected={chosen?.printItemId ?? null}
          onSelect={setChosenId}
          onOpen={(id) => {
            const item = items.find((each) => each.printItemId === id);
            if (item?.saleId) onOpenSale(item.saleId);
          }}
        />
      </div>
      {chosen ? (
        <footer className="booking-tickets-foot">
          <span className="booking-chosen">{chosen.what}</span>
          {buttonsFor(chosen).map((id) => (
            <ActionButton key={id} action={actions[id]} />
          ))}
        </footer>
      ) : null}
    </div>
  );
}
