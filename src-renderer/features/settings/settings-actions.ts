import { Archive, KeyRound, UserPlus } from 'lucide-react';
import { text } from '../../../src-shared/text/text.ts';
import type { ActionTable } from '../../app/actions/action.ts';

export interface PeopleContext {
  readonly chosen: 'NOBODY' | 'ACTIVE' | 'ARCHIVED';
  readonly create: () => void;
  readonly setPin: () => void;
  readonly archive: () => void;
}

function whenActive({ chosen }: PeopleContext): true | string {
  if (chosen === 'NOBODY') return text('settingsScreen.person.choose');
  return chosen === 'ACTIVE' || text('settingsScreen.person.isArchived');
}

export const peopleActions: ActionTable<PeopleContext, 'people.create' | 'people.setPin' | 'people.archive'> = {
  scope: 'settings.people',
  actions: [
    {
      id: 'people.archive',
      label: 'settingsScreen.person.archive',
      icon: Archive,
      keys: ['Delete'],
      enabled: whenActive,
      run: ({ archive }) => archive(),
    },
    {
      id: 'people.setPin',
      label: 'settingsScreen.person.setPin',
      icon: KeyRound,
      keys: ['P'],
      enabled: whenActive,
      run: ({ setPin }) => setPin(),
    },
    {
      id: 'people.create',
      label: 'settingsScreen.person.new',
      icon: UserPlus,
      keys: ['N'],
      enabled: () => true,
      run: ({ create }) => create(),
    },
  ],
};
