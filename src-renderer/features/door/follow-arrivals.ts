/**
 * Keeps a column of arrivals current while a door's map is open: the whole event once, then the tickets that doors are
 * shown, as they are shown.
 *
 * 1. One question is out at a time, so that no answer overwrites a newer one.
 * 2. What is told meanwhile is asked for next. After a connection that was lost, and when a seat that somebody came for
 *    changes hands, the whole event is asked for.
 */
import { MOST_TICKETS_ASKED, type SeatArrivals } from '../../../src-shared/contract/door.ts';
import type { ScansNotice } from '../../../src-shared/contract/notices.ts';
import type { AppError, Result } from '../../../src-shared/domain/result.ts';
import type { SeatColumnStore } from '../../canvas/seat-column.ts';
import type { SeatStateSource } from '../../canvas/seat-state-source.ts';

export interface ArrivalsDeps {
  readonly eventId: string;
  readonly column: SeatColumnStore;
  readonly states: Pick<SeatStateSource, 'subscribe'>;
  ask(input: { eventId: string; ticketIds?: string[] }): Promise<Result<SeatArrivals>>;
  onScans(listener: (notice: ScansNotice) => void): () => void;
  onResume(listener: () => void): () => void;
  /** After every answer: null, or why the map is not what it should be. */
  told(error: AppError | null): void;
}

/** Begins at once. @returns the way to stop */
export function followArrivals({ eventId, column, states, ask, told, ...hears }: ArrivalsDeps): () => void {
  let wantsAll = true;
  const wanted = new Set<string>();
  let isAsking = false;
  let isStopped = false;

  async function askNext(): Promise<boolean> {
    const isAll = wantsAll || wanted.size > MOST_TICKETS_ASKED;
    const ticketIds = isAll ? [] : [...wanted];
    wantsAll = false;
    wanted.clear();
    const answer = await ask(isAll ? { eventId } : { eventId, ticketIds });
    if (isStopped) return false;
    told(answer.ok ? null : answer.error);
    if (!answer.ok) {
      // Asked again with the next scan, or when the core is back.
      wantsAll = true;
      return false;
    }
    const { ordinals, arrival } = answer.value;
    if (isAll) column.replace(spread(column.values.length, ordinals, arrival));
    else column.apply(ordinals, arrival);
    return wantsAll || wanted.size > 0;
  }

  async function askAll(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while (await askNext());
    isAsking = false;
  }

  const askWhole = (): void => {
    wantsAll = true;
    void askAll();
  };
  const stops = [
    hears.onScans((notice) => {
      if (notice.eventId !== eventId) return;
      for (const ticketId of notice.ticketIds) wanted.add(ticketId);
      void askAll();
    }),
    hears.onResume(askWhole),
    states.subscribe((changed) => {
      if (changed === null || Array.from(changed).some((ordinal) => column.values[ordinal] !== 0)) askWhole();
    }),
  ];
  void askAll();
  return () => {
    isStopped = true;
    for (const stop of stops) stop();
  };
}

function spread(count: number, ordinals: Uint32Array, arrival: Uint8Array): Uint16Array {
  const values = new Uint16Array(count);
  ordinals.forEach((ordinal, i) => {
    values[ordinal] = arrival[i]!;
  });
  return values;
}
