import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { drawerSums } from './drawer-sums.ts';

/** What went in and out besides sales; what should be there only for those who may see it. */
export function DrawerFigures({ session }: { readonly session: CashSessionView }) {
  const money = useMoney(session.currency);
  const sums = drawerSums(session);
  const unit = session.currency;
  return (
    <div className="till-figures">
      <Figure label={text('till.float')} value={money.plain(session.floatMinor)} unit={unit} />
      <Figure label={text('till.paidIn')} value={money.plain(sums.paidInMinor)} />
      <Figure label={text('till.paidOut')} value={money.plain(-sums.paidOutMinor)} />
      <Figure label={text('till.dropped')} value={money.plain(-sums.droppedMinor)} />
      {session.expectedMinor === null ? null : (
        <Figure label={text('till.expected')} value={money.plain(session.expectedMinor)} />
      )}
    </div>
  );
}
