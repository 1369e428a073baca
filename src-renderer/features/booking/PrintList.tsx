/** What is not printed: the list on the left, and on the right the chosen piece of paper with the one thing to do. */
import { useCallback, useMemo, useState } from 'react';
import type { PrintItemView } from '../../../src-shared/contract/paper.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { useWhen } from '../../app/use-now.ts';
import { useProgram, type Reading } from '../../app/use-program.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Status } from '../../ui/Status.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';
import { printStanding } from './booking-words.ts';
import { printActions, type PrintActionId } from './print-actions.ts';

export type PrintQueue = Reading<readonly PrintItemView[]>;

function whatText(item: PrintItemView): string {
  return item.isCopy ? text('booking.print.copy', { what: item.what }) : item.what;
}

function problemOf(item: PrintItemView): string {
  if (item.problem !== null) return item.problem;
  return item.state === 'QUEUED' || item.state === 'SENT' ? text(`booking.print.waits.${item.state}`) : '';
}

const COLUMNS: readonly TableColumn<PrintItemView>[] = [
  {
    id: 'what',
    name: text('booking.print.what'),
    isWide: true,
    cell: (item) => (
      <span className="booking-name">
        <span className="booking-name-first">{whatText(item)}</span>
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
];

export interface PrintListProps {
  readonly queue: PrintQueue;
  readonly chosenId: string | null;
  readonly onChoose: (printItemId: string | null) => void;
  readonly onOpenSale: (saleId: string) => void;
}

/** Something is always chosen, so that one key settles one line after the other. */
function chosenOf(queue: PrintQueue, chosenId: string | null): PrintItemView | null {
  const items = queue.value ?? [];
  return items.find((item) => item.printItemId === chosenId) ?? items[0] ?? null;
}

export function PrintList({ queue, chosenId, onChoose, onOpenSale }: PrintListProps) {
  const chosen = chosenOf(queue, chosenId);
  return (
    <div className="booking-list">
      {queue.error ? <Message tone="bad">{queue.error.message}</Message> : null}
      <div className="booking-list-rows">
        <Table
          label={text('booking.print.title')}
          columns={COLUMNS}
          rows={queue.value}
          rowId={(item) => item.printItemId}
          rowName={(item) => item.what}
          empty={<EmptyState title={text('booking.print.none.title')}>{text('booking.print.none.text')}</EmptyState>}
          selected={chosen?.printItemId ?? null}
          onSelect={onChoose}
          onOpen={(id) => {
            const item = queue.value?.find((each) => each.printItemId === id);
            if (item?.saleId) onOpenSale(item.saleId);
          }}
        />
      </div>
    </div>
  );
}

function usePrintActions(queue: PrintQueue, chosen: PrintItemView | null, openSale: (saleId: string) => void) {
  const program = useProgram();
  const [problem, setProblem] = useState<string | null>(null);
  const again = useCallback(
    async (some: readonly PrintItemView[]) => {
      const printItemIds = some.map((item) => item.printItemId);
      const done = await program.act(text('booking.print.again'), 'print.again', { printItemIds });
      setProblem(done.ok ? null : done.error.message);
    },
    [program],
  );
  const settle = useCallback(
    async (item: PrintItemView, outcome: 'PRINTED' | 'FAILED') => {
      const input = { printItemId: item.printItemId, outcome };
      const done = await program.act(text('booking.print.cameOut'), 'print.settle', input);
      setProblem(done.ok ? null : done.error.message);
    },
    [program],
  );
  const items = queue.value;
  const context = useMemo(
    () => ({
      items: items ?? [],
      chosen,
      again: (some: readonly PrintItemView[]) => void again(some),
      settle: (item: PrintItemView, outcome: 'PRINTED' | 'FAILED') => void settle(item, outcome),
      openSale,
    }),
    [items, chosen, again, settle, openSale],
  );
  return { actions: useActions(printActions, context), problem };
}

/** The right thing first; the keys say why the others are not offered. */
function buttonsFor(item: PrintItemView): readonly PrintActionId[] {
  if (item.state === 'UNKNOWN') return ['bookings.print.cameOut', 'bookings.print.didNot', 'bookings.print.open'];
  if (item.state === 'FAILED') return ['bookings.print.again', 'bookings.print.leave', 'bookings.print.open'];
  return ['bookings.print.open'];
}

export function PrintItem({ queue, chosenId, onOpenSale }: Omit<PrintListProps, 'onChoose'>) {
  const chosen = chosenOf(queue, chosenId);
  const { actions, problem } = usePrintActions(queue, chosen, onOpenSale);
  return (
    <div className="booking-print">
      <header className="booking-print-head">
        <div>
          <h2>{text('booking.print.title')}</h2>
          <p>{text('booking.print.why')}</p>
        </div>
        <ActionButton action={actions['bookings.print.againAll']} />
      </header>
      {problem ? <Message tone="bad">{problem}</Message> : null}
      {chosen ? (
        <section className="booking-print-item" aria-label={chosen.what}>
          <PrintWords item={chosen} />
          <div className="booking-head-actions">
            {buttonsFor(chosen).map((id, index) => (
              <ActionButton
                key={id}
                action={actions[id]}
                tone={index === 0 && chosen.state === 'FAILED' ? 'primary' : 'plain'}
              />
            ))}
          </div>
        </section>
      ) : null}
    </div>
  );
}

function PrintWords({ item }: { readonly item: PrintItemView }) {
  const when = useWhen();
  const { tone, word } = printStanding(item.state);
  return (
    <div>
      <p className="booking-print-state">
        <Status tone={tone}>{word}</Status>
      </p>
      <h3>{whatText(item)}</h3>
      <p className="booking-about" data-selectable>
        {item.saleNumber === null
          ? text('booking.print.fromNone', { when: when(item.at) })
          : text('booking.print.from', { number: item.saleNumber, when: when(item.at) })}
      </p>
      <p className="booking-print-problem" data-selectable>
        {problemOf(item)}
      </p>
    </div>
  );
}
