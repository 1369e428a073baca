import type { EventDetail, HoldView } from '../../../src-shared/contract/event.ts';
import { text } from '../../../src-shared/text/text.ts';
import { seatCount } from '../../app/SeatChoiceBar.tsx';
import { inkOn } from '../../canvas/contrast.ts';
import { Button } from '../../ui/Button.tsx';
import { LetterSwatch } from '../../ui/LetterSwatch.tsx';

export interface HoldListProps {
  readonly event: EventDetail;
  readonly onChoose: (position: number) => void;
  readonly onRelease: (hold: HoldView) => void;
}

/** Who holds what: name, letter, reason and how many; a press chooses the seats. */
export function HoldList({ event, onChoose, onRelease }: HoldListProps) {
  const holds = event.holds.filter(({ status }) => status === 'ACTIVE');
  return (
    <section className="event-holds" aria-label={text('eventScreen.holds')}>
      <h2>{text('eventScreen.holds')}</h2>
      {holds.length === 0 ? <p className="office-hint">{text('eventScreen.hold.none')}</p> : null}
      <ul>
        {holds.map((hold) => (
          <li key={hold.holdId} className="event-hold">
            <button type="button" onClick={() => onChoose(hold.position)}>
              <LetterSwatch color={hold.color} letter={hold.letter} ink={inkOn(hold.color)} />
              <span>
                <span className="event-hold-name">
                  <span className="visually-hidden">{text('eventScreen.hold.choose', { name: '' })}</span>
                  {hold.name}
                </span>
                <span className="office-hint">{hold.reason}</span>
              </span>
              <span className="figures">{seatCount(hold.seatCount)}</span>
            </button>
            <Button
              size="compact"
              tone="quiet"
              aria-label={text('eventScreen.release.whole', { name: hold.name })}
              onPress={() => onRelease(hold)}
            >
              {text('eventScreen.release')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
