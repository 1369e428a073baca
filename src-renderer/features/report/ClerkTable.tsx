import type { NightReport } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useMoney } from '../../ui/use-money.ts';
import { clerkRows } from './night-figures.ts';

/** A nought that means nothing happened is quieter than a figure. */
function count(value: number): string {
  return value === 0 ? '–' : String(value);
}

/** Each person's evening in one row: sold, given free, given back, printed twice. */
export function ClerkTable({ report }: { readonly report: NightReport }) {
  const money = useMoney(report.currency);
  const { currency } = report;
  return (
    <table className="report-table">
      <thead>
        <tr>
          <th scope="col">{text('reports.clerks')}</th>
          {[
            text('reports.tickets'),
            text('reports.amount', { currency }),
            text('reports.comps'),
            text('reports.refunds'),
            text('reports.refundsMinor', { currency }),
            text('reports.reprints'),
          ].map((name) => (
            <th key={name} scope="col" data-align="end">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {clerkRows(report).map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td data-align="end">{row.tickets}</td>
            <td data-align="end">{money.plain(row.amountMinor)}</td>
            <td data-align="end">{count(row.comps)}</td>
            <td data-align="end">{count(row.refunds)}</td>
            <td data-align="end">{row.refunds === 0 ? '–' : money.plain(row.refundedMinor)}</td>
            <td data-align="end">{count(row.reprints)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
