/** What can be done at the counter, with its keys. Each part of the screen offers its table while it is shown. */
import {
  Accessibility,
  Armchair,
  ArrowRightLeft,
  CornerDownLeft,
  CreditCard,
  FileText,
  Grid3x3,
  Plus,
  Receipt,
  Sparkles,
  SquareArrowRight,
  Tags,
  Undo2,
  UserRound,
  Wallet,
  X,
} from 'lucide-react';
import { text } from '../../../src-shared/text/text.ts';
import type { ActionTable } from '../../app/actions/action.ts';
import { leftSingleActions, passSingleActions, refusedSingleActions } from './single-actions.ts';

export interface SellContext {
  readonly seats: number;
  /** Digits stand: Enter asks for the best. */
  readonly isAsking: boolean;
  /** They were asked for and come in a moment: Enter may pay for them already. */
  readonly isSeeking: boolean;
  readonly joinableTitle: string | null;
  readonly digit: (digit: string) => void;
  readonly erase: () => void;
  /** True when the letter meant a price level. */
  readonly level: (letter: string) => boolean;
  readonly best: () => void;
  readonly wishAisle: () => void;
  /** One wheelchair place more; none after the last that can be. */
  readonly wishWheelchair: () => void;
  readonly openPriceLimit: () => void;
  readonly openLine: () => void;
  readonly walkMap: () => void;
  readonly changeType: () => void;
  readonly openCustomer: () => void;
  readonly join: () => void;
  readonly pay: () => void;
  readonly escape: () => void;
}

export type SellActionId =
  | 'sell.quantity'
  | 'sell.erase'
  | 'sell.level'
  | 'sell.best'
  | 'sell.aisle'
  | 'sell.wheelchair'
  | 'sell.priceLimit'
  | 'sell.line'
  | 'sell.walkMap'
  | 'sell.type'
  | 'sell.customer'
  | 'sell.join'
  | 'sell.pay'
  | 'sell.escape';

const hasSeats = ({ seats }: SellContext): true | string => seats > 0 || text('sell.type.pickFirst');

