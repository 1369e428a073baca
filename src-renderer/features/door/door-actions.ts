import { Armchair, CircleCheckBig, CornerDownLeft, DoorOpen, Search, Undo2, Volume2 } from 'lucide-react';
import { text } from '../../../src-shared/text/text.ts';
import type { Action, ActionTable } from '../../app/actions/action.ts';

const EVENT_NUMBERS = [1, 2, 3, 4, 5, 6] as const;
type EventNumber = (typeof EVENT_NUMBERS)[number];

export interface DoorSetupContext {
  readonly eventCount: number;
  readonly chosenCount: number;
  readonly toggle: (index: number) => void;
  readonly serve: () => void;
}

function toggleAction(number: EventNumber): Action<DoorSetupContext, `door.event.${EventNumber}` | 'door.serve'> {
  return {
    id: `door.event.${number}`,
    label: 'doorScreen.serve.event',
    labelValues: { number },
    icon: CircleCheckBig,
    keys: [`${number}`],
    enabled: ({ eventCount }) => eventCount >= number || text('doorScreen.serve.absent', { number }),
    run: ({ toggle }) => toggle(number - 1),
  };
}

export const doorSetupActions: ActionTable<DoorSetupContext, `door.event.${EventNumber}` | 'door.serve'> = {
  scope: 'door.setup',
  actions: [
    ...EVENT_NUMBERS.map(toggleAction),
    {
      id: 'door.serve',
      label: 'doorScreen.serve',
      icon: CornerDownLeft,
      keys: ['Enter'],
      enabled: ({ chosenCount }) => chosenCount > 0 || text('doorScreen.serve.none'),
      run: ({ serve }) => serve(),
    },
  ],
};

export interface DoorContext {
  readonly canCorrect: boolean;
  readonly isMuted: boolean;
  readonly lookUp: () => void;
  readonly correct: () => void;
  readonly toggleMap: () => void;
  readonly chooseEvents: () => void;
  readonly toggleSound: () => void;
}

type DoorActionId = 'door.lookUp' | 'door.correct' | 'door.map' | 'door.events' | 'door.sound';

/** Two keys, for a hand in a glove, and one that no glove hits for the map; the rest is for the mouse and the palette. */
export const doorActions: ActionTable<DoorContext, DoorActionId> = {
  scope: 'door.serving',
  actions: [
    {
      id: 'door.lookUp',
      label: 'doorScreen.lookUp',
      icon: Search,
      keys: ['Space'],
      enabled: () => true,
      run: ({ lookUp }) => lookUp(),
    },
    {
      id: 'door.correct',
      label: 'doorScreen.correct',
      icon: Undo2,
      keys: ['Backspace'],
      enabled: ({ canCorrect }) => canCorrect || text('doorScreen.correct.nothing'),
      run: ({ correct }) => correct(),
    },
    {
      id: 'door.map',
      label: 'doorScreen.map',
      icon: Armchair,
      keys: ['F8'],
      enabled: () => true,
      run: ({ toggleMap }) => toggleMap(),
    },
    {
      id: 'door.events',
      label: 'doorScreen.events',
      icon: DoorOpen,
      keys: [],
      enabled: () => true,
      run: ({ chooseEvents }) => chooseEvents(),
    },
    {
      id: 'door.sound',
      label: 'doorScreen.sound',
      icon: Volume2,
      keys: [],
      enabled: () => true,
      run: ({ toggleSound }) => toggleSound(),
    },
  ],
};
