import { FilePlus2, UserPlus } from 'lucide-react';
import type { ActionTable } from '../../app/actions/action.ts';
import { seatChoiceActions } from '../../app/seat-choice-actions.ts';

export interface PurchasingContext {
  readonly newOrder: () => void;
  readonly newSupplier: () => void;
}

export const purchasingActions: ActionTable<PurchasingContext, 'purchasing.newOrder' | 'purchasing.newSupplier'> = {
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
  ],
};

export const receiveChoiceActions = seatChoiceActions('purchasing.order');
