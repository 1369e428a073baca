import type { PurchaseOrderLineView, PurchaseOrderView } from '../../../src-shared/contract/purchasing.ts';
import { text } from '../../../src-shared/text/text.ts';
import { Status } from '../../ui/Status.tsx';
import type { Tone } from '../../ui/ToneMark.tsx';

const ORDER_TONES: Readonly<Record<PurchaseOrderView['status'], Tone>> = {
  DRAFT: 'idle',
  PENDING: 'note',
  CONFIRMED: 'note',
  PARTIALLY_RECEIVED: 'warn',
  COMPLETED: 'ok',
  CANCELLED: 'bad',
};

const LINE_TONES: Readonly<Record<PurchaseOrderLineView['status'], Tone>> = {
  PENDING: 'idle',
  CONFIRMED: 'note',
  PARTIALLY_RECEIVED: 'warn',
  RECEIVED: 'ok',
  CANCELLED: 'bad',
};

export function OrderStatusMark({ status }: { readonly status: PurchaseOrderView['status'] }) {
  return <Status tone={ORDER_TONES[status]}>{text(`purchasingScreen.status.${status}`)}</Status>;
}

export function LineStatusMark({ status }: { readonly status: PurchaseOrderLineView['status'] }) {
  return <Status tone={LINE_TONES[status]}>{text(`purchasingScreen.lineStatus.${status}`)}</Status>;
}
