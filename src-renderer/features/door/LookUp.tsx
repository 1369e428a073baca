import { useState, type KeyboardEvent } from 'react';
import type { CallTable } from '../../../src-shared/contract/calls.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useReading } from '../../app/use-program.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { walkedIndex } from './walked-index.ts';
import { seatText } from './verdict-face.ts';

type Found = CallTable['door.lookUp']['output'][number];

export interface LookUpProps {
  readonly eventIds: readonly string[];
  readonly onTake: (found: { readonly ticketId: string; readonly seat: string }) => void;
  readonly onClose: () => void;
}

function stateText({ isInside, status }: Found): string {
  if (isInside) return text('doorScreen.found.inside');
  return text(`doorScreen.found.${status}` as 'doorScreen.found.CONFIRMED');
}

interface FoundItemProps {
  readonly found: Found;
  readonly isMarked: boolean;
  readonly onTake: () => void;
}

function FoundItem({ found, isMarked, onTake }: FoundItemProps) {
  const isGood = !found.isInside && (found.status === 'CONFIRMED' || found.status === 'USED');
  return (
    // The box keeps the focus and says which one is marked; a finger presses the line itself.
    <li
      id={`door-found-${found.ticketId}`}
      role="option"
      aria-selected={isMarked}
      className="door-found"
      data-marked={isMarked}
      onPointerUp={onTake}
    >
      <strong className="door-found-seat">{seatText(found)}</strong>
      <span className="door-found-name">{found.customerName ?? text('doorScreen.lookUp.noName')}</span>
      <span className="door-found-event">{found.eventTitle}</span>
      <span className="door-found-state" data-good={isGood}>
        {stateText(found)}
      </span>
      <span className="door-found-number">{found.number}</span>
    </li>
  );
}

/** A ticket by name, seat or number. The box keeps the focus; arrows walk what is found, Enter takes it. */
export function LookUp({ eventIds, onTake, onClose }: LookUpProps) {
  const [typed, setTyped] = useState('');
  const [walked, setWalked] = useState(0);
  const words = typed.trim();
  const reading = useReading('door.lookUp', words === '' ? null : { text: words, eventIds: [...eventIds] }, [
    'tickets',
    'admissions',
  ]);
  const found = words === '' ? [] : (reading.value ?? []);
  const marked = found[Math.min(walked, found.length - 1)] ?? null;
  const take = (each: Found): void => onTake({ ticketId: each.ticketId, seat: seatText(each) });
  const pressKey = (event: KeyboardEvent): void => {
    const next = walkedIndex(event.key, walked, found.length);
    if (next !== null) setWalked(next);
    else if (event.key === 'Enter' && marked && !event.repeat) take(marked);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={text('doorScreen.lookUp.title')} isOpen onClose={onClose} size="wide">
      <div className="door-look-up" role="presentation" onKeyDownCapture={pressKey}>
        <SearchBox
          label={text('doorScreen.lookUp.label')}
          placeholder={text('doorScreen.lookUp.hint')}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setWalked(0);
          }}
          autoFocus
          maxLength={120}
          {...(marked ? { 'aria-activedescendant': `door-found-${marked.ticketId}` } : {})}
        />
        {reading.error ? <Message tone="bad">{reading.error.message}</Message> : null}
        <ul className="door-founds" role="listbox" aria-label={text('doorScreen.lookUp.title')}>
          {found.map((each) => (
            <FoundItem key={each.ticketId} found={each} isMarked={each === marked} onTake={() => take(each)} />
          ))}
        </ul>
        {words === '' ? <p className="door-look-up-hint">{text('doorScreen.lookUp.start')}</p> : null}
        {words !== '' && reading.value?.length === 0 ? (
          <EmptyState title={text('doorScreen.lookUp.none', { typed: words })}>
            {text('doorScreen.lookUp.none.text')}
          </EmptyState>
        ) : null}
      </div>
    </Dialog>
  );
}
