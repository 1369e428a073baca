import { useEffect, useEffectEvent, useState } from 'react';
import { text } from '../../src-shared/text/text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PinPad } from '../ui/PinPad.tsx';
import { matchesTyped } from './folded.ts';
import type { Person, PinAnswer } from './frame-model.ts';
import { personBeside, PersonList } from './PersonList.tsx';
import { pressPinKey, usePin, type PinEntry } from './use-pin.ts';
import './SignIn.css';

export interface SignInProps {
  readonly houseName: string;
  readonly people: readonly Person[];
  readonly lastUserId: string | null;
  readonly signIn: (personId: string, pin: string) => Promise<PinAnswer>;
}

/** What the keys do here: letters narrow the names, arrows walk them, digits and Enter are the PIN. */
interface SignInKeys {
  readonly letters: string;
  readonly entry: PinEntry;
  readonly type: (letters: string) => void;
  readonly step: (step: 1 | -1) => void;
}

function useSignInKeys({ letters, entry, type, step }: SignInKeys): void {
  const press = useEffectEvent((event: KeyboardEvent): boolean => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      step(event.key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (event.key === 'Escape' || (event.key === 'Backspace' && entry.pin === '')) {
      type(event.key === 'Escape' ? '' : letters.slice(0, -1));
      return true;
    }
    if (/^\p{L}$/u.test(event.key) || (event.key === ' ' && letters !== '')) {
      type(letters + event.key);
      return true;
    }
    return pressPinKey(event, entry);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the list of names, which would keep Enter for itself once a name was clicked.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}

/**
 * Who is here? Letters and digits never mix here, so no field has to be chosen first: letters narrow the names,
 * digits are the PIN of the one who is marked, Enter signs in.
 */
export function SignIn({ houseName, people, lastUserId, signIn }: SignInProps) {
  const [letters, setLetters] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(lastUserId ?? people[0]?.id ?? null);
  const found = people.filter(({ name }) => matchesTyped(name, letters));
  const chosen = found.find(({ id }) => id === chosenId) ?? found[0] ?? null;
  const entry = usePin((pin) => signIn(chosen?.id ?? '', pin));

  const choose = (id: string | null) => {
    if (id === chosen?.id) return;
    setChosenId(id);
    entry.clear();
  };
  const type = (next: string) => {
    setLetters(next);
    const first = people.find(({ name }) => matchesTyped(name, next));
    if (next !== '' && first) choose(first.id);
  };
  const step = (by: 1 | -1) => choose(personBeside(found, chosen?.id ?? null, by));
  useSignInKeys({ letters, entry, type, step });

  return (
    <main className="app-sign-in">
      <section className="app-sign-in-people">
        <header className="app-sign-in-head">
          <p className="app-sign-in-house">{houseName}</p>
          <h1>{text('frame.signIn.who')}</h1>
          <output className="app-sign-in-hint">
            {letters === ''
              ? text('frame.signIn.hint')
              : text(found.length > 0 ? 'frame.signIn.filter' : 'frame.signIn.noMatch', { letters })}
          </output>
        </header>
        {people.length > 0 ? (
          <PersonList
            label={text('frame.signIn.people')}
            people={found}
            chosenId={chosen?.id ?? null}
            onChoose={choose}
          />
        ) : (
          <EmptyState title={text('frame.signIn.noPeople')}>{text('frame.signIn.noPeople.detail')}</EmptyState>
        )}
      </section>
      <section className="app-sign-in-pin" aria-label={text('frame.signIn')}>
        {chosen ? (
          <>
            <h2 className="app-sign-in-name">{chosen.name}</h2>
            <p className="app-sign-in-role">{chosen.role}</p>
            <PinPad
              key={chosen.id}
              label={chosen.name}
              pin={entry.pin}
              onChange={entry.change}
              onSubmit={entry.submit}
              problem={entry.problem}
              waitSeconds={entry.waitSeconds}
              isChecking={entry.isChecking}
              takesFocus
            />
          </>
        ) : null}
      </section>
    </main>
  );
}
