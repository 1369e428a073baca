import { useMemo } from 'react';
import { useLocale } from 'react-aria-components';
import type { SupplierView } from '../../../src-shared/contract/purchasing.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundAction } from '../../app/actions/action.ts';
import { useProgramState } from '../../app/use-program.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { minorToText } from '../../ui/money-text.ts';
import { Table, type TableColumn } from '../../ui/Table.tsx';

export interface SupplierListProps {
  readonly suppliers: readonly SupplierView[] | null;
  readonly newSupplier: BoundAction;
}

/** Who seats are bought from, and what is owed to each. */
export function SupplierList({ suppliers, newSupplier }: SupplierListProps) {
  const { locale } = useLocale();
  const currency = useProgramState((state) => state.house?.currency ?? 'EUR');
  const columns = useMemo(
    (): readonly TableColumn<SupplierView>[] => [
      { id: 'name', name: text('office.name'), isWide: true, cell: ({ name }) => <strong>{name}</strong> },
      { id: 'kind', name: text('purchasingScreen.kind'), cell: ({ kind }) => kind },
      { id: 'contact', name: text('purchasingScreen.contact'), cell: ({ contact }) => contact },
      {
        id: 'terms',
        name: text('purchasingScreen.terms'),
        cell: ({ terms }) => text(`purchasingScreen.terms.${terms}`),
      },
      { id: 'note', name: text('purchasingScreen.note'), cell: ({ note }) => note },
      {
        id: 'owed',
        name: text('purchasingScreen.owed'),
        align: 'end',
        cell: ({ owedMinor }) => `${minorToText(owedMinor, currency, locale)} ${currency}`,
      },
    ],
    [currency, locale],
  );
  return (
    <Table
      label={text('purchasingScreen.suppliers')}
      columns={columns}
      rows={suppliers}
      rowId={(supplier) => supplier.supplierId}
      rowName={(supplier) => supplier.name}
      empty={
        <EmptyState
          title={text('purchasingScreen.suppliers.empty')}
          action={<ActionButton action={newSupplier} tone="primary" />}
        >
          {text('purchasingScreen.suppliers.empty.text')}
        </EmptyState>
      }
    />
  );
}
