import { useState } from 'react';
import { MenuItem } from 'react-aria-components';
import type { CallTable } from '../../../src-shared/contract/calls.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { PickDialog } from './PickDialog.tsx';
import { seatText } from './verdict-face.ts';

type Found = CallTable['door.lookUp']['output'][number];

const LONGEST_QUESTION = 120;

export interface LookUpProps {
  readonly eventIds: readonly string[];
  readonly onTake: (found: { readonly ticketId: string; readonly seat: string }) => void;
  readonly onClose: () => void;
}

function stateText({ isInside, status }: Found): string {
  if (isInside) return text('doorScreen.found.inside');
  return text(`doorScreen.found.${status}` as 'doorScreen.found.CONFIRMED');
}

function FoundItem({ found }: { readonly found: Found }) {
  const isGood = !found.isInside && (found.status === 'CONFIRMED' || found.status === 'USED');
  return (
    <MenuItem id={found.ticketId} textValue={seatText(found)} className="door-found">
      <strong className="door-found-seat">{seatText(found)}</strong>
      <span className="door-found-name">{found.customerName ?? text('doorScreen.lookUp.noName')}</span>
      <span className="door-found-state" data-good={isGood}>
        {stateText(found)}
      </span>
      <span className="door-found-number">{found.number}</span>
      <span className="door-found-event">{found.eventTitle}</span>
    </MenuItem>
  );
}

function NothingFound({ words, isLoading }: { readonly words: string; readonly isLoading: boolean }) {
  if (words === '') return <p>{text('doorScreen.lookUp.start')}</p>;
  if (isLoading) return <p>{text('doorScreen.checking')}</p>;
  return (
    <EmptyState title={text('doorScreen.lookUp.none', { typed: words })}>
      {text('doorScreen.lookUp.none.text')}
    </EmptyState>
  );
}

/** A ticket by name, seat or number. */
export function LookUp({ eventIds, onTake, onClose }: LookUpProps) {
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const reading = useReading('door.lookUp', words === '' ? null : { text: words, eventIds: [...eventIds] }, [
    'tickets',
    'admissions',
  ]);
  const found = words === '' ? [] : (reading.value ?? []);
  return (
    <PickDialog
      title={text('doorScreen.lookUp.title')}
      label={text('doorScreen.lookUp.label')}
      placeholder={text('doorScreen.lookUp.hint')}
      typed={typed}
      onType={setTyped}
      maxLength={LONGEST_QUESTION}
      onTake={(id) => {
        const taken = found.find(({ ticketId }) => ticketId === id);
        if (taken) onTake({ ticketId: id, seat: seatText(taken) });
      }}
      onClose={onClose}
      message={reading.error ? <Message tone="bad">{reading.error.message}</Message> : null}
      empty={<NothingFound words={words} isLoading={reading.isLoading} />}
    >
      {found.map((each) => (
        <FoundItem key={each.ticketId} found={each} />
      ))}
    </PickDialog>
  );
}
