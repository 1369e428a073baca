/** The state of the drawer's screen, and what its keys do. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { useAct, type Act } from '../../app/use-act.ts';
import { useProgramState } from '../../app/use-program.ts';
import type { MovementKind } from './drawer-sums.ts';
import { tillActions } from './till-actions.ts';

export interface DrawerParts {
  readonly session: CashSessionView;
  /** Closing it, and closing it with a manager's word. */
  readonly closing: Act;
  readonly approving: Act;
  readonly onClosed: (session: CashSessionView) => void;
}

/** What was done, and the receipt that was written of it. */
export interface Said {
  readonly sentence: string;
  readonly receiptId: string | undefined;
}

type Panel = MovementKind | 'APPROVE' | null;

/** Closing as its clerk; what only a manager may close asks for one. */
const NEEDS_MANAGER = new Set(['DIFFERENCE_NEEDS_APPROVAL', 'CASH_SESSION_OF_OTHER']);

/** The drawer's acts, and what they ran into. */
function useDrawerActs({ closing, approving }: DrawerParts) {
  const { run: act, error, clearError } = useAct();
  const { run: askToClose, error: notClosed, clearError: forgetNotClosed } = closing;
  const { clearError: forgetNotApproved } = approving;
  const clearProblem = useCallback(() => {
    clearError();
    forgetNotClosed();
    forgetNotApproved();
  }, [clearError, forgetNotClosed, forgetNotApproved]);
  // What was wrong with closing this drawer says nothing of the next.
  useEffect(() => clearProblem, [clearProblem]);
  return { act, askToClose, problem: (error ?? notClosed)?.message ?? null, clearProblem };
}

export function useDrawer(parts: DrawerParts) {
  const { session, onClosed } = parts;
  const { act, askToClose, problem, clearProblem } = useDrawerActs(parts);
  const userId = useProgramState((state) => state.signedIn?.user.id);
  const [panel, setPanel] = useState<Panel>(null);
  const [isRecounting, setRecounting] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [shownId, showReceipt] = useState<string | null>(null);
  const isTyping = session.status === 'COUNTING' && (session.countedMinor === null || isRecounting);
  const isMine = session.userId === userId;

  const context = useMemo(() => {
    const begin = (next: Panel): void => {
      setSaid(null);
      setPanel(next);
    };
    const change = (name: 'cash.beginCount' | 'cash.reopen'): void => {
      begin(null);
      setRecounting(false);
      clearProblem();
      void act(text(name === 'cash.reopen' ? 'till.act.reopen' : 'till.act.count'), name, {});
    };
    return {
      session,
      isMine,
      isTyping,
      move: begin,
      report: async () => {
        const done = await act(text('till.act.report'), 'cash.report', {});
        if (done.ok) showReceipt(done.value.receiptIds.at(-1) ?? null);
      },
      count: () => change('cash.beginCount'),
      recount: () => {
        clearProblem();
        setPanel(null);
        setRecounting(true);
      },
      reopen: () => change('cash.reopen'),
      close: async () => {
        const done = await askToClose(text('till.act.close'), 'cash.close', {});
        if (done.ok) return onClosed(done.value);
        if (NEEDS_MANAGER.has(done.error.code)) setPanel('APPROVE');
      },
    };
  }, [session, isMine, isTyping, act, askToClose, onClosed, clearProblem]);
  const actions = useActions(tillActions, context);
  return {
    actions,
    panel,
    setPanel,
    problem,
    clearProblem,
    said,
    setSaid,
    shownId,
    showReceipt,
    isMine,
    isTyping,
    setRecounting,
  };
}
