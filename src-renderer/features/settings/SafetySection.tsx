import { useState } from 'react';
import type { Output } from '../../../src-shared/contract/calls.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { Status } from '../../ui/Status.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';

type Check = Output<'system.verify'>['checks'][number];

const COLUMNS: readonly TableColumn<Check>[] = [
  { id: 'name', name: text('settingsScreen.verify.check'), isWide: true, cell: ({ name }) => name },
  { id: 'count', name: text('settingsScreen.verify.looked'), align: 'end', cell: ({ count }) => count },
  {
    id: 'result',
    name: text('settingsScreen.verify.result'),
    cell: ({ problems }) => (
      <Status tone={problems.length === 0 ? 'ok' : 'bad'}>
        {problems.length === 0
          ? text('settingsScreen.verify.ok')
          : text('settingsScreen.verify.bad', { count: problems.length })}
      </Status>
    ),
  },
];

/** A copy of everything, and a check of everything. */
export function SafetySection() {
  return (
    <div className="settings-form">
      <Backup />
      <Verify />
    </div>
  );
}

function Backup() {
  const act = useAct();
  const [file, setFile] = useState<string | null>(null);
  const backUp = async () => {
    setFile(null);
    const made = await act.run(text('settingsScreen.backup.act'), 'system.backup', {});
    if (made.ok) setFile(made.value.file);
  };
  return (
    <section>
      <h2>{text('settingsScreen.backup')}</h2>
      <p className="office-hint">{text('settingsScreen.backup.text')}</p>
      <div className="office-buttons">
        <Button isPending={act.isBusy} onPress={() => void backUp()}>
          {text('settingsScreen.backup.now')}
        </Button>
      </div>
      {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
      {file ? <Message tone="ok">{text('settingsScreen.backup.done', { file })}</Message> : null}
    </section>
  );
}

function Verify() {
  const act = useAct();
  const [checks, setChecks] = useState<readonly Check[] | null>(null);
  const verify = async () => {
    const verified = await act.run(text('settingsScreen.verify.act'), 'system.verify', {});
    if (verified.ok) setChecks(verified.value.checks);
  };
  const problems = checks?.flatMap((check) => check.problems) ?? [];
  return (
    <section>
      <h2>{text('settingsScreen.verify')}</h2>
      <p className="office-hint">{text('settingsScreen.verify.text')}</p>
      <div className="office-buttons">
        <Button isPending={act.isBusy} onPress={() => void verify()}>
          {text('settingsScreen.verify.now')}
        </Button>
      </div>
      {act.error ? <Message tone="bad">{act.error.message}</Message> : null}
      {checks ? (
        <>
          <Message tone={problems.length === 0 ? 'ok' : 'bad'}>
            {problems.length === 0
              ? text('settingsScreen.verify.clean', { count: checks.length })
              : text('settingsScreen.verify.problems', { count: problems.length })}
          </Message>
          {problems.length > 0 ? (
            <ul className="settings-problems" data-selectable>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          ) : null}
          <Table
            label={text('settingsScreen.verify')}
            columns={COLUMNS}
            rows={checks}
            rowId={(check) => check.name}
            rowName={(check) => check.name}
            empty={null}
          />
        </>
      ) : null}
    </section>
  );
}
