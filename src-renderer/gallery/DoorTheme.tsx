import { Check, Hand, X } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { Figure } from '../ui/Figure.tsx';
import { Message } from '../ui/Message.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { Status } from '../ui/Status.tsx';

const VERDICTS = [
  { kind: 'admit', word: 'ADMIT', Icon: Check },
  { kind: 'refuse', word: 'ALREADY USED', Icon: X },
  { kind: 'ask', word: 'NOT PAID', Icon: Hand },
  { kind: 'check', word: 'CHECK ONLY', Icon: Check },
] as const;

/** The black theme and the verdicts' colours. */
export function DoorTheme() {
  return (
    <div className="gallery-door">
      <div className="gallery-verdicts">
        {VERDICTS.map(({ kind, word, Icon }) => (
          <div key={kind} className="gallery-verdict" data-kind={kind}>
            <Icon aria-hidden="true" strokeWidth={2.5} />
            {word}
          </div>
        ))}
      </div>
      <div className="gallery-row">
        <Figure label="In" value="412" unit="of 645" size="large" />
        <Status tone="ok">Scanner ready</Status>
        <Status tone="warn">List is 4 min old</Status>
        <Status tone="bad">No network</Status>
        <Button keyHint="Space">Look up</Button>
        <Button tone="primary">Admit by hand</Button>
      </div>
      <SearchBox label="Look up" placeholder="Name, number or seat" />
      <Message tone="warn" action={<Button>Correct</Button>}>
        Saturday’s ticket.
      </Message>
      <Message tone="bad">This code is not one of ours.</Message>
    </div>
  );
}
