import { text } from '../../../src-shared/text/text.ts';
import { useProgram, useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import { printProgress } from './print-progress.ts';

export interface PrintStateProps {
  readonly saleId: string;
  /** Says nothing where there is no printer to follow. */
  readonly isShort?: boolean;
}

/** Follows the printer; what did not come out can be printed again from here. */
export function PrintState({ saleId, isShort = false }: PrintStateProps) {
  const program = useProgram();
  const items = useReading('print.ofSale', { saleId }, ['printItems']);
  if (items.value === null) return null;
  const { tone, words, again } = printProgress(items.value);
  if (isShort && tone === 'idle') return null;
  return (
    <span className="sell-print">
      <Status tone={tone}>{words}</Status>
      {again.length > 0 ? (
        <Button size="compact" onPress={() => void program.bridge.call('print.again', { printItemIds: [...again] })}>
          {text('sell.print.again')}
        </Button>
      ) : null}
    </span>
  );
}
