import { useRef, type ReactNode } from 'react';
import type { SaleSummary } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useNow, useWhen } from '../../app/use-now.ts';
import { Status } from '../../ui/Status.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';
import { summaryStanding } from './booking-words.ts';
import { letterOf } from './name-letter.ts';

export type ListKind = 'found' | 'willCall' | 'unpaid';

export interface SaleListProps {
  readonly kind: ListKind;
  readonly sales: readonly SaleSummary[] | null;
  readonly selected: string | null;
  readonly empty: ReactNode;
  readonly onSelect: (saleId: string | null) => void;
  readonly onEnter: (sale: SaleSummary) => void;
}

/** A sale without a name goes by its number. */
function nameOf(sale: SaleSummary): string {
  return sale.customerName ?? sale.number;
}

function NameCell({ sale }: { readonly sale: SaleSummary }) {
  return (
    <span className="booking-name">
      <span className="booking-name-first" data-unnamed={sale.customerName === null}>
        {nameOf(sale)}
      </span>
      <span className="booking-name-second">
        {text('booking.list.seats', { count: sale.ticketCount, events: sale.eventTitles.join(', ') })}
      </span>
    </span>
  );
}

function useColumns(kind: ListKind): readonly TableColumn<SaleSummary>[] {
  const now = useNow();
  const when = useWhen();
  const collectBy = (sale: SaleSummary) => {
    if (sale.collectBy === null) return null;
    const time = when(sale.collectBy);
    return sale.collectBy < now ? (
      <Status tone="bad">{text('booking.overdue', { time })}</Status>
    ) : (
      <span className="figures">{time}</span>
    );
  };
  return [
    { id: 'name', name: text('booking.column.name'), isWide: true, cell: (sale) => <NameCell sale={sale} /> },
    ...(kind === 'unpaid'
      ? [{ id: 'collectBy', name: text('booking.column.collectBy'), cell: collectBy }]
      : kind === 'found'
        ? [
            {
              id: 'state',
              name: text('booking.column.state'),
              cell: (sale: SaleSummary) => {
                const { tone, word } = summaryStanding(sale);
                return <Status tone={tone}>{word}</Status>;
              },
            },
          ]
        : []),
  ];
}

/** Letters that names begin with here; one jumps to its first name. On the keyboard the letter itself does. */
function Letters({
  sales,
  onLetter,
}: {
  readonly sales: readonly SaleSummary[];
  readonly onLetter: (sale: SaleSummary) => void;
}) {
  const firstByLetter = new Map<string, SaleSummary>();
  for (const sale of sales) {
    const letter = letterOf(nameOf(sale));
    if (!firstByLetter.has(letter)) firstByLetter.set(letter, sale);
  }
  return (
    <nav className="booking-letters" aria-label={text('booking.letters')}>
      {[...firstByLetter].map(([letter, sale]) => (
        <button
          key={letter}
          type="button"
          tabIndex={-1}
          aria-label={text('booking.letter', { letter })}
          onClick={() => onLetter(sale)}
        >
          {letter}
        </button>
      ))}
    </nav>
  );
}

/** Sales by name. Arrows walk, letters jump to a name, Enter does what the list is for. */
export function SaleList({ kind, sales, selected, empty, onSelect, onEnter }: SaleListProps) {
  const columns = useColumns(kind);
  const frame = useRef<HTMLDivElement>(null);
  const labels = {
    found: 'booking.list.found',
    willCall: 'booking.list.willCall',
    unpaid: 'booking.list.unpaid',
  } as const;
  return (
    <>
      {kind === 'willCall' && sales && sales.length > 0 ? (
        <Letters
          sales={sales}
          onLetter={(sale) => {
            onSelect(sale.saleId);
            const row = frame.current?.querySelector<HTMLElement>(`[data-key="${sale.saleId}"]`);
            row?.scrollIntoView({ block: 'start' });
            row?.focus();
          }}
        />
      ) : null}
      {/* A letter moves the focus alone, and Enter acts on what has it: that must be what is shown. */}
      <div
        role="presentation"
        className="booking-list-rows"
        ref={frame}
        onKeyUp={(event) => {
          const saleId =
            event.target instanceof Element ? event.target.closest('[role=row]')?.getAttribute('data-key') : null;
          if (event.key.length === 1 && saleId && saleId !== selected) onSelect(saleId);
        }}
      >
        <Table
          label={text(labels[kind])}
          columns={columns}
          rows={sales}
          rowId={(sale) => sale.saleId}
          rowName={nameOf}
          empty={empty}
          selected={selected}
          onSelect={onSelect}
          onOpen={(id) => {
            const sale = sales?.find((each) => each.saleId === id);
            if (sale) onEnter(sale);
          }}
        />
      </div>
    </>
  );
}
