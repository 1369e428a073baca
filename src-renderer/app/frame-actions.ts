/** What can be done on every screen: go to an area, choose an event, lock, undo, find, see the keys. */
import {
  Armchair,
  BookOpenText,
  CalendarDays,
  ChartNoAxesColumn,
  DoorOpen,
  Keyboard,
  Lock,
  Map as MapIcon,
  PackageOpen,
  Search,
  Settings,
  Undo2,
  Wallet,
  type LucideIcon,
} from 'lucide-react';
import { text } from '../../src-shared/text/text.ts';
import type { Action, ActionTable } from './actions/action.ts';
import { AREAS, type Area } from './area.ts';
import type { EventChip } from './frame-model.ts';

export interface FrameContext {
  readonly areas: readonly Area[];
  readonly events: readonly EventChip[];
  readonly undoLabel: string | null;
  readonly openArea: (area: Area) => void;
  readonly chooseEvent: (eventId: string) => void;
  readonly findEvent: () => void;
  readonly showKeys: () => void;
  readonly showPalette: () => void;
  readonly lock: () => void;
  readonly undo: () => void;
}

export const AREA_ICONS: Readonly<Record<Area, LucideIcon>> = {
  sell: Armchair,
  bookings: BookOpenText,
  door: DoorOpen,
  till: Wallet,
  events: CalendarDays,
  maps: MapIcon,
  purchasing: PackageOpen,
  reports: ChartNoAxesColumn,
  settings: Settings,
};

/** The line on top holds six, and Alt+1 to Alt+6 reach them. */
export const EVENT_NUMBERS = [1, 2, 3, 4, 5, 6] as const;
type EventNumber = (typeof EVENT_NUMBERS)[number];

export type FrameActionId =
  | `frame.area.${Area}`
  | `frame.event.${EventNumber}`
  | 'frame.findEvent'
  | 'frame.palette'
  | 'frame.keys'
  | 'frame.lock'
  | 'frame.undo';

function areaAction(area: Area, index: number): Action<FrameContext, FrameActionId> {
  return {
    id: `frame.area.${area}`,
    label: `frame.area.${area}`,
    icon: AREA_ICONS[area],
    // A browser keeps Ctrl and a digit for its tabs, so Shift and a function key do the same.
    keys: [`Ctrl+${index + 1}`, `Shift+F${index + 1}`],
    enabled: ({ areas }) => areas.includes(area) || text('frame.area.noRight', { area: text(`frame.area.${area}`) }),
    run: ({ openArea }) => openArea(area),
  };
}

function eventAction(number: EventNumber): Action<FrameContext, FrameActionId> {
  return {
    id: `frame.event.${number}`,
    label: 'frame.event.choose',
    labelValues: { number },
    keys: [`Alt+${number}`],
    enabled: ({ events }) => events.length >= number || text('frame.event.absent', { number }),
    run: ({ events, chooseEvent }) => {
      const event = events[number - 1];
      if (event) chooseEvent(event.id);
    },
  };
}

export const frameActions: ActionTable<FrameContext, FrameActionId> = {
  scope: 'global',
  actions: [
    ...AREAS.map(areaAction),
    ...EVENT_NUMBERS.map(eventAction),
    {
      id: 'frame.keys',
      label: 'frame.keys',
      icon: Keyboard,
      keys: ['F1'],
      enabled: () => true,
      run: ({ showKeys }) => showKeys(),
    },
    {
      id: 'frame.lock',
      label: 'frame.lock',
      icon: Lock,
      keys: ['Ctrl+L', 'F2'],
      enabled: () => true,
      run: ({ lock }) => lock(),
    },
    {
      id: 'frame.findEvent',
      label: 'frame.event.find',
      icon: CalendarDays,
      keys: ['Ctrl+E', 'F3'],
      enabled: () => true,
      run: ({ findEvent }) => findEvent(),
    },
    {
      id: 'frame.palette',
      label: 'frame.palette',
      icon: Search,
      keys: ['Ctrl+K', 'F4'],
      enabled: () => true,
      run: ({ showPalette }) => showPalette(),
    },
    {
      id: 'frame.undo',
      label: 'frame.undo',
      icon: Undo2,
      keys: ['Ctrl+Z', 'F10'],
      enabled: ({ undoLabel }) => undoLabel !== null || text('frame.undo.nothing'),
      run: ({ undo }) => undo(),
    },
  ],
};
