/** The drawer of this counter while it is open or being counted. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundActions } from '../../app/actions/action.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { useWhen } from '../../app/use-now.ts';
import { useAct, type Act } from '../../app/use-act.ts';
import { useProgramState } from '../../app/use-program.ts';
import { Message } from '../../ui/Message.tsx';
import { Status } from '../../ui/Status.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { ApproveDifference } from './ApproveDifference.tsx';
import { CountDrawer } from './CountDrawer.tsx';
import { Counted } from './Counted.tsx';
import { DrawerFigures } from './DrawerFigures.tsx';
import type { MovementKind } from './drawer-sums.ts';
import { Movements } from './Movements.tsx';
import { MoveCash } from './MoveCash.tsx';
import { tillActions, type TillActionId } from './till-actions.ts';

export interface DrawerSessionProps {
  readonly session: CashSessionView;
  /** Closing it, and closing it with a manager's word. */
  readonly closing: Act;
  readonly approving: Act;
  readonly onClosed: (session: CashSessionView) => void;
}

type Panel = MovementKind | 'APPROVE' | null;

/** Closing as its clerk; what only a manager may close asks for one. */
const NEEDS_MANAGER = new Set(['DIFFERENCE_NEEDS_APPROVAL', 'CASH_SESSION_OF_OTHER']);

function useTill({ session, closing, approving, onClosed }: DrawerSessionProps) {
  const { run: act, error, clearError } = useAct();
  const { run: askToClose, error: notClosed, clearError: forgetNotClosed } = closing;
  const { clearError: forgetNotApproved } = approving;
  const userId = useProgramState((state) => state.signedIn?.user.id);
  const [panel, setPanel] = useState<Panel>(null);
  const [isRecounting, setRecounting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const isTyping = session.status === 'COUNTING' && (session.countedMinor === null || isRecounting);

  const clearProblem = useCallback(() => {
    clearError();
    forgetNotClosed();
    forgetNotApproved();
  }, [clearError, forgetNotClosed, forgetNotApproved]);
  // What was wrong with closing this drawer says nothing of the next.
  useEffect(() => clearProblem, [clearProblem]);

  const run = useCallback(
    async (name: 'cash.beginCount' | 'cash.reopen') => {
      setPanel(null);
      setSaid(null);
      setRecounting(false);
      clearProblem();
      await act(text(name === 'cash.reopen' ? 'till.act.reopen' : 'till.act.count'), name, {});
    },
    [act, clearProblem],
  );
  const close = useCallback(async () => {
    const done = await askToClose(text('till.act.close'), 'cash.close', {});
    if (done.ok) return onClosed(done.value);
    if (NEEDS_MANAGER.has(done.error.code)) setPanel('APPROVE');
  }, [askToClose, onClosed]);

  const context = useMemo(
    () => ({
      session,
      isMine: session.userId === userId,
      isTyping,
      move: (kind: MovementKind) => {
        setSaid(null);
        setPanel(kind);
      },
      count: () => void run('cash.beginCount'),
      recount: () => {
        clearProblem();
        setPanel(null);
        setRecounting(true);
      },
      reopen: () => void run('cash.reopen'),
      close: () => void close(),
    }),
    [session, userId, isTyping, run, close, clearProblem],
  );
  const actions = useActions(tillActions, context);
  return {
    actions,
    panel,
    setPanel,
    problem: (error ?? notClosed)?.message ?? null,
    clearProblem,
    said,
    setSaid,
    isTyping,
    setRecounting,
    isMine: context.isMine,
  };
}

export function DrawerSession(props: DrawerSessionProps) {
  const { session } = props;
  const till = useTill(props);
  const money = useMoney(session.currency);
  const isCounting = session.status === 'COUNTING';
  return (
    <div className="till">
      <DrawerHead session={session} actions={till.actions} />
      {till.isMine || isCounting ? null : (
        <Message tone="note">{text('till.ofOther', { name: session.userName })}</Message>
      )}
      {till.problem && till.panel !== 'APPROVE' ? (
        <Message tone="bad" onDismiss={till.clearProblem}>
          {till.problem}
        </Message>
      ) : null}
      {till.said ? (
        <Message tone="ok" onDismiss={() => till.setSaid(null)}>
          {till.said}
        </Message>
      ) : null}
      {till.panel === 'APPROVE' ? (
        <ApproveDifference
          session={session}
          act={props.approving}
          why={till.problem ?? ''}
          onClosed={props.onClosed}
          onBack={() => {
            till.clearProblem();
            till.setPanel(null);
          }}
        />
      ) : till.isTyping ? (
        <CountDrawer
          earlierMinor={session.countedMinor}
          onCounted={() => till.setRecounting(false)}
          reopen={till.actions['till.reopen']}
        />
      ) : isCounting ? (
        <Counted session={session} actions={till.actions} />
      ) : (
        <div className="till-parts">
          <Movements session={session} />
          <aside className="till-side">
            {till.panel ? (
              <MoveCash
                key={till.panel}
                kind={till.panel}
                currency={session.currency}
                onDone={(amountMinor) => {
                  const what = text(`till.kind.${till.panel as MovementKind}`);
                  till.setPanel(null);
                  till.setSaid(
                    amountMinor === 0
                      ? text('till.done.noSale')
                      : text('till.done.moved', { what, amount: money.full(amountMinor) }),
                  );
                }}
                onClose={() => till.setPanel(null)}
              />
            ) : (
              <MoveButtons actions={till.actions} />
            )}
          </aside>
        </div>
      )}
    </div>
  );
}

interface DrawerHeadProps {
  readonly session: CashSessionView;
  readonly actions: BoundActions<TillActionId>;
}

function DrawerHead({ session, actions }: DrawerHeadProps) {
  const when = useWhen();
  const isOpen = session.status === 'OPEN';
  return (
    <header className="till-head">
      <div className="till-head-who">
        <h2>{text('till.session', { name: session.userName })}</h2>
        <p>
          <Status tone={isOpen ? 'ok' : 'warn'}>{text(isOpen ? 'till.state.open' : 'till.state.counting')}</Status>
          <span className="figures">{text('till.session.since', { when: when(session.openedAt) })}</span>
        </p>
      </div>
      <DrawerFigures session={session} />
      {isOpen ? <ActionButton action={actions['till.count']} tone="primary" /> : null}
    </header>
  );
}

function MoveButtons({ actions }: { readonly actions: BoundActions<TillActionId> }) {
  return (
    <div className="till-moves">
      <ActionButton action={actions['till.paidIn']} />
      <ActionButton action={actions['till.paidOut']} />
      <ActionButton action={actions['till.drop']} />
      <ActionButton action={actions['till.noSale']} />
    </div>
  );
}
