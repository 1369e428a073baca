import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundActions } from '../../app/actions/action.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Status } from '../../ui/Status.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { differenceStanding } from './drawer-sums.ts';
import type { TillActionId } from './till-actions.ts';

export interface CountedProps {
  readonly session: CashSessionView;
  readonly actions: BoundActions<TillActionId>;
}

/** After the count: sure, or once more? */
export function Counted({ session, actions }: CountedProps) {
  const money = useMoney(session.currency);
  const { differenceMinor } = session;
  const standing = differenceMinor === null ? null : differenceStanding(differenceMinor);
  return (
    <div className="till-counted">
      <Figure
        label={text('till.counted')}
        value={money.plain(session.countedMinor ?? 0)}
        unit={session.currency}
        size="largest"
      />
      {standing && differenceMinor !== null ? (
        <p className="till-counted-difference figures">
          <Status tone={standing.tone}>{standing.word}</Status>
          {differenceMinor === 0 ? null : money.full(Math.abs(differenceMinor))}
        </p>
      ) : (
        <p className="till-lead">{text('till.differenceHidden')}</p>
      )}
      <p className="till-lead">{text('till.counted.text')}</p>
      <div className="till-panel-foot">
        <ActionButton action={actions['till.close']} tone="primary" size="large" />
        <ActionButton action={actions['till.recount']} size="large" />
        <ActionButton action={actions['till.reopen']} size="large" />
      </div>
    </div>
  );
}
