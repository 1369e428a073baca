/** Cash: typed, exact, or the notes a customer is likely to hand over; or the drawer that must be opened first. */
import type { KeyboardEvent } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { BoundActions } from '../../app/actions/action.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useLiveActions } from '../../app/actions/use-actions.ts';
import { CashKeys } from '../../ui/CashKeys.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { MomentPanel } from './MomentPanel.tsx';
import type { PayingActionId } from './sell-actions.ts';
import type { Till } from './use-till.ts';

export interface TakeCashProps {
  readonly sale: SaleView;
  readonly till: Till;
  readonly actions: BoundActions<PayingActionId>;
}

const OFFER_KEYS = ['F5', 'F6', 'F7', 'F8'];

export function TakeCash({ sale, till, actions }: TakeCashProps) {
  const { drawer, dueMinor } = till;
  switch (drawer.kind) {
    case 'OTHER':
      return <MomentPanel tone="note" happened={text('cash.sessionOfOther', { name: drawer.name })} />;
    case 'COUNTING':
      return <MomentPanel tone="note" happened={text('cash.counting')} />;
    case 'NONE':
      return (
        <>
          <MomentPanel tone="note" happened={text('sell.drawer.none')} safe={text('sell.drawer.none.detail')} />
          <ActionButton action={actions['sell.paying.drawer']} tone="primary" size="large" />
        </>
      );
    case 'MINE':
      return (
        <>
          <GivenField sale={sale} till={till} />
          <CashKeys
            amountMinor={dueMinor}
            currency={sale.currency}
            notesMinor={till.notesMinor}
            onTender={till.takeCash}
            keyHints={OFFER_KEYS}
          />
        </>
      );
  }
}

/** It has the focus; every key an amount has no use for does what it does on the screen. */
function GivenField({ sale, till }: Omit<TakeCashProps, 'actions'>) {
  const live = useLiveActions();
  const passOn = (event: KeyboardEvent) => {
    const isForScreen = ['Enter', 'Escape', '+'].includes(event.key) || /^[a-z]$/i.test(event.key);
    if (!isForScreen || event.ctrlKey || event.altKey || event.metaKey) return;
    const action = live.forKey(event.nativeEvent, 'page');
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) live.perform(action, event.nativeEvent);
  };
  return (
    <div role="presentation" onKeyDownCapture={passOn} className="sell-given">
      <MoneyField
        label={text('sell.paying.given')}
        help={text('sell.paying.given.help')}
        valueMinor={till.typedMinor}
        currency={sale.currency}
        onChange={till.setTyped}
        takesFocus
      />
    </div>
  );
}
