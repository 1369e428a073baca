import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Cell, Column, Row, Table as AriaTable, TableBody, TableHeader } from 'react-aria-components';
import { Skeleton } from './Skeleton.tsx';
import './Table.css';

export interface TableColumn<Item> {
  readonly id: string;
  readonly name: string;
  readonly cell: (item: Item) => ReactNode;
  /** Figures go to the end, where their digits line up. */
  readonly align?: 'start' | 'end';
  /** Takes the room that is left. */
  readonly isWide?: boolean;
  readonly isSortable?: boolean;
}

export interface TableSort {
  readonly column: string;
  readonly isDescending: boolean;
}

export interface TableProps<Item> {
  readonly label: string;
  readonly columns: readonly TableColumn<Item>[];
  /** `null` while they are being loaded: the rows' places are shown, so that nothing jumps. */
  readonly rows: readonly Item[] | null;
  readonly rowId: (item: Item) => string;
  /** What is said aloud for a row and found by typing. */
  readonly rowName: (item: Item) => string;
  readonly empty: ReactNode;
  readonly selected?: string | null;
  /** Arrows move the selection; a click or Space makes it. */
  readonly onSelect?: (id: string | null) => void;
  /** Enter or a click; where rows are selected, a double click. */
  readonly onOpen?: (id: string) => void;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
}

function HeaderCell({ name, direction }: { readonly name: string; readonly direction: string | undefined }) {
  return (
    <span className="ui-table-name">
      {name}
      {direction === 'ascending' ? <ArrowUp aria-hidden="true" /> : null}
      {direction === 'descending' ? <ArrowDown aria-hidden="true" /> : null}
    </span>
  );
}

function LoadingRows({ columns }: { readonly columns: number }) {
  return (
    <div className="ui-table-loading">
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} width={`${90 - ((index * 17) % 40)}%`} lines={columns > 0 ? 1 : 0} />
      ))}
    </div>
  );
}

/** Dense rows for the eye, walked with the arrows, opened with Enter. The caller sorts and filters. */
export function Table<Item>(props: TableProps<Item>) {
  const { columns, rows, rowId, rowName, selected = null, onSelect, onOpen, sort, onSort } = props;
  return (
    <AriaTable
      aria-label={props.label}
      className="ui-table"
      selectionMode={onSelect ? 'single' : 'none'}
      selectionBehavior="replace"
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : keys;
        onSelect?.(first === undefined ? null : String(first));
      }}
      {...(onOpen ? { onRowAction: (key: string | number) => onOpen(String(key)) } : {})}
      {...(sort
        ? {
            sortDescriptor: { column: sort.column, direction: sort.isDescending ? 'descending' : 'ascending' } as const,
          }
        : {})}
      onSortChange={(next) => onSort?.({ column: String(next.column), isDescending: next.direction === 'descending' })}
    >
      <TableHeader>
        {columns.map((column, index) => (
          <Column
            key={column.id}
            id={column.id}
            className="ui-table-column"
            data-align={column.align ?? 'start'}
            data-wide={column.isWide ?? false}
            isRowHeader={index === 0}
            allowsSorting={column.isSortable ?? false}
          >
            {({ sortDirection }) => <HeaderCell name={column.name} direction={sortDirection} />}
          </Column>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => (rows === null ? <LoadingRows columns={columns.length} /> : props.empty)}>
        {(rows ?? []).map((item) => (
          <Row key={rowId(item)} id={rowId(item)} textValue={rowName(item)} className="ui-table-row">
            {columns.map((column) => (
              <Cell
                key={column.id}
                className="ui-table-cell"
                data-align={column.align ?? 'start'}
                data-wide={column.isWide ?? false}
              >
                {column.cell(item)}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </AriaTable>
  );
}
