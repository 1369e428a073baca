/** A closed drawer on one page: on the screen, and printed by the window's own printing. */
import { Printer } from 'lucide-react';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusInsideAtStart } from '../../ui/use-focus-at-start.ts';
import { ZSheet } from './ZSheet.tsx';

export interface ZReportProps {
  readonly session: CashSessionView;
  readonly onDone: () => void;
}

export function ZReport({ session, onDone }: ZReportProps) {
  const frame = useFocusInsideAtStart<HTMLDivElement>('[aria-keyshortcuts=Enter]');
  return (
    <div className="till-z" ref={frame}>
      <ZSheet session={session} />
      <div className="till-z-actions">
        <Button icon={Printer} onPress={() => window.print()}>
          {text('till.act.print')}
        </Button>
        <Button tone="primary" keyHint="Enter" onPress={onDone}>
          {text('till.act.done')}
        </Button>
      </div>
    </div>
  );
}
