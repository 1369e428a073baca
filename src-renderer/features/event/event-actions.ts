import { Ban, CalendarPlus, CircleDashed, List, Search, Stamp, Unlock, CalendarDays } from 'lucide-react';
import { text } from '../../../src-shared/text/text.ts';
import type { ActionTable } from '../../app/actions/action.ts';
import { seatChoiceActions } from '../../app/seat-choice-actions.ts';

export interface EventListContext {
  readonly isCalendar: boolean;
  readonly newEvent: () => void;
  readonly search: () => void;
  readonly show: (view: 'list' | 'calendar') => void;
}

export const eventListActions: ActionTable<
  EventListContext,
  'events.new' | 'events.search' | 'events.list' | 'events.calendar'
> = {
  scope: 'events.list',
  actions: [
    {
      id: 'events.new',
      label: 'eventScreen.new',
      icon: CalendarPlus,
      keys: ['N'],
      enabled: () => true,
      run: ({ newEvent }) => newEvent(),
    },
    {
      id: 'events.search',
      label: 'eventScreen.search',
      icon: Search,
      keys: ['/'],
      enabled: () => true,
      run: ({ search }) => search(),
    },
    {
      id: 'events.list',
      label: 'eventScreen.view.list',
      icon: List,
      keys: ['L'],
      enabled: () => true,
      run: ({ show }) => show('list'),
    },
    {
      id: 'events.calendar',
      label: 'eventScreen.view.calendar',
      icon: CalendarDays,
      keys: ['C'],
      enabled: () => true,
      run: ({ show }) => show('calendar'),
    },
  ],
};

/** As many seats as the core takes in one act. */
export const SEATS_AN_ACT_MAX = 1000;

export interface SeatWorkContext {
  readonly chosen: number;
  readonly held: number;
  readonly blocked: number;
  /** Holds that the chosen held seats are of. */
  readonly holds: number;
  readonly hold: () => void;
  readonly release: () => void;
  readonly block: () => void;
  readonly unblock: () => void;
}

function whenChosen({ chosen }: SeatWorkContext): true | string {
  if (chosen === 0) return text('office.chooseSeats');
  return chosen <= SEATS_AN_ACT_MAX || text('eventScreen.tooMany', { limit: SEATS_AN_ACT_MAX, count: chosen });
}

export const seatWorkActions: ActionTable<
  SeatWorkContext,
  'events.hold' | 'events.release' | 'events.block' | 'events.unblock'
> = {
  scope: 'events.seats',
  actions: [
    {
      id: 'events.hold',
      label: 'eventScreen.hold',
      icon: Stamp,
      keys: ['H'],
      enabled: whenChosen,
      run: ({ hold }) => hold(),
    },
    {
      id: 'events.release',
      label: 'eventScreen.release',
      icon: Unlock,
      keys: ['U'],
      enabled: (context) => {
        const chosen = whenChosen(context);
        if (chosen !== true) return chosen;
        if (context.held === 0) return text('eventScreen.release.notHeld');
        return context.holds === 1 || text('eventScreen.release.oneHold');
      },
      run: ({ release }) => release(),
    },
    {
      id: 'events.block',
      label: 'eventScreen.block',
      icon: Ban,
      keys: ['B'],
      enabled: whenChosen,
      run: ({ block }) => block(),
    },
    {
      id: 'events.unblock',
      label: 'eventScreen.unblock',
      icon: CircleDashed,
      keys: ['Shift+B'],
      enabled: (context) => {
        const chosen = whenChosen(context);
        if (chosen !== true) return chosen;
        return context.blocked > 0 || text('eventScreen.unblock.notBlocked');
      },
      run: ({ unblock }) => unblock(),
    },
  ],
};

export const eventChoiceActions = seatChoiceActions('events.seats');
