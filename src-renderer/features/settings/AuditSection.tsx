import { useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components';
import type { Output } from '../../../src-shared/contract/calls.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useProgramState, useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';

type AuditRecord = Output<'audit.list'>[number];

function columnsOf(locale: string, timeZone: string): readonly TableColumn<AuditRecord>[] {
  const when = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone,
  });
  return [
    {
      id: 'at',
      name: text('settingsScreen.audit.at'),
      cell: ({ at }) => <span className="figures">{when.format(at)}</span>,
    },
    { id: 'act', name: text('settingsScreen.audit.act'), cell: ({ name }) => name },
    {
      id: 'who',
      name: text('settingsScreen.audit.who'),
      cell: ({ userName, allowedByName }) =>
        allowedByName === null
          ? userName
          : text('settingsScreen.audit.allowedBy', { name: userName, manager: allowedByName }),
    },
    {
      id: 'detail',
      name: text('settingsScreen.audit.detail'),
      isWide: true,
      cell: ({ detail }) => <span title={detail}>{detail.split('\n').join(' · ')}</span>,
    },
  ];
}

/** Who did what, newest first, a page at a time. */
export function AuditSection() {
  const { locale } = useLocale();
  const timeZone = useProgramState((state) => state.house?.timeZone ?? 'UTC');
  const columns = useMemo(() => columnsOf(locale, timeZone), [locale, timeZone]);
  const [words, setWords] = useState('');
  const [before, setBefore] = useState<number | null>(null);
  const question = { ...(before === null ? {} : { before }), ...(words.trim() ? { text: words } : {}) };
  const records = useReading('audit.list', question, ['auditRecords']);
  const last = records.value?.at(-1)?.sequence ?? null;
  return (
    <>
      <div className="settings-bar">
        <div className="settings-search">
          <SearchBox
            label={text('settingsScreen.audit.search')}
            placeholder={text('settingsScreen.audit.hint')}
            value={words}
            onChange={(typed) => {
              setWords(typed);
              setBefore(null);
            }}
          />
        </div>
        {before === null ? null : (
          <Button size="compact" tone="quiet" onPress={() => setBefore(null)}>
            {text('settingsScreen.audit.newest')}
          </Button>
        )}
        <Button size="compact" isDisabled={last === null} onPress={() => setBefore(last)}>
          {text('settingsScreen.audit.older')}
        </Button>
      </div>
      <Table
        label={text('settingsScreen.audit')}
        columns={columns}
        rows={records.value}
        rowId={(record) => record.id}
        rowName={(record) => record.name}
        empty={
          <EmptyState title={records.error?.message ?? text('settingsScreen.audit.none')}>
            {text('settingsScreen.audit.none.text')}
          </EmptyState>
        }
      />
    </>
  );
}
