import { text } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { Message } from '../../ui/Message.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

/** A drawer's receipt as a picture of exactly the bytes that go to the receipt printer. */
export function ReceiptPicture({ receiptId }: { readonly receiptId: string }) {
  const picture = useReading('receipt.picture', { receiptId }, []);
  if (picture.error) return <Message tone="bad">{picture.error.message}</Message>;
  if (picture.value === null) return <Skeleton width="18rem" lines={12} />;
  const { number, svg } = picture.value;
  return (
    // As an image, so that nothing in the picture can run or style the page.
    <img
      className="till-receipt"
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
      alt={text('till.receipt.picture', { number })}
    />
  );
}
