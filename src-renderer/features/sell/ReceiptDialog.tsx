import { useEffect, useMemo } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

export interface ReceiptDialogProps {
  readonly receiptId: string;
  readonly onClose: () => void;
}

/** A picture of exactly the bytes that go to the receipt printer. */
export function ReceiptDialog({ receiptId, onClose }: ReceiptDialogProps) {
  const picture = useReading('receipt.picture', { receiptId }, ['receipts']);
  const svg = picture.value?.svg;
  // As an image, so that nothing in the picture can run or style the page.
  const address = useMemo(
    () => (svg === undefined ? null : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))),
    [svg],
  );
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);
  return (
    <Dialog
      title={text('sell.receipt.title', { number: picture.value?.number ?? '' })}
      isOpen
      onClose={onClose}
      size="small"
    >
      {picture.error ? <Message tone="bad">{picture.error.message}</Message> : null}
      {address === null ? null : <img className="sell-receipt" src={address} alt={text('sell.receipt.picture')} />}
      {picture.isLoading ? <Skeleton lines={8} /> : null}
    </Dialog>
  );
}
