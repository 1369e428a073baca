import type { NightReport } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Status } from '../../ui/Status.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { apartMinor } from './night-figures.ts';

/** Four figures, and the sentence that says they belong together. */
export function NightHead({ report }: { readonly report: NightReport }) {
  const money = useMoney(report.currency);
  const tickets = report.byEvent.reduce((sum, row) => sum + row.tickets, 0);
  const numbers = {
    revenue: money.plain(report.ticketRevenueMinor),
    drawer: money.plain(report.drawerMinor),
    card: money.plain(report.cardMinor),
    rounding: money.plain(report.roundingMinor),
  };
  return (
    <section className="report-head">
      <Figure label={text('reports.tickets')} value={String(tickets)} size="large" />
      <Figure label={text('reports.revenue')} value={numbers.revenue} unit={report.currency} size="large" />
      <Figure label={text('reports.cash')} value={numbers.drawer} size="large" />
      <Figure label={text('reports.card')} value={numbers.card} size="large" />
      <div className="report-balance">
        <Status tone={report.balances ? 'ok' : 'bad'}>
          {text(report.balances ? 'reports.balances' : 'reports.doesNotBalance')}
        </Status>
        <p className="figures" data-selectable>
          {text(report.roundingMinor === 0 ? 'reports.equation' : 'reports.equationRounded', numbers)}
        </p>
        {report.balances ? null : <p>{text('reports.offBy', { amount: money.full(Math.abs(apartMinor(report))) })}</p>}
      </div>
    </section>
  );
}
