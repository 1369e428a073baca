import { Printer, TriangleAlert, type LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { text } from '../../src-shared/text/text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Reason } from '../ui/Reason.tsx';
import { ToneMark, type Tone } from '../ui/ToneMark.tsx';
import type { BoundActions } from './actions/action.ts';
import { EventChips } from './EventChips.tsx';
import type { FrameActionId } from './frame-actions.ts';
import type { FrameModel, FrameServices, HouseState, SignedInUser } from './frame-model.ts';
import './TopLine.css';

function houseWords(house: HouseState): { readonly tone: Tone; readonly words: string } {
  switch (house.kind) {
    case 'ALONE':
      return { tone: 'idle', words: text('frame.house.alone') };
    case 'CONNECTED':
      return { tone: 'ok', words: text('frame.house.connected') };
    case 'OFFLINE': {
      const { seatsLeft: seats, salesToSend: sales } = house;
      return { tone: 'warn', words: text('frame.house.offline', { seats, sales }) };
    }
    case 'CORE_LOST':
      return { tone: 'bad', words: text('frame.house.coreLost') };
  }
}

interface CounterProps {
  readonly icon: LucideIcon;
  readonly count: number;
  readonly label: string;
  readonly onPress: () => void;
}

/** Hidden at 0: nothing to look at is nothing to see. */
function Counter({ icon: Icon, count, label, onPress }: CounterProps) {
  if (count === 0) return null;
  return (
    <Reason reason={label}>
      <AriaButton className="app-counter" aria-label={label} onPress={onPress}>
        <Icon aria-hidden="true" strokeWidth={2} />
        {count}
      </AriaButton>
    </Reason>
  );
}

export interface TopLineProps {
  readonly model: FrameModel;
  readonly user: SignedInUser;
  readonly services: FrameServices;
  readonly actions: BoundActions<FrameActionId>;
}

/** The one line on top: events, what needs looking at, how the house stands, who is here. */
export function TopLine({ model, user, services, actions }: TopLineProps) {
  const house = houseWords(model.house);
  const lock = actions['frame.lock'];
  return (
    <header className="app-top">
      <EventChips
        events={model.events}
        chosenId={model.chosenEventId}
        nowMs={model.nowMs}
        onChoose={services.chooseEvent}
      />
      <div className="app-top-end">
        <Counter
          icon={TriangleAlert}
          count={model.exceptions}
          label={text('frame.exceptions.count', { count: model.exceptions })}
          onPress={services.openExceptions}
        />
        <Counter
          icon={Printer}
          count={model.printQueue}
          label={text('frame.printQueue.count', { count: model.printQueue })}
          onPress={services.openPrintQueue}
        />
        <div className="app-here">
          <p className="app-user">
            <strong>{user.name}</strong>
            <span className="visually-hidden">, {user.role}</span>
          </p>
          <output className="app-house">
            <ToneMark tone={house.tone} />
            <span>{house.words}</span>
          </output>
        </div>
        {lock.icon ? (
          <IconButton
            icon={lock.icon}
            label={lock.label}
            keyHint={lock.keys[0]}
            data-action={lock.id}
            onPress={() => lock.run()}
          />
        ) : null}
      </div>
    </header>
  );
}
