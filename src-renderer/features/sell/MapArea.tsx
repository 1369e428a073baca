/** The live map: picks, ghosts, the legend that filters, the card beside a seat and its story. */
import { useEffect, useMemo, useRef, useState, type Ref } from 'react';
import { liveTickets } from './basket-lines.ts';
import type { SaleView } from '../../../src-shared/contract/sale.ts';
import { text } from '../../../src-shared/text/text.ts';
import type { EventMap } from '../../app/event-maps.ts';
import { Legend } from '../../canvas/Legend.tsx';
import { createLevelTheme } from '../../canvas/marks.ts';
import type { SeatLayer } from '../../canvas/seat-layer.ts';
import { SeatMap } from '../../canvas/SeatMap.tsx';
import { affordableMask, seatFacts } from './seat-words.ts';
import { SeatCard } from './SeatCard.tsx';
import { StoryDialog } from './StoryDialog.tsx';
import { useAmount, useSell, useSellState } from './use-sell.ts';

export interface MapAreaProps {
  readonly map: EventMap;
  readonly sale: SaleView | null;
  readonly frameRef: Ref<HTMLDivElement>;
  /** The pointer is done with the map: keys belong to the basket again. */
  readonly onPointerDone: () => void;
}

const GHOST_LETTERS = ['A', 'B', 'C'];

/** What of the state the map draws: the same objects until something in them changes. */
function useMapMarks({ map, sale }: Pick<MapAreaProps, 'map' | 'sale'>, shown: ReadonlySet<string>) {
  const { event } = map;
  const ghosts = useSellState((state) => state.ghosts);
  const limitMinor = useSellState((state) => state.wishes.maxPriceMinor);
  const theme = useMemo(
    () => createLevelTheme(event.levels.toSorted(byPosition), event.holds.toSorted(byPosition)),
    [event.levels, event.holds],
  );
  const mine = useMemo(
    () =>
      (sale ? liveTickets(sale) : []).filter(({ eventId }) => eventId === event.eventId).map(({ ordinal }) => ordinal),
    [sale, event.eventId],
  );
  const shownGhosts = useMemo(
    () =>
      (ghosts?.eventId === event.eventId ? ghosts.others : []).map(({ ordinals }, index) => ({
        letter: GHOST_LETTERS[index] ?? '',
        // Said beside the map, where it hides no seat.
        reason: '',
        ordinals,
        isCurrent: index === ghosts?.current,
      })),
    [ghosts, event.eventId],
  );
  const filter = useMemo(
    () => ({
      ...(shown.size > 0 && { styles: shown }),
      ...(limitMinor !== null && { mask: affordableMask(map, limitMinor) }),
    }),
    [shown, limitMinor, map],
  );
  return { theme, mine, ghosts: shownGhosts, filter };
}

/** The seats that the finder took, or the alternative being looked at: nobody searches a stadium for them. */
function useLeadToFound(eventId: string) {
  const layer = useRef<SeatLayer>(null);
  const found = useSellState(({ ghosts }) =>
    ghosts?.eventId === eventId ? (ghosts.others[ghosts.current] ?? ghosts.taken) : null,
  );
  useEffect(() => {
    if (found !== null) layer.current?.lead(found.ordinals);
  }, [found]);
  return layer;
}

function byPosition(left: { readonly position: number }, right: { readonly position: number }): number {
  return left.position - right.position;
}

export function MapArea({ map, sale, frameRef, onPointerDone }: MapAreaProps) {
  const sell = useSell();
  const { event, columns, source } = map;
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [storyOf, setStoryOf] = useState<number | null>(null);
  const amount = useAmount(event.currency);
  const marks = useMapMarks({ map, sale }, shown);
  const layer = useLeadToFound(event.eventId);
  const { theme, mine } = marks;
  const isMine = (ordinal: number): boolean => mine.includes(ordinal);

  const describeSeat = (ordinal: number): string => {
    const facts = seatFacts(map, theme, ordinal);
    return text('sell.seat.describe', {
      name: facts.name,
      level: facts.levelName ?? text('sell.seat.noLevel'),
      price: facts.gridPriceMinor === null ? text('sell.seat.noPrice') : amount(facts.gridPriceMinor),
      status: isMine(ordinal) ? text('sell.seat.mine') : facts.statusName,
    });
  };

  return (
    <>
      <div ref={frameRef} className="sell-map" onPointerUp={onPointerDone}>
        <SeatMap
          ref={layer}
          columns={columns}
          shapes={map.shapes}
          areas={map.areas}
          source={source}
          {...marks}
          ariaLabel={text('sell.map', { title: event.title })}
          describeSeat={describeSeat}
          digitKeys="HOST"
          onPick={(ordinals) => void sell.picks.pick(map, ordinals)}
          onStory={setStoryOf}
          renderHover={(ordinal) => (
            <SeatCard event={event} facts={seatFacts(map, theme, ordinal)} isMine={isMine(ordinal)} />
          )}
        />
      </div>
      <div className="sell-legend">
        <Legend
          columns={columns}
          source={source}
          theme={theme}
          mineCount={mine.length}
          shown={shown}
          onShow={setShown}
        />
      </div>
      {storyOf === null ? null : <StoryDialog map={map} ordinal={storyOf} onClose={() => setStoryOf(null)} />}
    </>
  );
}
