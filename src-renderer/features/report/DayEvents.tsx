import { useLocale } from 'react-aria-components';
import type { EventSummary } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { timeText } from '../../app/moment-text.ts';
import { useReading } from '../../app/use-program.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { seatShares } from './night-figures.ts';

export interface DayEventsProps {
  readonly from: number;
  readonly until: number;
  /** Shows an event's house by heat. */
  readonly onOpen: (eventId: string) => void;
}

/** What plays on the day, each with how full it is. */
export function DayEvents({ from, until, onOpen }: DayEventsProps) {
  const events = useReading('event.list', { from, until: until - 1 }, ['events', 'eventSeats']);
  if (!events.value) return <Skeleton lines={3} />;
  if (events.value.length === 0)
    return (
      <section className="report-events">
        <h3>{text('reports.events')}</h3>
        <p className="report-none">{text('reports.events.none')}</p>
      </section>
    );
  return (
    <table className="report-table">
      <thead>
        <tr>
          <th scope="col">{text('reports.events')}</th>
          <td aria-hidden="true" />
          {(['sold', 'held', 'free'] as const).map((share) => (
            <th key={share} scope="col" data-align="end">
              <span className="report-key" data-share={share} aria-hidden="true" />
              {text(`reports.${share}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.value.map((event) => (
          <EventRow key={event.eventId} event={event} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

interface EventRowProps extends Pick<DayEventsProps, 'onOpen'> {
  readonly event: EventSummary;
}

function EventRow({ event, onOpen }: EventRowProps) {
  const { locale } = useLocale();
  const shares = seatShares(event);
  const words = text('reports.eventBar', {
    sold: shares.sold,
    reserved: shares.reserved,
    held: shares.held,
    free: shares.free,
  });
  const width = (count: number) => ({ inlineSize: `${(count / Math.max(1, shares.total)) * 100}%` });
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="report-link"
          title={text('reports.heat.open', { event: event.title })}
          onClick={() => onOpen(event.eventId)}
        >
          {event.title}
        </button>
        <small className="figures">{timeText(event.startsAt, event.timeZone, locale)}</small>
      </th>
      <td className="report-bar-cell" title={words} aria-label={words}>
        <span className="report-shares" aria-hidden="true">
          <span data-share="sold" style={width(shares.sold)} />
          <span data-share="reserved" style={width(shares.reserved)} />
          <span data-share="held" style={width(shares.held)} />
        </span>
      </td>
      <td data-align="end">{shares.sold}</td>
      <td data-align="end">{shares.held}</td>
      <td data-align="end">{shares.free}</td>
    </tr>
  );
}
