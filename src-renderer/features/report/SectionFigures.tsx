import type { SeatFigures } from '../../../src-shared/contract/cash.ts';
import type { EventDetail } from '../../../src-shared/contract/event.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useMoney } from '../../ui/use-money.ts';
import { earlinessOf } from './heat-steps.ts';
import { halfSoldText } from './heat-words.ts';
import { sectionFigures } from './section-figures.ts';

export interface SectionFiguresProps {
  readonly event: EventDetail;
  readonly columns: SeatColumns;
  readonly figures: SeatFigures;
}

/** What the map shows seat by seat, by section and in words. */
export function SectionFigures({ event, columns, figures }: SectionFiguresProps) {
  const money = useMoney(event.currency);
  const rows = sectionFigures(columns, figures);
  const { unit } = earlinessOf(figures.soldAt, event.startsAt);
  const all = rows.reduce(
    (sum, row) => ({
      sold: sum.sold + row.sold,
      seats: sum.seats + row.seats,
      revenueMinor: sum.revenueMinor + row.revenueMinor,
    }),
    { sold: 0, seats: 0, revenueMinor: 0 },
  );
  return (
    <div className="report-sections">
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{text('reports.heat.section')}</th>
            <th scope="col" data-align="end">
              {text('reports.sold')}
            </th>
            <th scope="col" data-align="end">
              {text('reports.amount', { currency: event.currency })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sectionId}>
              <th scope="row">
                {row.name}
                {row.halfSoldAt === null ? null : <small>{halfSoldText(event.startsAt - row.halfSoldAt, unit)}</small>}
              </th>
              <td data-align="end">{text('reports.heat.soldOf', { sold: row.sold, seats: row.seats })}</td>
              <td data-align="end">{money.plain(row.revenueMinor)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('reports.heat.all')}</th>
            <td data-align="end">{text('reports.heat.soldOf', { sold: all.sold, seats: all.seats })}</td>
            <td data-align="end">{money.plain(all.revenueMinor)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
