import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Input } from '../../../src-shared/contract/calls.ts';
import type { EventDetail } from '../../../src-shared/contract/event.ts';
import { eventMachine } from '../../../src-shared/domain/inventory/states.ts';
import { text, type TextKey } from '../../../src-shared/text/text.ts';
import { ReasonDialog } from '../../app/ReasonDialog.tsx';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { Message } from '../../ui/Message.tsx';

type Step = Input<'event.changeStatus'>['to'];

/** The step that is right most of the time, by state. */
const NEXT: Readonly<Partial<Record<EventDetail['status'], Step>>> = {
  DRAFT: 'PUBLISHED',
  PUBLISHED: 'ON_SALE',
  ON_SALE: 'OFF_SALE',
  OFF_SALE: 'ON_SALE',
  POSTPONED: 'ON_SALE',
};

const ASKS_WHY: readonly Step[] = ['OFF_SALE', 'POSTPONED', 'CANCELLED'];
const IS_FINAL: readonly Step[] = ['CANCELLED', 'COMPLETED'];

const ALL_STEPS: readonly Step[] = ['DRAFT', 'PUBLISHED', 'ON_SALE', 'OFF_SALE', 'POSTPONED', 'COMPLETED', 'CANCELLED'];

function stepsFrom(event: EventDetail): readonly Step[] {
  return ALL_STEPS.filter((step) => eventMachine.move(event.status, step).ok);
}

function detailOf(step: Step): string {
  if (step === 'CANCELLED' || step === 'COMPLETED') return text(`eventScreen.to.${step}.detail`);
  return text('eventScreen.to.other.detail');
}

/** Publishing, putting on sale and off again, and the rarer steps behind one button. */
export function useEventStatus(event: EventDetail) {
  const act = useAct();
  const [asked, setAsked] = useState<Step | null>(null);
  const change = async (to: Step, reason?: string) => {
    const sentence = text('eventScreen.to.act', { step: text(`eventScreen.to.${to}`), title: event.title });
    const input = { eventId: event.eventId, to, ...(reason ? { reason } : {}) };
    const done = await act.run(sentence, 'event.changeStatus', input);
    if (done.ok) setAsked(null);
  };
  const begin = (to: Step) => {
    act.clearError();
    if (ASKS_WHY.includes(to) || IS_FINAL.includes(to)) setAsked(to);
    else void change(to);
  };
  const next = NEXT[event.status];
  const others = stepsFrom(event).filter((step) => step !== next);
  const [missing] = event.missing;
  const refusal = next === 'ON_SALE' && missing ? text(missing as TextKey) : null;
  return {
    buttons: (
      <>
        <OtherSteps steps={others} onChoose={begin} />
        {next ? (
          <Button
            size="compact"
            tone={next === 'OFF_SALE' ? 'plain' : 'primary'}
            unavailable={refusal}
            isPending={act.isBusy}
            onPress={() => begin(next)}
          >
            {text(`eventScreen.to.${next}`)}
          </Button>
        ) : null}
      </>
    ),
    message:
      act.error && asked === null ? (
        <Message tone="bad" onDismiss={act.clearError}>
          {act.error.message}
        </Message>
      ) : null,
    dialog:
      asked === null ? null : (
        <ReasonDialog
          title={text(`eventScreen.to.${asked}`)}
          step={text(`eventScreen.to.${asked}`)}
          tone={asked === 'CANCELLED' ? 'danger' : 'primary'}
          detail={detailOf(asked)}
          error={act.error}
          isBusy={act.isBusy}
          onDo={(reason) => void change(asked, reason)}
          onClose={() => setAsked(null)}
        />
      ),
  };
}

function OtherSteps({ steps, onChoose }: { readonly steps: readonly Step[]; readonly onChoose: (step: Step) => void }) {
  if (steps.length === 0) return null;
  return (
    <MenuButton
      label={text('eventScreen.to.more')}
      trigger={
        <Button size="compact" tone="quiet" icon={ChevronDown}>
          {text('eventScreen.to.more')}
        </Button>
      }
      entries={steps.map((step) => ({
        id: step,
        name: text(`eventScreen.to.${step}`),
        tone: step === 'CANCELLED' ? 'danger' : 'plain',
      }))}
      onChoose={(step) => onChoose(step as Step)}
    />
  );
}
