import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Message } from '../ui/Message.tsx';
import { Panel } from '../ui/Panel.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Badge, Status } from '../ui/Status.tsx';
import { Table, type TableColumn } from '../ui/Table.tsx';
import { Timeline } from '../ui/Timeline.tsx';

interface Booking {
  readonly id: string;
  readonly name: string;
  readonly seats: string;
  readonly total: string;
  readonly state: 'ok' | 'warn' | 'bad' | 'idle';
  readonly word: string;
}

const BOOKINGS: readonly Booking[] = [
  { id: '7K3QMD', name: 'Miller, Josephine', seats: 'Stalls F 4–7', total: '180.00', state: 'ok', word: 'Paid' },
  { id: '8N2PLA', name: 'Nguyen, Thanh', seats: 'Balcony B 11–12', total: '64.00', state: 'warn', word: 'Unpaid' },
  { id: '9Q4RTB', name: 'Österreicher, Ute', seats: 'Box 3', total: '1,240.00', state: 'idle', word: 'Kept' },
  { id: '4D8WXC', name: 'Papadopoulos, Eleni', seats: 'Stalls M 1', total: '45.00', state: 'bad', word: 'Cancelled' },
];

const COLUMNS: readonly TableColumn<Booking>[] = [
  { id: 'name', name: 'Name', cell: ({ name }) => name, isWide: true, isSortable: true },
  { id: 'seats', name: 'Seats', cell: ({ seats }) => seats },
  { id: 'total', name: 'Total', cell: ({ total }) => total, align: 'end' },
  { id: 'state', name: 'State', cell: ({ state, word }) => <Status tone={state}>{word}</Status> },
];

export function StatesGallery() {
  const [selected, setSelected] = useState<string | null>('8N2PLA');
  const [opened, setOpened] = useState('');
  const table = {
    label: 'Bookings',
    columns: COLUMNS,
    rowId: (row: Booking) => row.id,
    rowName: (row: Booking) => row.name,
  };
  return (
    <>
      <Panel title="Table" padding="bare">
        <Table
          {...table}
          rows={BOOKINGS}
          selected={selected}
          onSelect={setSelected}
          onOpen={setOpened}
          sort={{ column: 'name', isDescending: false }}
          empty={null}
        />
        <output data-testid="opened">{opened}</output>
      </Panel>
      <Panel title="Table, empty and loading" padding="bare">
        <Table
          {...table}
          rows={[]}
          empty={
            <EmptyState title="No bookings yet" action={<Button tone="primary">Sell the first</Button>}>
              Bookings stand here as soon as something is sold or kept for someone.
            </EmptyState>
          }
        />
        <Table {...table} rows={null} empty={null} />
      </Panel>
      <MessagesGallery />
    </>
  );
}

function MessagesGallery() {
  return (
    <>
      <Panel title="Messages">
        <div className="gallery-stack">
          <Message tone="warn" detail="Your other seats are yours for 6:12." action={<Button>Take F 9</Button>}>
            F 8 was sold at Counter 2 a moment ago.
          </Message>
          <Message tone="bad" action={<Button tone="primary">Print again</Button>}>
            The printer has no paper; 2 of 4 tickets are printed.
          </Message>
          <Message tone="ok" onDismiss={() => undefined}>
            Published as version 4.
          </Message>
          <Message tone="note">Figaro is off sale since 18:02 (fire alarm).</Message>
        </div>
      </Panel>
      <Panel title="Status, progress, loading">
        <div className="gallery-stack">
          <div className="gallery-row">
            <Status tone="ok">Printed</Status>
            <Status tone="note">Queued</Status>
            <Status tone="warn">Unpaid</Status>
            <Status tone="bad">Failed</Status>
            <Status tone="idle">Not sent</Status>
          </div>
          <div className="gallery-row">
            <Badge count={3} />
            <Badge count={12} tone="warn" />
            <Badge count={1} tone="bad" />
            <Badge count={4} tone="note" />
          </div>
          <ProgressBar label="Printing" done={312} total={1000} onCancel={() => undefined} />
          <Skeleton lines={3} />
        </div>
      </Panel>
      <Panel title="Timeline">
        <Timeline
          label="Story"
          entries={[
            { id: '1', when: '18:47', what: 'Sold for 180.00 in cash', who: 'Ana at Counter 1', tone: 'ok' },
            { id: '2', when: '18:47', what: 'Printed 4 tickets', who: 'Printer 2' },
            { id: '3', when: 'Sat 19:02', what: 'F 7 was refused: ALREADY USED', who: 'Gate C', tone: 'bad' },
            { id: '4', when: 'Sat 19:05', what: 'Reprinted F 7: lost', who: 'Dilek at Counter 1', tone: 'warn' },
          ]}
        />
      </Panel>
    </>
  );
}
