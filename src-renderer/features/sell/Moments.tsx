/** Which moment it is, in words, with its step. */
import { useState } from 'react';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { durationToText } from '../../ui/duration-text.ts';
import { MomentPanel, type MomentPanelProps } from './MomentPanel.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { Moment } from './sell-state.ts';
import type { SellStore } from './sell-store.ts';
import { SingleLeft } from './SingleLeft.tsx';
import { useAmount, useSell, useSellState } from './use-sell.ts';

export interface MomentsProps {
  readonly sale: SaleView | null;
  /** Of the basket's clock; null when it has none. */
  readonly leftMs: number | null;
  readonly currency: string;
  readonly onPay?: () => void;
}

/** At a minute the clerk is told, with a sound [S3]. */
export const LAST_MINUTE_MS = 60_000;

const SEAT_REFUSALS: ReadonlySet<string> = new Set(['SEAT_TAKEN', 'NOT_FOR_SALE']);

export function Moments({ sale, leftMs, currency, onPay }: MomentsProps) {
  const sell = useSell();
  const moment = useSellState((state) => state.moment);
  const amount = useAmount(currency);
  const [isPassing, setPassing] = useState(false);
  const isLastMinute = leftMs !== null && leftMs <= LAST_MINUTE_MS && leftMs > 0;
  if (moment === null) {
    if (!isLastMinute) return null;
    return (
      <MomentPanel
        tone="warn"
        happened={text('sell.moment.lastMinute')}
        safe={text('sell.moment.lastMinute.safe')}
        step={onPay ? { label: text('sell.pay'), key: 'Enter', run: onPay } : null}
      />
    );
  }
  const safe =
    sale && leftMs !== null && leftMs > 0 ? text('sell.moment.safe.seats', { time: durationToText(leftMs) }) : null;
  if (moment.kind === 'SINGLE_LEFT') return <SingleLeft moment={moment} safe={safe} />;
  const panel = panelOf(moment, { sell, sale, safe, amount, passLimit: () => setPassing(true) });
  return (
    <>
      <MomentPanel {...panel} onDismiss={() => sell.say(null)} />
      {isPassing && moment.kind === 'REFUSED' && moment.eventId !== null ? (
        <ReasonDialog
          title={text('sell.moment.passLimit.title')}
          label={text('sell.moment.passLimit.reason')}
          suggestions={[
            text('sell.moment.passLimit.suggestion.group'),
            text('sell.moment.passLimit.suggestion.school'),
          ]}
          confirm={text('sell.moment.passLimit')}
          onClose={() => setPassing(false)}
          onConfirm={(reason) => {
            setPassing(false);
            const { again, eventId } = moment;
            void sell.basket.passLimit(eventId!, reason).then((isPassed) => (isPassed ? again?.() : undefined));
          }}
        />
      ) : null}
    </>
  );
}

interface PanelContext {
  readonly sell: SellStore;
  readonly sale: SaleView | null;
  /** How long the seats are kept, in words. */
  readonly safe: string | null;
  readonly amount: (amountMinor: number) => string;
  readonly passLimit: () => void;
}

function panelOf(moment: Exclude<Moment, { kind: 'SINGLE_LEFT' }>, context: PanelContext): MomentPanelProps {
  const { sell, sale, safe, amount } = context;
  switch (moment.kind) {
    case 'EXPIRED':
      return {
        tone: 'bad',
        happened: text('sell.moment.expired', { seats: moment.seats }),
        safe: text('sell.moment.safe.charged'),
        step: { label: text('sell.moment.expired.step'), run: () => void sell.picks.pickAgain(moment.lost) },
      };
    case 'GIVEN_UP':
      return {
        tone: 'note',
        happened: text('sell.moment.givenUp', { seats: moment.seats }),
        step: { label: text('sell.moment.givenUp.step'), run: () => void sell.picks.pickAgain(moment.lost) },
      };
    case 'BACK':
      return {
        tone: moment.cancelledMinor > 0 ? 'warn' : 'note',
        happened:
          moment.cancelledMinor > 0
            ? text('sell.moment.back.cancelled', { amount: amount(moment.cancelledMinor) })
            : text('sell.moment.back'),
        safe,
      };
    case 'GIVE_UP_ASKED':
      return {
        tone: 'warn',
        happened: text('sell.moment.giveUp'),
        safe: text('sell.moment.giveUp.safe'),
        step: sale && {
          label: text('sell.moment.giveUp.step'),
          key: 'Escape',
          run: () => void sell.basket.abandon(sale),
        },
      };
    case 'NOTICE':
      return { tone: 'note', happened: moment.sentence };
    case 'NO_SEATS':
      return {
        tone: 'warn',
        happened: moment.error.message,
        safe,
        step: moment.anywhere && { label: text('sell.moment.clearWishes'), run: moment.anywhere },
        second: moment.fewer && {
          label: text('sell.moment.fewer', { count: moment.fewer.count }),
          run: moment.fewer.ask,
        },
      };
    case 'REFUSED':
      return refusalPanel(moment, context);
  }
}

function refusalPanel(
  { error, eventId, wanted, again }: Extract<Moment, { kind: 'REFUSED' }>,
  { sell, safe, passLimit }: PanelContext,
): MomentPanelProps {
  const panel = { tone: 'warn' as const, happened: error.message, safe };
  if (SEAT_REFUSALS.has(error.code) && eventId !== null && wanted > 0) {
    const run = (): void => void sell.best.findOthers(eventId, wanted);
    return { ...panel, step: { label: text('sell.moment.findOthers'), run } };
  }
  if (error.code === 'OVER_LIMIT') return { ...panel, step: { label: text('sell.moment.passLimit'), run: passLimit } };
  const isWorthAgain = ['STORE_BUSY', 'STORE_FULL', 'STORE_UNWRITABLE', 'CORE_LOST', 'BUSY'].includes(error.code);
  return { ...panel, step: isWorthAgain && again ? { label: text('sell.moment.again'), run: again } : null };
}
