import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useWhen } from '../../app/use-now.ts';
import { useReading } from '../../app/use-program.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { useMoney } from '../../ui/use-money.ts';
import { storyWord } from './booking-words.ts';

/** The printer's progress stands beside each ticket. */
const MACHINE_STEPS = new Set(['print.mark']);

const TENDERS = { CASH: 'booking.money.cash', CARD_TERMINAL: 'booking.money.card' } as const;

function Money({ sale }: { readonly sale: SaleView }) {
  const money = useMoney(sale.currency);
  const when = useWhen();
  const isOpen = sale.status === 'RESERVED' || sale.status === 'PAYING';
  const paidKey = sale.refunds.length > 0 ? 'booking.money.kept' : 'booking.money.paid';
  const sumKey = isOpen ? 'booking.money.due' : paidKey;
  return (
    <dl className="booking-money">
      {sale.payments.map((payment) => (
        <div key={payment.paymentId}>
          <dt>
            {text(TENDERS[payment.kind])}
            <small>
              {payment.reference
                ? text('booking.money.reference', { reference: payment.reference })
                : payment.changeMinor > 0
                  ? text('booking.money.given', {
                      given: money.plain(payment.tenderedMinor),
                      change: money.plain(payment.changeMinor),
                    })
                  : null}
            </small>
          </dt>
          <dd>{money.plain(payment.amountMinor)}</dd>
        </div>
      ))}
      {sale.refunds.map((refund) => (
        <div key={refund.refundId}>
          <dt>
            {text('booking.money.refund', { tender: text(TENDERS[refund.kind]).toLowerCase() })}
            <small>
              {text('booking.money.refundDetail', {
                reason: refund.reason,
                name: refund.userName,
                when: when(refund.at),
              })}
            </small>
          </dt>
          <dd>{money.plain(-refund.amountMinor)}</dd>
        </div>
      ))}
      <div className="booking-money-sum">
        <dt>{text(sumKey)}</dt>
        <dd>
          {money.plain(isOpen ? sale.dueMinor : sale.paidMinor)} <small>{sale.currency}</small>
        </dd>
      </div>
    </dl>
  );
}

function Story({ sale }: { readonly sale: SaleView }) {
  const when = useWhen();
  const story = useReading('sale.timeline', { saleId: sale.saleId }, ['sales', 'tickets', 'printItems']);
  if (!story.value) return <Skeleton lines={4} />;
  return (
    <Timeline
      label={text('booking.story')}
      entries={story.value
        .filter((step) => !MACHINE_STEPS.has(step.name))
        .toReversed()
        .map((step, index) => ({
          id: String(index),
          when: when(step.at),
          what: storyWord(step.name),
          who: step.allowedByName
            ? text('booking.story.allowed', { name: step.userName, other: step.allowedByName })
            : step.userName === 'system'
              ? text('booking.story.program')
              : step.userName,
        }))}
    />
  );
}

/** What was paid, what went back, and everything that happened, latest first. */
export function MoneyAndStory({ sale }: { readonly sale: SaleView }) {
  return (
    <>
      <section className="booking-side-part" aria-label={text('booking.money')}>
        <h3>{text('booking.money')}</h3>
        <Money sale={sale} />
      </section>
      <section className="booking-side-part" aria-label={text('booking.story')}>
        <h3>{text('booking.story')}</h3>
        <Story sale={sale} />
      </section>
    </>
  );
}
