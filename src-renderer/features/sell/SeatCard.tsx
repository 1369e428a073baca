import type { EventMap } from '../../app/event-maps.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { SeatFacts } from './seat-words.ts';
import { useAmount } from './use-sell.ts';

export interface SeatCardProps {
  readonly event: Pick<EventMap['event'], 'currency'>;
  readonly facts: SeatFacts;
  readonly isMine: boolean;
}

/** What stands beside a seat: its name, what it costs, what is special about it, who has it. */
export function SeatCard({ event, facts, isMine }: SeatCardProps) {
  const amount = useAmount(event.currency);
  const { gridPriceMinor: priceMinor } = facts;
  return (
    <div className="sell-card">
      <p className="sell-card-head">
        <strong>{facts.name}</strong>
        <span className="sell-card-price">{priceMinor === null ? text('sell.seat.noPrice') : amount(priceMinor)}</span>
      </p>
      <p className="sell-card-status" data-mine={isMine}>
        {facts.levelName === null ? null : (
          <span>
            {facts.levelLetter} {facts.levelName}
          </span>
        )}
        {/* A free seat's state is its level. */}
        {isMine || facts.statusName !== facts.levelName ? (
          <span>{isMine ? text('sell.seat.mine') : facts.statusName}</span>
        ) : null}
      </p>
      {facts.hold ? (
        <p className="sell-card-hold">
          {text('sell.seat.heldFor', facts.hold)}
          {facts.hold.reason ? <span>{facts.hold.reason}</span> : null}
        </p>
      ) : null}
      {facts.flags.length > 0 ? <p className="sell-card-flags">{facts.flags.join(' · ')}</p> : null}
    </div>
  );
}
