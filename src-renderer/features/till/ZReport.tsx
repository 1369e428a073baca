/** A drawer that was just closed: its sheet, to be printed by the window's own printing or put away, and its receipt. */
import { useMemo } from 'react';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { useFocusInsideAtStart } from '../../ui/use-focus-at-start.ts';
import { closedActions } from './till-actions.ts';
import { ReceiptPicture } from './ReceiptPicture.tsx';
import { ZSheet } from './ZSheet.tsx';

export interface ZReportProps {
  readonly session: CashSessionView;
  readonly onDone: () => void;
}

export function ZReport({ session, onDone }: ZReportProps) {
  const frame = useFocusInsideAtStart<HTMLDivElement>('[data-action="till.done"]');
  // What was written last about it is its closing.
  const receiptId = session.receiptIds.at(-1);
  const context = useMemo(() => ({ done: onDone, print: () => window.print() }), [onDone]);
  const actions = useActions(closedActions, context);
  return (
    <div className="till-z" ref={frame}>
      <ZSheet session={session} />
      {receiptId === undefined ? null : <ReceiptPicture receiptId={receiptId} />}
      <div className="till-z-actions">
        <ActionButton action={actions['till.print']} />
        <ActionButton action={actions['till.done']} tone="primary" />
      </div>
    </div>
  );
}
