import { useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

export interface ReceiptDialogProps {
  /** Oldest first. */
  readonly receiptIds: readonly string[];
  readonly onClose: () => void;
}

/** A receipt as a picture of exactly the bytes that go to its printer; the latest first. */
export function ReceiptDialog({ receiptIds, onClose }: ReceiptDialogProps) {
  // Until one is chosen it is the latest, also when that is written a moment after this opened.
  const [chosen, setChosen] = useState<number | null>(null);
  const index = chosen ?? receiptIds.length - 1;
  const receipt = useReading('receipt.picture', { receiptId: receiptIds[index] ?? '' }, []);
  const number = receipt.value?.number ?? '';
  const step = (by: number) => setChosen(Math.min(receiptIds.length - 1, Math.max(0, index + by)));
  return (
    <Dialog
      title={text('booking.receipt.title', { number })}
      isOpen
      onClose={onClose}
      footer={
        receiptIds.length > 1 ? (
          <>
            <span className="booking-receipt-place figures">
              {text('booking.receipt.of', { number: index + 1, count: receiptIds.length })}
            </span>
            <Button isDisabled={index === 0} onPress={() => step(-1)}>
              {text('booking.receipt.earlier')}
            </Button>
            <Button isDisabled={index === receiptIds.length - 1} onPress={() => step(1)}>
              {text('booking.receipt.later')}
            </Button>
          </>
        ) : undefined
      }
    >
      {receipt.error ? <Message tone="bad">{receipt.error.message}</Message> : null}
      {receipt.value ? (
        <div className="booking-receipt">
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(receipt.value.svg)}`}
            alt={text('booking.receipt.picture', { number })}
          />
        </div>
      ) : receipt.error ? null : (
        <Skeleton lines={8} />
      )}
    </Dialog>
  );
}
