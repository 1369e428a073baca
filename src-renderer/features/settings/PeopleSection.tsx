import { useMemo, useState } from 'react';
import type { Output } from '../../../src-shared/contract/calls.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { useReading } from '../../app/use-program.ts';
import { Status } from '../../ui/Status.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';
import { ArchivePerson, NewPerson, NewPin } from './PersonDialogs.tsx';
import { RightsTable } from './RightsTable.tsx';
import { peopleActions, type PeopleContext } from './settings-actions.ts';

type Member = Output<'person.list'>[number];

const COLUMNS: readonly TableColumn<Member>[] = [
  { id: 'name', name: text('office.name'), isWide: true, cell: ({ name }) => <strong>{name}</strong> },
  { id: 'role', name: text('settingsScreen.person.role'), cell: ({ role }) => text(`role.${role}`) },
  {
    id: 'pin',
    name: text('settingsScreen.person.pin'),
    cell: ({ hasPin }) => (
      <Status tone={hasPin ? 'ok' : 'idle'}>
        {text(hasPin ? 'settingsScreen.person.pinSet' : 'settingsScreen.person.pinNone')}
      </Status>
    ),
  },
  {
    id: 'state',
    name: text('settingsScreen.person.state'),
    cell: ({ archivedAt }) => (
      <Status tone={archivedAt === null ? 'ok' : 'idle'}>
        {text(archivedAt === null ? 'settingsScreen.person.active' : 'settingsScreen.person.archived')}
      </Status>
    ),
  },
];

/** Who may sign in, with which role, and what each role may do. */
export function PeopleSection() {
  const people = useReading('person.list', {}, ['users']);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'NEW' | 'PIN' | 'ARCHIVE' | null>(null);
  const chosen = people.value?.find(({ id }) => id === chosenId) ?? null;
  const state: PeopleContext['chosen'] =
    chosen === null ? 'NOBODY' : chosen.archivedAt === null ? 'ACTIVE' : 'ARCHIVED';
  const context = useMemo(
    () => ({
      chosen: state,
      create: () => setDialog('NEW'),
      setPin: () => setDialog('PIN'),
      archive: () => setDialog('ARCHIVE'),
    }),
    [state],
  );
  const actions = useActions(peopleActions, context);
  const close = () => setDialog(null);
  return (
    <>
      <div className="settings-bar">
        <ActionButton action={actions['people.archive']} size="compact" tone="quiet" />
        <ActionButton action={actions['people.setPin']} size="compact" />
        <ActionButton action={actions['people.create']} size="compact" tone="primary" />
      </div>
      <Table
        label={text('settingsScreen.people')}
        columns={COLUMNS}
        rows={people.value}
        rowId={(person) => person.id}
        rowName={(person) => person.name}
        selected={chosenId}
        onSelect={setChosenId}
        empty={null}
      />
      <RightsTable />
      {dialog === 'NEW' ? <NewPerson onClose={close} /> : null}
      {dialog === 'PIN' && chosen ? <NewPin person={chosen} onClose={close} /> : null}
      {dialog === 'ARCHIVE' && chosen ? <ArchivePerson person={chosen} onClose={close} /> : null}
    </>
  );
}
