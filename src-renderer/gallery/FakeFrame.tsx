import { Armchair, Accessibility, Banknote, CreditCard, UserRound, ArrowLeftRight } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { ActionButton } from '../app/actions/ActionButton.tsx';
import { createActionRegistry, type ActionTable } from '../app/actions/action.ts';
import { useActions } from '../app/actions/use-actions.ts';
import { App } from '../app/App.tsx';
import { AREA_RIGHTS } from '../app/area-rights.ts';
import { frameActions } from '../app/frame-actions.ts';
import type { FrameModel, FrameServices } from '../app/frame-model.ts';
import { createRouter } from '../app/router.ts';
import { Figure } from '../ui/Figure.tsx';
import { Message } from '../ui/Message.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Ring } from '../ui/Ring.tsx';
import { ToggleChip } from '../ui/ToggleChip.tsx';
import { answerPin, MODEL, searchHouse, signedIn } from './fake-frame-model.ts';
import './FakeFrame.css';

type FakeActionId = 'sell.best' | 'sell.cash' | 'sell.card' | 'sell.customer' | 'sell.change';

interface FakeContext {
  readonly say: (words: string) => void;
}

const sellActions: ActionTable<FakeContext, FakeActionId> = {
  scope: 'sell',
  actions: [
    {
      id: 'sell.best',
      label: 'ui.cash.typed',
      icon: Armchair,
      keys: ['B'],
      enabled: () => true,
      run: ({ say }) => say('best'),
    },
    {
      id: 'sell.cash',
      label: 'ui.cash.exact',
      icon: Banknote,
      keys: ['Enter'],
      enabled: () => true,
      run: ({ say }) => say('cash'),
    },
    {
      id: 'sell.card',
      label: 'ui.choose',
      icon: CreditCard,
      keys: ['F6'],
      enabled: () => true,
      run: ({ say }) => say('card'),
    },
    {
      id: 'sell.customer',
      label: 'ui.search',
      icon: UserRound,
      keys: ['C'],
      enabled: () => true,
      run: ({ say }) => say('customer'),
    },
    {
      id: 'sell.change',
      label: 'ui.more',
      icon: ArrowLeftRight,
      keys: ['X'],
      enabled: () => 'Nothing is chosen yet.',
      run: ({ say }) => say('change'),
    },
  ],
};

function FakeSell() {
  const [said, setSaid] = useState('');
  const [aisle, setAisle] = useState(false);
  const [wheelchair, setWheelchair] = useState(true);
  const actions = useActions(
    sellActions,
    useMemo(() => ({ say: setSaid }), []),
  );
  return (
    <div className="fake-sell">
      <div className="fake-map">
        <div className="fake-tools">
          <ActionButton action={actions['sell.best']}>Best</ActionButton>
          <ToggleChip isLit={aisle} onChange={setAisle} keyHint="A">
            Aisle
          </ToggleChip>
          <ToggleChip isLit={wheelchair} onChange={setWheelchair} keyHint="W" icon={Accessibility}>
            Wheelchair
          </ToggleChip>
          <input className="fake-line" aria-label="Sale line" />
          <output data-testid="said">{said}</output>
        </div>
      </div>
      <Panel
        title="Basket"
        padding="bare"
        footer={
          <div className="fake-pay">
            <Ring remainingMs={372_000} totalMs={600_000}>
              <Figure label="4 tickets" value="180.00" unit="EUR" size="large" />
            </Ring>
            <ActionButton action={actions['sell.cash']} tone="primary" size="large">
              Cash
            </ActionButton>
            <div className="fake-pay-row">
              <ActionButton action={actions['sell.card']}>Card</ActionButton>
              <ActionButton action={actions['sell.customer']} hidesKey>
                Customer
              </ActionButton>
              <ActionButton action={actions['sell.change']}>Seats</ActionButton>
            </div>
          </div>
        }
      >
        <div className="fake-line-item">
          <strong>Stalls F 4–7</strong>
          <span>180.00</span>
          <span>4 × Standard · 45.00</span>
        </div>
        <Message tone="warn" detail="Your other seats are yours for 6:12.">
          F 8 was sold at Counter 2 a moment ago.
        </Message>
      </Panel>
    </div>
  );
}

const screens = { sell: FakeSell };
const registry = createActionRegistry([frameActions, sellActions]);

export function FakeFrame({ isSignedIn, locale }: { readonly isSignedIn: boolean; readonly locale: string }) {
  const [model, setModel] = useState<FrameModel>({ ...MODEL, user: isSignedIn ? signedIn('p1') : null });
  const wrong = useRef(0);
  const router = useMemo(() => createRouter('sell'), []);
  const services = useMemo<FrameServices>(
    () => ({
      signIn: async (personId, pin) => {
        const answer = await answerPin(pin, wrong.current);
        wrong.current += answer.ok ? -wrong.current : 1;
        if (answer.ok) setModel((current) => ({ ...current, user: signedIn(personId), lastUserId: personId }));
        return answer;
      },
      lock: () => setModel((current) => ({ ...current, user: null })),
      chooseEvent: (chosenEventId) => setModel((current) => ({ ...current, chosenEventId })),
      findEvent: () => undefined,
      openExceptions: () => setModel((current) => ({ ...current, exceptions: 0 })),
      openPrintQueue: () => setModel((current) => ({ ...current, printQueue: 0 })),
      undo: () => undefined,
      search: searchHouse,
    }),
    [],
  );
  return (
    <App
      locale={locale}
      model={model}
      services={services}
      areaRights={AREA_RIGHTS}
      registry={registry}
      router={router}
      screens={screens}
    />
  );
}
