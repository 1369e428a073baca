/** A seat is left alone by a pick: said quietly when the seats are taken, decided here when they were refused. */
import { useCallback, useMemo, useState } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import type { ActionTable } from '../../app/actions/action.ts';
import { useActions } from '../../app/actions/use-actions.ts';
import { MomentPanel } from './MomentPanel.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { leftSingleActions, passSingleActions, refusedSingleActions, type SingleContext } from './single-actions.ts';
import type { Moment } from './sell-state.ts';
import { useSell } from './use-sell.ts';

export interface SingleLeftProps {
  readonly moment: Extract<Moment, { kind: 'SINGLE_LEFT' }>;
  /** How long the seats in the basket are kept, in words. */
  readonly safe: string | null;
}

export function SingleLeft({ moment, safe }: SingleLeftProps) {
  const sell = useSell();
  const [isPassing, setPassing] = useState(false);
  const { isRefused, eventId, takeInstead, again } = moment;
  const { alone, instead } = moment.leavesSingle;
  const pass = useCallback(() => setPassing(true), []);
  /** Whoever did not get the right decides otherwise; what else is to be said comes first. */
  const sayAgain = (): void => (sell.store.getState().moment === null ? sell.say(moment) : undefined);
  const isOne = alone.seatIds.length === 1;
  const happened = isRefused
    ? text(isOne ? 'sale.leavesSingle' : 'sale.leavesSingles', { seats: alone.words })
    : text(isOne ? 'sell.single.left' : 'sell.single.leftMany', { seats: alone.words });
  return (
    <>
      <MomentPanel
        tone={isRefused ? 'warn' : 'note'}
        happened={happened}
        safe={isRefused ? safe : null}
        onDismiss={() => sell.say(null)}
      >
        {instead && takeInstead ? (
          isRefused ? (
            <TakeInstead
              table={refusedSingleActions}
              id="sell.single.take"
              seats={instead.words}
              take={takeInstead}
              tone="primary"
            />
          ) : (
            <TakeInstead
              table={leftSingleActions}
              id="sell.single.swap"
              seats={instead.words}
              take={takeInstead}
              tone="plain"
            />
          )
        ) : null}
        {isRefused ? <PassRule pass={pass} /> : null}
      </MomentPanel>
      {isPassing ? (
        <ReasonDialog
          title={text('sell.single.pass.title')}
          label={text('sell.single.pass.reason')}
          suggestions={[
            text('sell.single.pass.suggestion.last'),
            text('sell.single.pass.suggestion.access'),
            text('sell.single.pass.suggestion.goodwill'),
          ]}
          confirm={text('sell.single.pass')}
          onClose={() => setPassing(false)}
          onConfirm={(reason) => {
            setPassing(false);
            void sell.basket.passNoSingle(eventId, reason).then((isPassed) => (isPassed ? again() : sayAgain()));
          }}
        />
      ) : null}
    </>
  );
}

type TakeId = 'sell.single.take' | 'sell.single.swap';

interface TakeInsteadProps<Id extends TakeId> {
  readonly table: ActionTable<SingleContext, Id>;
  readonly id: Id;
  readonly seats: string;
  readonly take: () => void;
  readonly tone: 'primary' | 'plain';
}

function TakeInstead<Id extends TakeId>({ table, id, seats, take, tone }: TakeInsteadProps<Id>) {
  const context = useMemo(() => ({ take }), [take]);
  const actions = useActions(table, context);
  return (
    <ActionButton action={actions[id]} tone={tone}>
      {text(`${id}.named`, { seats })}
    </ActionButton>
  );
}

function PassRule({ pass }: { readonly pass: () => void }) {
  const context = useMemo(() => ({ pass }), [pass]);
  const actions = useActions(passSingleActions, context);
  return <ActionButton action={actions['sell.single.pass']} tone="quiet" />;
}
