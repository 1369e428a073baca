/** What the finder offered besides what it reserved: the same letters as on the map, with the reason and the price. */
import { useMemo } from 'react';
import type { SeatProposal } from '../../../src-shared/contract/sale.ts';
import type { SeatColumns } from '../../../src-shared/domain/seat-map/columns.ts';
import { seatsInWords } from '../../../src-shared/domain/seat-map/seat-words.ts';
import { text } from '../../../src-shared/text/text.ts';
import { ActionButton } from '../../app/actions/ActionButton.tsx';
import { useActions } from '../../app/actions/use-actions.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { chosenGhostActions, ghostActions } from './sell-actions.ts';
import type { Ghosts } from './sell-state.ts';
import { useAmount, useSell } from './use-sell.ts';

export interface GhostListProps {
  readonly ghosts: Ghosts;
  readonly currency: string;
  readonly columns: SeatColumns;
  readonly onDone: () => void;
}

const LETTERS = ['A', 'B', 'C'];

export function GhostList({ ghosts, currency, columns, onDone }: GhostListProps) {
  const { best } = useSell();
  const amount = useAmount(currency);
  const context = useMemo(() => ({ walk: best.walkGhosts, dismiss: best.dismissGhosts }), [best]);
  const actions = useActions(ghostActions, context);
  const dismiss = actions['sell.ghost.dismiss'];
  const reserved = proposalWords(columns, ghosts.taken);
  return (
    <section className="sell-ghosts" aria-label={text('sell.ghosts')}>
      <header>
        <p className="sell-ghosts-taken">
          {text('sell.ghosts.reserved')} <strong>{reserved.seats}</strong>
          {reserved.reason}
        </p>
        <IconButton
          icon={dismiss.icon!}
          size="compact"
          label={dismiss.label}
          keyHint="Escape"
          onPress={() => dismiss.run()}
        />
      </header>
      <h3>{text(ghosts.others.length > 0 ? 'sell.ghosts' : 'sell.ghosts.none')}</h3>
      <ol>
        {ghosts.others.map((other, index) => {
          const { seats, reason } = proposalWords(columns, other);
          return (
            <li key={other.seatIds.join()}>
              <button
                type="button"
                className="sell-ghost"
                aria-pressed={index === ghosts.current}
                onClick={() => {
                  best.chooseGhost(index);
                  onDone();
                }}
              >
                <span className="sell-ghost-letter">{LETTERS[index]}</span>
                <span>
                  {seats}
                  <Difference reason={reason} from={reserved.reason} />
                </span>
                <span className="sell-ghost-sum">{amount(other.totalMinor)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {ghosts.current >= 0 ? <TakeGhost onDone={onDone} /> : null}
    </section>
  );
}

/** What is as it is with the reserved seats is not said again. */
function Difference({ reason, from }: { readonly reason: string; readonly from: string }) {
  const between = text('seatFinder.between');
  const known = from.split(between);
  const own = reason.split(between).filter((part) => !known.includes(part));
  return own.length === 0 ? null : <small>{own.join(between)}</small>;
}

/** The seats, and the reason without naming them again. */
function proposalWords(columns: SeatColumns, { ordinals, reason }: SeatProposal): { seats: string; reason: string } {
  const seats = seatsInWords(columns, ordinals);
  return { seats, reason: reason.startsWith(`${seats}: `) ? reason.slice(seats.length + 2) : reason };
}

/** Enter takes a ghost only once one is chosen; until then it goes on to paying. */
function TakeGhost({ onDone }: { readonly onDone: () => void }) {
  const { best } = useSell();
  const context = useMemo(
    () => ({
      take: () => {
        onDone();
        void best.takeGhost();
      },
    }),
    [best, onDone],
  );
  const actions = useActions(chosenGhostActions, context);
  return <ActionButton action={actions['sell.ghost.take']} />;
}
