import { useCallback, useRef } from 'react';
import { text } from '../../../src-shared/text/text.ts';
import { useProgram } from '../../app/use-program.ts';
import type { MessageProps } from '../../ui/Message.tsx';

/** What is said above a booking after something was done with it. */
export interface Said {
  readonly tone: MessageProps['tone'];
  readonly sentence: string;
  readonly detail?: string;
}

export type Say = (saleId: string, said: Said | null) => void;

/** Gives a paid booking to whoever asks for it and prints what has no paper yet. */
export function useHandOver(say: Say): (saleId: string, number: string) => Promise<void> {
  const program = useProgram();
  // One act for each booking, however often its key is pressed.
  const actions = useRef(new Map<string, string>());
  return useCallback(
    async (saleId, number) => {
      const [before, settings] = await Promise.all([
        program.bridge.call('sale.get', { saleId }),
        program.bridge.call('settings.get', {}),
      ]);
      const action = actions.current.get(saleId) ?? crypto.randomUUID();
      actions.current.set(saleId, action);
      const sentence = text('booking.act.sentence.handOver', { number });
      const done = await program.act(sentence, 'sale.handOver', { saleId }, { action });
      if (!done.ok) {
        actions.current.delete(saleId);
        return say(saleId, { tone: 'bad', sentence: done.error.message });
      }
      const waiting = before.ok
        ? before.value.bookings
            .flatMap((booking) => booking.tickets)
            .filter((ticket) => ticket.status === 'CONFIRMED' && ticket.printedCopies === 0).length
        : 0;
      const hasPrinter = settings.ok && settings.value.ticketPrinter.kind !== 'NONE';
      const detail =
        waiting === 0
          ? text('booking.done.allPrinted')
          : hasPrinter
            ? text('booking.done.printing', { count: waiting })
            : text('booking.done.byHand');
      const name = (before.ok ? before.value.customer?.name : null) ?? number;
      say(saleId, { tone: 'ok', sentence: text('booking.done.handedOver', { name }), detail });
    },
    [program, say],
  );
}
