/** The drawer of this counter while it is open or being counted. */
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { BoundActions } from '../../app/actions/action.ts';
import { useWhen } from '../../app/use-now.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { Status } from '../../ui/Status.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { ApproveDifference } from './ApproveDifference.tsx';
import { CountDrawer } from './CountDrawer.tsx';
import { Counted } from './Counted.tsx';
import { DrawerFigures } from './DrawerFigures.tsx';
import { Movements } from './Movements.tsx';
import { MoveCash } from './MoveCash.tsx';
import { ReceiptPicture } from './ReceiptPicture.tsx';
import type { TillActionId } from './till-actions.ts';
import { useDrawer, type DrawerParts, type Said } from './use-drawer.ts';

type Drawer = ReturnType<typeof useDrawer>;

export function DrawerSession(parts: DrawerParts) {
  const { session } = parts;
  const drawer = useDrawer(parts);
  const isCounting = session.status === 'COUNTING';
  return (
    <div className="till">
      <DrawerHead session={session} actions={drawer.actions} />
      {drawer.isMine || isCounting ? null : (
        <Message tone="note">{text('till.ofOther', { name: session.userName })}</Message>
      )}
      {drawer.problem && drawer.panel !== 'APPROVE' ? (
        <Message tone="bad" onDismiss={drawer.clearProblem}>
          {drawer.problem}
        </Message>
      ) : null}
      {drawer.said ? (
        <SaidMessage said={drawer.said} onShow={drawer.showReceipt} onDismiss={() => drawer.setSaid(null)} />
      ) : null}
      {drawer.panel === 'APPROVE' ? (
        <ApproveDifference
          session={session}
          act={parts.approving}
          why={drawer.problem ?? ''}
          onClosed={parts.onClosed}
          onBack={() => {
            drawer.clearProblem();
            drawer.setPanel(null);
          }}
        />
      ) : drawer.isTyping ? (
        <CountDrawer
          earlierMinor={session.countedMinor}
          onCounted={() => drawer.setRecounting(false)}
          reopen={drawer.actions['till.reopen']}
        />
      ) : isCounting ? (
        <Counted session={session} actions={drawer.actions} />
      ) : (
        <OpenSession session={session} drawer={drawer} />
      )}
      {drawer.shownId === null ? null : (
        <Dialog title={text('till.receipt')} isOpen onClose={() => drawer.showReceipt(null)}>
          <ReceiptPicture receiptId={drawer.shownId} />
        </Dialog>
      )}
    </div>
  );
}

/** What went in and out, and what may go in and out now. */
function OpenSession({ session, drawer }: { readonly session: CashSessionView; readonly drawer: Drawer }) {
  const money = useMoney(session.currency);
  const { panel } = drawer;
  return (
    <div className="till-parts">
      <Movements session={session} />
      <aside className="till-side">
        {panel === null || panel === 'APPROVE' ? (
          <MoveButtons actions={drawer.actions} />
        ) : (
          <MoveCash
            key={panel}
            kind={panel}
            currency={session.currency}
            onDone={(amountMinor, { receiptIds }) => {
              const amount = money.full(amountMinor);
              drawer.setPanel(null);
              drawer.setSaid({
                sentence:
                  amountMinor === 0
                    ? text('till.done.noSale')
                    : text('till.done.moved', { what: text(`till.kind.${panel}`), amount }),
                receiptId: receiptIds.at(-1),
              });
            }}
            onClose={() => drawer.setPanel(null)}
          />
        )}
      </aside>
    </div>
  );
}

interface SaidMessageProps {
  readonly said: Said;
  readonly onShow: (receiptId: string) => void;
  readonly onDismiss: () => void;
}

function SaidMessage({ said: { sentence, receiptId }, onShow, onDismiss }: SaidMessageProps) {
  const show =
    receiptId === undefined ? null : (
      <Button size="compact" onPress={() => onShow(receiptId)}>
        {text('till.receipt')}
      </Button>
    );
  return (
    <Message tone="ok" action={show} onDismiss={onDismiss}>
      {sentence}
    </Message>
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
      {session.expectedMinor === null ? null : <ActionButton action={actions['till.report']} />}
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
