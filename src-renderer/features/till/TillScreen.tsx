/** Till: which of its four faces is shown follows from the drawer alone: none, open, being counted, just closed. */
import { useCallback, useState } from 'react';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useAct } from '../../app/use-act.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { DrawerSession } from './DrawerSession.tsx';
import { OpenDrawer } from './OpenDrawer.tsx';
import { ZReport } from './ZReport.tsx';
import './till.css';

/** The ledger too: with the right to see it, what should be in the drawer follows each sale. */
const TABLES = ['cashSessions', 'cashCounts', 'cashMovements', 'ledgerEntries'] as const;

export function TillScreen() {
  const drawer = useReading('cash.current', {}, TABLES);
  const [closed, setClosed] = useState<CashSessionView | null>(null);
  const [held, setHeld] = useState<CashSessionView | null>(null);
  const closing = useAct();
  const approving = useAct();
  if (drawer.value !== null && drawer.value !== held) setHeld(drawer.value);
  // A drawer may be closed before its closing is answered, as when the core died in between: until then it stays.
  const session = drawer.value ?? (closing.isBusy || approving.isBusy ? held : null);
  const done = useCallback(() => setClosed(null), []);
  if (closed) return <ZReport session={closed} onDone={done} />;
  if (session)
    return (
      <DrawerSession
        key={session.cashSessionId}
        session={session}
        closing={closing}
        approving={approving}
        onClosed={setClosed}
      />
    );
  if (drawer.error)
    return (
      <Message
        tone="bad"
        action={
          <Button size="compact" onPress={drawer.readAgain}>
            {text('till.again')}
          </Button>
        }
      >
        {text('till.failed', { reason: drawer.error.message })}
      </Message>
    );
  if (drawer.isLoading)
    return (
      <div className="till-loading">
        <Skeleton width="16rem" lines={2} />
        <Skeleton width="26rem" lines={8} />
      </div>
    );
  return <OpenDrawer />;
}
