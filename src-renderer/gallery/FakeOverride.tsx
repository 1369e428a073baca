import { useRef, useState } from 'react';
import { OverrideDialog } from '../app/OverrideDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { answerPin, PEOPLE } from './fake-frame-model.ts';

export function FakeOverride() {
  const [isOpen, setOpen] = useState(true);
  const [said, setSaid] = useState('');
  const wrong = useRef(0);
  return (
    <div className="gallery-centre">
      <Button onPress={() => setOpen(true)}>Refund</Button>
      <output data-testid="said">{said}</output>
      {isOpen ? (
        <OverrideDialog
          act="Refund 90.00 EUR in cash to Josephine Miller"
          people={PEOPLE.filter(({ role }) => role !== 'Clerk').slice(0, 3)}
          allow={async (personId, pin) => {
            const answer = await answerPin(pin, wrong.current);
            wrong.current += 1;
            if (answer.ok) setSaid(`allowed by ${personId}`);
            return answer;
          }}
          onDone={() => setOpen(false)}
          onCancel={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}
