/** What can be done with the drawer, and why not now. */
import {
  ArrowDownToLine,
  ArrowUpFromLine,
  Calculator,
  Check,
  DoorOpen,
  LockKeyhole,
  Printer,
  ReceiptText,
  RotateCcw,
  Undo2,
  Vault,
} from 'lucide-react';
import type { CashSessionView } from '../../../src-shared/contract/cash.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { ActionTable } from '../../app/actions/action.ts';
import type { MovementKind } from './drawer-sums.ts';

export interface TillContext {
  readonly session: CashSessionView | null;
  /** The drawer belongs to who is signed in. */
  readonly isMine: boolean;
  /** A count is being typed. */
  readonly isTyping: boolean;
  readonly move: (kind: MovementKind) => void;
  readonly report: () => void;
  readonly count: () => void;
  readonly recount: () => void;
  readonly reopen: () => void;
  readonly close: () => void;
}

export type TillActionId =
  | 'till.paidIn'
  | 'till.paidOut'
  | 'till.drop'
  | 'till.noSale'
  | 'till.report'
  | 'till.count'
  | 'till.recount'
  | 'till.reopen'
  | 'till.close';

type Ask = (context: TillContext) => true | string;

const isSelling: Ask = ({ session }) => {
  if (session === null) return text('till.not.open');
  return session.status === 'OPEN' || text('till.not.selling');
};

const mayMove: Ask = (context) => {
  const selling = isSelling(context);
  if (selling !== true) return selling;
  return context.isMine || text('till.not.ofOther', { name: context.session?.userName ?? '' });
};

const isCounting: Ask = ({ session }) => {
  if (session === null) return text('till.not.open');
  return session.status === 'COUNTING' || text('till.not.counting');
};

const isCounted: Ask = (context) => {
  const counting = isCounting(context);
  if (counting !== true) return counting;
  return (context.session?.countedMinor !== null && !context.isTyping) || text('till.not.counted');
};

export const tillActions: ActionTable<TillContext, TillActionId> = {
  scope: 'till',
  actions: [
    {
      id: 'till.paidIn',
      label: 'till.act.paidIn',
      icon: ArrowDownToLine,
      keys: ['F5'],
      enabled: mayMove,
      run: ({ move }) => move('PAID_IN'),
    },
    {
      id: 'till.paidOut',
      label: 'till.act.paidOut',
      icon: ArrowUpFromLine,
      keys: ['F6'],
      enabled: mayMove,
      run: ({ move }) => move('PAID_OUT'),
    },
    {
      id: 'till.drop',
      label: 'till.act.drop',
      icon: Vault,
      keys: ['F7'],
      enabled: mayMove,
      run: ({ move }) => move('DROP'),
    },
    {
      id: 'till.noSale',
      label: 'till.act.noSale',
      icon: DoorOpen,
      keys: ['F8'],
      enabled: mayMove,
      run: ({ move }) => move('NO_SALE'),
    },
    {
      id: 'till.report',
      label: 'till.act.report',
      icon: ReceiptText,
      keys: ['Shift+F12'],
      enabled: ({ session }) => {
        if (session === null) return text('till.not.open');
        return session.expectedMinor !== null || text('till.expectedHidden');
      },
      run: ({ report }) => report(),
    },
    {
      id: 'till.count',
      label: 'till.act.count',
      icon: Calculator,
      keys: ['F9'],
      enabled: isSelling,
      run: ({ count }) => count(),
    },
    {
      id: 'till.recount',
      label: 'till.act.recount',
      icon: RotateCcw,
      keys: ['F11'],
      enabled: isCounted,
      run: ({ recount }) => recount(),
    },
    {
      id: 'till.reopen',
      label: 'till.act.reopen',
      icon: Undo2,
      keys: ['Shift+F11'],
      enabled: isCounting,
      run: ({ reopen }) => reopen(),
    },
    {
      id: 'till.close',
      label: 'till.act.close',
      icon: LockKeyhole,
      keys: ['F12'],
      enabled: isCounted,
      run: ({ close }) => close(),
    },
  ],
};

export interface ClosedContext {
  readonly done: () => void;
  readonly print: () => void;
}

/** On the sheet of a drawer that was just closed. */
export const closedActions: ActionTable<ClosedContext, 'till.done' | 'till.print'> = {
  scope: 'till.closed',
  actions: [
    {
      id: 'till.done',
      label: 'till.act.done',
      icon: Check,
      keys: ['Enter'],
      enabled: () => true,
      run: ({ done }) => done(),
    },
    {
      id: 'till.print',
      label: 'till.act.print',
      icon: Printer,
      keys: ['F9'],
      enabled: () => true,
      run: ({ print }) => print(),
    },
  ],
};
