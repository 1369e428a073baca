import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useWhen } from '../../app/use-now.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { movementWord, signedAmount } from './drawer-sums.ts';

type Movement = CashSessionView['movements'][number] & { readonly id: string };

/** Everything that went in or out besides sales, latest first. */
export function Movements({ session }: { readonly session: CashSessionView }) {
  const when = useWhen();
  const money = useMoney(session.currency);
  const columns: readonly TableColumn<Movement>[] = [
    {
      id: 'when',
      name: text('till.column.when'),
      cell: (movement) => <span className="figures">{when(movement.at)}</span>,
    },
    { id: 'what', name: text('till.column.what'), cell: (movement) => movementWord(movement.kind) },
    { id: 'reason', name: text('till.column.reason'), isWide: true, cell: (movement) => movement.reason },
    {
      id: 'amount',
      name: `${text('till.column.amount')} ${session.currency}`,
      align: 'end',
      cell: (movement) => (movement.kind === 'NO_SALE' ? '' : money.plain(signedAmount(movement))),
    },
  ];
  const rows = session.movements.map((movement, index) => ({ ...movement, id: String(index) })).toReversed();
  return (
    <Panel title={text('till.movements')} padding="bare">
      <Table
        label={text('till.movements')}
        columns={columns}
        rows={rows}
        rowId={(movement) => movement.id}
        rowName={(movement) => movement.reason}
        empty={<EmptyState title={text('till.movements.none.title')}>{text('till.movements.none.text')}</EmptyState>}
      />
      {session.expectedMinor === null ? <p className="till-note">{text('till.expectedHidden')}</p> : null}
    </Panel>
  );
}