export const sellActions: ActionTable<SellContext, SellActionId> = {
  scope: 'sell',
  actions: [
    {
      id: 'sell.quantity',
      label: 'sell.quantity',
      keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'],
      enabled: () => true,
      run: ({ digit }, key) => digit(key ?? ''),
    },
    {
      id: 'sell.erase',
      label: 'sell.quantity.erase',
      keys: ['Backspace'],
      enabled: () => true,
      run: ({ erase }) => erase(),
    },
    {
      id: 'sell.level',
      label: 'sell.level',
      // Letters with a meaning of their own ask the level first; the others have only this one.
      keys: ['D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'N', 'O', 'Q', 'R', 'S', 'U', 'V', 'X', 'Y', 'Z'],
      enabled: () => true,
      run: ({ level }, key) => void level(key ?? ''),
    },
    {
      id: 'sell.best',
      label: 'sell.best',
      icon: Sparkles,
      keys: ['B'],
      enabled: () => true,
      run: ({ level, best }, key) => {
        if (key === null || !level('B')) best();
      },
    },
    {
      id: 'sell.aisle',
      label: 'sell.aisle',
      icon: SquareArrowRight,
      keys: ['A'],
      enabled: () => true,
      run: ({ level, wishAisle }, key) => {
        if (key === null || !level('A')) wishAisle();
      },
    },
    {
      id: 'sell.wheelchair',
      label: 'sell.wheelchair',
      icon: Accessibility,
      keys: ['W'],
      enabled: () => true,
      run: ({ level, wishWheelchair }, key) => {
        if (key === null || !level('W')) wishWheelchair();
      },
    },
    {
      id: 'sell.priceLimit',
      label: 'sell.priceLimit',
      keys: ['P'],
      enabled: () => true,
      run: ({ level, openPriceLimit }, key) => {
        if (key === null || !level('P')) openPriceLimit();
      },
    },
    {
      id: 'sell.line',
      label: 'sell.line',
      keys: ['/'],
      enabled: () => true,
      run: ({ openLine }) => openLine(),
    },
    {
      id: 'sell.walkMap',
      label: 'sell.walkMap',
      icon: Grid3x3,
      keys: ['M', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
      enabled: () => true,
      run: ({ level, walkMap }, key) => {
        if (key !== 'M' || !level('M')) walkMap();
      },
    },
    {
      id: 'sell.type',
      label: 'sell.type',
      icon: Tags,
      keys: ['T'],
      enabled: (context) => context.isAsking || hasSeats(context),
      run: ({ level, changeType, seats }, key) => {
        if ((key === null || !level('T')) && seats > 0) changeType();
      },
    },
    {
      id: 'sell.customer',
      label: 'sell.customer',
      icon: UserRound,
      keys: ['C'],
      enabled: (context) => context.isAsking || hasSeats(context),
      run: ({ level, openCustomer, seats }, key) => {
        if ((key === null || !level('C')) && seats > 0) openCustomer();
      },
    },
    {
      id: 'sell.join',
      label: 'sell.join.action',
      icon: Plus,
      keys: ['+'],
      enabled: ({ joinableTitle }) => joinableTitle !== null || text('sell.join.nothing'),
      run: ({ join }) => join(),
    },
    {
      id: 'sell.pay',
      label: 'sell.pay',
      icon: CornerDownLeft,
      keys: ['Enter', 'F9'],
      enabled: ({ seats, isAsking, isSeeking }) => isAsking || isSeeking || seats > 0 || text('sell.pay.empty'),
      run: ({ isAsking, best, pay }, key) => (isAsking && key === 'Enter' ? best() : pay()),
    },
    {
      id: 'sell.escape',
      label: 'sell.escape',
      icon: X,
      keys: ['Escape'],
      enabled: () => true,
      run: ({ escape }) => escape(),
    },
  ],
};

export interface GhostContext {
  readonly walk: (step: 1 | -1) => void;
  readonly dismiss: () => void;
}

export type GhostActionId = 'sell.ghost.next' | 'sell.ghost.previous' | 'sell.ghost.dismiss';

export const ghostActions: ActionTable<GhostContext, GhostActionId> = {
  scope: 'sell.ghosts',
  actions: [
    {
      id: 'sell.ghost.next',
      label: 'sell.ghost.next',
      keys: ['ArrowDown', 'ArrowRight'],
      enabled: () => true,
      run: ({ walk }) => walk(1),
    },
    {
      id: 'sell.ghost.previous',
      label: 'sell.ghost.previous',
      keys: ['ArrowUp', 'ArrowLeft'],
      enabled: () => true,
      run: ({ walk }) => walk(-1),
    },
    {
      id: 'sell.ghost.dismiss',
      label: 'sell.ghost.dismiss',
      icon: X,
      keys: ['Escape'],
      enabled: () => true,
      run: ({ dismiss }) => dismiss(),
    },
  ],
};

export interface ChosenGhostContext {
  readonly take: () => void;
}

export const chosenGhostActions: ActionTable<ChosenGhostContext, 'sell.ghost.take'> = {
  scope: 'sell.ghosts.chosen',
  actions: [
    {
      id: 'sell.ghost.take',
      label: 'sell.ghost.take',
      icon: ArrowRightLeft,
      keys: ['Enter'],
      enabled: () => true,
      run: ({ take }) => take(),
    },
  ],
};

export interface PayingContext {
  readonly isPaid: boolean;
  readonly takesCash: boolean;
  readonly needsDrawer: boolean;
  readonly offers: readonly number[];
  readonly enter: () => void;
  readonly back: () => void;
  readonly exact: () => void;
  readonly note: (index: number) => void;
  readonly card: () => void;
  readonly openDrawer: () => void;
}

export type PayingActionId =
  | 'sell.paying.enter'
  | 'sell.paying.back'
  | 'sell.paying.exact'
  | 'sell.paying.note1'
  | 'sell.paying.note2'
  | 'sell.paying.note3'
  | 'sell.paying.card'
  | 'sell.paying.drawer';

const isDue = ({ isPaid }: PayingContext): true | string => !isPaid || text('sell.paying.covered');
const isCashDue = (context: PayingContext): true | string =>
  context.takesCash ? isDue(context) : text('sell.paying.noDrawer');

export const payingActions: ActionTable<PayingContext, PayingActionId> = {
  scope: 'sell.paying',
  actions: [
    {
      id: 'sell.paying.enter',
      label: 'sell.paying.enter',
      keys: ['Enter', 'F9'],
      enabled: () => true,
      run: ({ enter }) => enter(),
    },
    {
      id: 'sell.paying.back',
      label: 'sell.paying.back',
      icon: Undo2,
      keys: ['Escape'],
      enabled: () => true,
      run: ({ back }) => back(),
    },
    {
      id: 'sell.paying.exact',
      label: 'sell.paying.exact',
      keys: ['F5', '+'],
      enabled: isCashDue,
      run: ({ exact }) => exact(),
    },
    ...([1, 2, 3] as const).map((number) => ({
      id: `sell.paying.note${number}` as const,
      label: 'sell.paying.note' as const,
      labelValues: { number },
      keys: [['F6', 'F7', 'F8'][number - 1]!],
      enabled: isCashDue,
      run: ({ note }: PayingContext) => note(number - 1),
    })),
    {
      id: 'sell.paying.card',
      label: 'sell.paying.card',
      icon: CreditCard,
      keys: ['K'],
      enabled: isDue,
      run: ({ card }) => card(),
    },
    {
      id: 'sell.paying.drawer',
      label: 'sell.drawer.open',
      icon: Wallet,
      keys: ['D'],
      enabled: ({ needsDrawer }) => needsDrawer || text('sell.drawer.isOpen'),
      run: ({ openDrawer }) => openDrawer(),
    },
  ],
};

export interface DoneContext {
  readonly next: () => void;
  readonly pdf: () => void;
  readonly receipt: () => void;
}

export type DoneActionId = 'sell.done.next' | 'sell.done.pdf' | 'sell.done.receipt';

export const doneActions: ActionTable<DoneContext, DoneActionId> = {
  scope: 'sell.done',
  actions: [
    {
      id: 'sell.done.next',
      label: 'sell.done.next',
      icon: Armchair,
      keys: ['Enter', 'Space', 'Escape'],
      enabled: () => true,
      run: ({ next }) => next(),
    },
    {
      id: 'sell.done.pdf',
      label: 'sell.done.pdf',
      icon: FileText,
      keys: ['P'],
      enabled: () => true,
      run: ({ pdf }) => pdf(),
    },
    {
      id: 'sell.done.receipt',
      label: 'sell.done.receipt',
      icon: Receipt,
      keys: ['R'],
      enabled: () => true,
      run: ({ receipt }) => receipt(),
    },
  ],
};

export const SELL_ACTION_TABLES: readonly ActionTable<never>[] = [
  sellActions,
  ghostActions,
  chosenGhostActions,
  refusedSingleActions,
  leftSingleActions,
  passSingleActions,
  payingActions,
  doneActions,
];
