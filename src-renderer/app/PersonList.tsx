import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Person } from './frame-model.ts';
import './PersonList.css';

export interface PersonListProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

/** People to choose from. The screen it stands on moves the choice by keys too, so that a PIN can follow at once. */
export function PersonList({ label, people, chosenId, onChoose }: PersonListProps) {
  return (
    <ListBox
      className="app-people"
      aria-label={label}
      items={people}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosenId === null ? [] : [chosenId]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys;
        if (id !== undefined) onChoose(String(id));
      }}
    >
      {({ id, name, role }) => (
        <ListBoxItem id={id} textValue={name} className="app-person">
          <span className="app-person-name">{name}</span>
          <span className="app-person-role">{role}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** The person one step up or down the list; stays at its ends. */
export function personBeside(people: readonly Person[], chosenId: string | null, step: 1 | -1): string | null {
  const index = people.findIndex(({ id }) => id === chosenId);
  const next = index < 0 ? 0 : Math.min(people.length - 1, Math.max(0, index + step));
  return people[next]?.id ?? null;
}
