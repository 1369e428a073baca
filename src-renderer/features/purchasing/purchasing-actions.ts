import { FilePlus2, MapIcon, UserPlus } from 'lucide-react';
import type { ActionTable } from '../../app/actions/action.ts';
import { seatChoiceActions } from '../../app/seat-choice-actions.ts';

export interface PurchasingContext {
  readonly newOrder: () => void;
  readonly newSupplier: () => void;
  readonly showStock: () => void;
}

export type PurchasingActionId = 'purchasing.newOrder' | 'purchasing.newSupplier' | 'purchasing.stock';

export const purchasingActions: ActionTable<PurchasingContext, PurchasingActionId> = {
  scope: 'purchasing.lists',
  actions: [
    {
      id: 'purchasing.newOrder',
      label: 'purchasingScreen.newOrder',
      icon: FilePlus2,
      keys: ['N'],
      enabled: () => true,
      run: ({ newOrder }) => newOrder(),
    },
    {
      id: 'purchasing.newSupplier',
      label: 'purchasingScreen.newSupplier',
      icon: UserPlus,
      keys: ['S'],
      enabled: () => true,
      run: ({ newSupplier }) => newSupplier(),
    },
    {
      id: 'purchasing.stock',
      label: 'purchasingScreen.stock',
      icon: MapIcon,
      keys: ['M'],
      enabled: () => true,
      run: ({ showStock }) => showStock(),
    },
  ],
};

export const receiveChoiceActions = seatChoiceActions('purchasing.order');

export interface OrderContext {
  readonly showStock: () => void;
}

export const orderActions: ActionTable<OrderContext, 'purchasing.order.stock'> = {
  scope: 'purchasing.order',
  actions: [
    {
      id: 'purchasing.order.stock',
      label: 'purchasingScreen.stock',
      icon: MapIcon,
      keys: ['M'],
      enabled: () => true,
      run: ({ showStock }) => showStock(),
    },
  ],
};
