import type { TakingsRow } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useMoney } from '../../ui/use-money.ts';
import { barLengths } from './night-figures.ts';

export interface TakingsBarsProps {
  readonly title: string;
  readonly rows: readonly TakingsRow[];
  readonly currency: string;
  /** A tender has none: a split sale's tickets belong to no tender. */
  readonly hidesTickets?: boolean;
  /** Opens what is behind a row, where there is more. */
  readonly onOpen?: (key: string) => void;
}

/** Takings as a table whose rows are bars too: read the figures, or see them. */
export function TakingsBars({ title, rows, currency, hidesTickets = false, onOpen }: TakingsBarsProps) {
  const money = useMoney(currency);
  const lengths = barLengths(rows);
  if (rows.length === 0) return null;
  return (
    <table className="report-table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <td aria-hidden="true" />
          {hidesTickets ? null : (
            <th scope="col" data-align="end">
              {text('reports.tickets')}
            </th>
          )}
          <th scope="col" data-align="end">
            {text('reports.amount', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.key}>
            <th scope="row">
              {onOpen ? (
                <button
                  type="button"
                  className="report-link"
                  title={text('reports.heat.open', { event: row.name })}
                  onClick={() => onOpen(row.key)}
                >
                  {row.name}
                </button>
              ) : (
                row.name
              )}
            </th>
            <td className="report-bar-cell" aria-hidden="true">
              <span className="report-bar" style={{ inlineSize: `${(lengths[index] ?? 0) * 100}%` }} />
            </td>
            {hidesTickets ? null : <td data-align="end">{row.tickets}</td>}
            <td data-align="end">{money.plain(row.amountMinor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
